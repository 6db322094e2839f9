// sdk/module/.../detail/name_piece.hpp: names said explicitly, as parts of the description.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/module/detail/entity_names.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/table_piece.hpp"
#include "stdb/schema/canonical_name.hpp"

namespace stdb::detail {

// Source: RawModuleDefV10's ExplicitNameEntry.
enum class NameEntry : std::uint8_t { table = 0, function = 1, index = 2 };

constexpr void write_explicit_name(PieceWriter& out, NameEntry kind, std::string_view source,
                                   std::string_view canonical) {
  out.byte(static_cast<std::uint8_t>(kind));
  out.text(source);
  out.text(canonical);
}

// The table's own name and those of its indexes, where they were said.
template <class Table>
constexpr void write_table_names(PieceWriter& out) {
  if constexpr (Table::has_canonical_name) {
    write_explicit_name(out, NameEntry::table, Table::name, Table::canonical_name);
  }
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    ((Table::indexes[Index].canonical.empty()
          ? void()
          : write_explicit_name(out, NameEntry::index, index_name<Table, Index>, Table::indexes[Index].canonical)),
     ...);
  }(std::make_index_sequence<Table::indexes.size()>{});
}

constexpr std::uint32_t count_said_names(std::span<const IndexInfo> indexes) {
  std::uint32_t said = 0;
  for (const IndexInfo& index : indexes) said += index.canonical.empty() ? 0u : 1u;
  return said;
}

template <class Table>
constexpr PieceView table_names() {
  constexpr std::uint32_t count = (Table::has_canonical_name ? 1 : 0) + count_said_names(Table::indexes);
  if constexpr (count == 0) {
    return no_piece;
  } else {
    PieceView view = piece_view<&write_table_names<Table>>;
    view.elements = count;
    return view;
  }
}

template <class Convert>
constexpr std::uint64_t hash_function_name(std::string_view source, std::string_view canonical) {
  return canonical.empty() ? hash_converted<Convert>(source) : (NameHash() << canonical).value();
}

// Of as many functions, each with both names.
template <class Convert>
constexpr std::vector<std::uint64_t> hash_function_names(std::span<const std::string_view> sources,
                                                         std::span<const std::string_view> canonical) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(sources.size());
  for (std::size_t at = 0; at < sources.size(); ++at) {
    hashes.push_back(hash_function_name<Convert>(sources[at], canonical[at]));
  }
  return hashes;
}

template <class Function>
constexpr void write_function_name(PieceWriter& out) {
  write_explicit_name(out, NameEntry::function, bsatn::detail::function_name<Function>(), canonical_name<Function>);
}

// Void for all that have none, so that the compiler makes one function of these.
template <class Function>
using if_said = std::conditional_t<canonical_name<Function>.empty(), void, Function>;

// Of if_said<Function>.
template <class Function>
constexpr PieceView function_names() {
  if constexpr (std::is_void_v<Function>) {
    return no_piece;
  } else {
    static_assert(bsatn::detail::is_identifier(canonical_name<Function>),
                  "stdb: a canonical name consists of letters, digits and _ and does not begin with a digit");
    return piece_view<&write_function_name<Function>>;
  }
}

}  // namespace stdb::detail
