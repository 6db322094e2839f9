// sdk/module/.../detail/description.hpp: a whole module's RawModuleDef, put together from its pieces at compile time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stdb/module/detail/piece.hpp"
#include "stdb/module/detail/reducer_piece.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/module/detail/type_index.hpp"

namespace stdb::detail {

struct LifecycleEntry {
  Lifecycle event = Lifecycle::none;
  std::string_view reducer;
};

// What a module consists of, before it is bytes.
struct ModuleParts {
  std::span<const PieceView> tables;
  std::span<const PieceView> reducers;
  std::span<const LifecycleEntry> lifecycle;
};

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
    for (int shift = 0; shift < 32; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
  }

  constexpr void text(std::string_view text) {
    u32(static_cast<std::uint32_t>(text.size()));
    for (const char c : text) byte(static_cast<std::uint8_t>(c));
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

  constexpr void pieces(std::span<const PieceView> pieces) {
    u32(static_cast<std::uint32_t>(pieces.size()));
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
      u32(0);  // no scope
      text(types[i]->name);
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
  out.pieces(parts.tables);
  out.pieces(parts.reducers);
  out.type_names();
  out.u32(0);  // nothing miscellaneous
  out.u32(0);  // no row-level security
}

// Sections of V10. Source: RawModuleDefV10Section, tags 0 to 9.
enum Section : std::uint8_t {
  section_typespace = 0,
  section_types = 1,
  section_tables = 2,
  section_reducers = 3,
  section_lifecycle = 7,
  section_case_policy = 9,
};

// Sections without content are left out.
constexpr void write_v10(DescriptionWriter& out, const ModuleParts& parts, bool has_types) {
  const std::uint32_t sections = 1u + (has_types ? 2u : 0u) + (parts.tables.empty() ? 0u : 1u) +
                                 (parts.reducers.empty() ? 0u : 1u) + (parts.lifecycle.empty() ? 0u : 1u);
  out.byte(2);
  out.u32(sections);
  if (has_types) {
    out.byte(section_typespace);
    out.typespace();
    out.byte(section_types);
    out.type_names();
  }
  if (!parts.tables.empty()) {
    out.byte(section_tables);
    out.pieces(parts.tables);
  }
  if (!parts.reducers.empty()) {
    out.byte(section_reducers);
    out.pieces(parts.reducers);
  }
  if (!parts.lifecycle.empty()) {
    out.byte(section_lifecycle);
    out.u32(static_cast<std::uint32_t>(parts.lifecycle.size()));
    for (const LifecycleEntry& entry : parts.lifecycle) {
      out.byte(static_cast<std::uint8_t>(entry.event));
      out.text(entry.reducer);
    }
  }
  out.byte(section_case_policy);
  out.byte(0);  // names stay as they are written
}

constexpr std::vector<PieceView> roots_of(const ModuleParts& parts) {
  std::vector<PieceView> roots(parts.tables.begin(), parts.tables.end());
  roots.insert(roots.end(), parts.reducers.begin(), parts.reducers.end());
  return roots;
}

// Returns the size; writes nothing where `out` is null.
constexpr std::size_t write_description(const ModuleParts& parts, std::uint8_t* out) {
  const TypeIndex types(roots_of(parts));
  DescriptionWriter writer(types, out);
  if constexpr (has_v10) {
    write_v10(writer, parts, !types.types().empty());
  } else {
    write_v9(writer, parts);
  }
  return writer.size();
}

constexpr bool has_name_clash(const ModuleParts& parts) { return TypeIndex(roots_of(parts)).has_clash(); }

// Real servers stop when a table's row contains a type that contains itself.
constexpr bool has_recursive_row(const ModuleParts& parts) { return TypeIndex(parts.tables).has_recursive_type(); }

}  // namespace stdb::detail
