// sdk/module/.../detail/description.hpp: a whole module's RawModuleDef, put together from its pieces at compile time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stdb/module/detail/case_names.hpp"
#include "stdb/module/detail/duplicates.hpp"
#include "stdb/module/detail/name_hash.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/detail/section.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/module/detail/type_index.hpp"

namespace stdb::detail {

// Writes, or without room counts, a description.
class DescriptionWriter {
 public:
  constexpr DescriptionWriter(const TypeIndex& types, std::uint8_t* out) : types_(types), out_(out) {}

  constexpr std::size_t size() const { return size_; }

  constexpr void byte(std::uint8_t value) {
    if (out_ != nullptr) out_[size_] = value;
    ++size_;
  }

  constexpr void u32(std::uint32_t value) {
    if (out_ != nullptr) {
      for (int at = 0; at < 4; ++at)
        out_[size_ + static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(value >> (8 * at));
    }
    size_ += 4;
  }

  constexpr void text(std::string_view text) {
    u32(static_cast<std::uint32_t>(text.size()));
    if (out_ != nullptr) {
      for (const char c : text) byte(static_cast<std::uint8_t>(c));
    } else {
      size_ += text.size();
    }
  }

  // Copies the piece and fills in the numbers of its types.
  constexpr void piece(const PieceView& piece) {
    if (out_ != nullptr) {
      std::copy_n(piece.bytes, piece.size, out_ + size_);
      for (std::uint32_t i = 0; i < piece.reference_count; ++i) {
        const std::uint32_t number = types_.number_of(*piece.references[i].type);
        std::uint8_t* const open = out_ + size_ + piece.references[i].offset;
        for (int byte = 0; byte < 4; ++byte) open[byte] = static_cast<std::uint8_t>(number >> (8 * byte));
      }
    }
    size_ += piece.size;
  }

  constexpr void pieces(Pieces pieces) {
    std::uint32_t elements = 0;
    for (const PieceView& one : pieces) elements += one.elements;
    u32(elements);
    for (const PieceView& one : pieces) piece(one);
  }

  constexpr void typespace() {
    u32(static_cast<std::uint32_t>(types_.types().size()));
    for (const TypeShape* const type : types_.types()) {
      with_definition(*type, [this](const PieceView& definition) { piece(definition); });
    }
  }

  // The names of the types, in the order of the typespace.
  constexpr void type_names() {
    const auto& types = types_.types();
    u32(static_cast<std::uint32_t>(types.size()));
    for (std::size_t i = 0; i < types.size(); ++i) {
      const bsatn::detail::ScopedName& name = types[i]->name;
      u32(static_cast<std::uint32_t>(name.scope_count()));
      for (std::size_t scope = 0; scope < name.scope_count(); ++scope) text(name.scope(scope));
      text(name.last());
      u32(static_cast<std::uint32_t>(i));
      byte(1);  // the members' order is the declaration's
    }
  }

 private:
  const TypeIndex& types_;
  std::uint8_t* out_;
  std::size_t size_ = 0;
};

constexpr void write_v9(DescriptionWriter& out, const ModuleParts& parts) {
  out.byte(1);
  out.typespace();
  out.pieces(parts[Section::tables]);
  out.pieces(parts[Section::reducers]);
  out.type_names();
  out.u32(0);  // nothing miscellaneous: the hosts that need V9 know none of it
  out.pieces(parts[Section::row_level_security]);
}

// The sections, without those that have nothing in them.
constexpr void write_sections(DescriptionWriter& out, const ModuleParts& parts, bool has_types) {
  std::uint32_t sections = has_types ? 3 : 1;
  for (const Pieces& list : parts.lists) sections += list.empty() ? 0u : 1u;
  out.u32(sections);
  if (has_types) {
    out.byte(static_cast<std::uint8_t>(Section::typespace));
    out.typespace();
    out.byte(static_cast<std::uint8_t>(Section::types));
    out.type_names();
  }
  for (std::size_t tag = 0; tag < section_count; ++tag) {
    if (parts.lists[tag].empty()) continue;
    out.byte(static_cast<std::uint8_t>(tag));
    out.pieces(parts.lists[tag]);
  }
  out.byte(static_cast<std::uint8_t>(Section::case_conversion));
  out.byte(parts.case_conversion);
}

// Returns the size; only counts where `out` is null. A submodule is written without the version in front.
constexpr std::size_t write_description(const ModuleParts& parts, const TypeIndex& types, std::uint8_t* out,
                                        bool is_submodule) {
  DescriptionWriter writer(types, out);
  if constexpr (has_v10) {
    if (!is_submodule) writer.byte(2);
    write_sections(writer, parts, !types.types().empty());
  } else {
    write_v9(writer, parts);
  }
  return writer.size();
}

constexpr void write_description(const ModuleParts& parts, std::uint8_t* out, bool is_submodule = false) {
  write_description(parts, TypeIndex(parts.lists), out, is_submodule);
}

// What is known of a module's types and of its description before it is written: one walk for all of these, since each
// takes the compiler as long as the module is large.
struct DescriptionSurvey {
  std::size_t size = 0;
  bool has_clash = false;
  bool has_recursive_type = false;
};

constexpr DescriptionSurvey survey_description(const ModuleParts& parts) {
  const TypeIndex types(parts.lists);
  return {write_description(parts, types, nullptr, false), types.has_clash(), types.has_recursive_type()};
}

// With the policy snake_case the names of types become PascalCase.
constexpr bool has_clash_in_pascal_case(const ModuleParts& parts) {
  const TypeIndex index(parts.lists);
  std::vector<std::uint64_t> names;
  for (const TypeShape* const type : index.types()) names.push_back(hash_converted<PascalCased>(type->name.whole));
  return has_equal_hashes(names);
}

// Real servers stop when a table's row contains a type that contains itself; a view's rows are kept in a table, too.
constexpr bool has_recursive_row(const ModuleParts& parts, Section section) {
  const Pieces list = parts[section];
  return TypeIndex(std::span<const Pieces>(&list, 1)).has_recursive_type();
}

}  // namespace stdb::detail
