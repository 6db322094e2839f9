// sdk/module/.../detail/name_piece.hpp: names said explicitly, and filters of what clients see, as parts of the
// description.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/module/detail/check_sources.hpp"
#include "stdb/module/detail/entity_names.hpp"
#include "stdb/module/detail/filter_head.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/table_piece.hpp"
#include "stdb/query/detail/statement.hpp"
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

template <class Table>
constexpr PieceView table_names() {
  constexpr std::uint32_t count = [] {
    std::uint32_t said = Table::has_canonical_name ? 1 : 0;
    for (const IndexInfo& index : Table::indexes) said += index.canonical.empty() ? 0u : 1u;
    return said;
  }();
  if constexpr (count == 0) {
    return no_piece;
  } else {
    PieceView view = piece_view<&write_table_names<Table>>;
    view.elements = count;
    return view;
  }
}

template <class Function, class Convert>
constexpr std::uint64_t hash_function_name() {
  if constexpr (canonical_name<Function>.empty()) {
    return (NameHash() << Convert()(bsatn::detail::function_name<Function>())).value();
  } else {
    return (NameHash() << canonical_name<Function>).value();
  }
}

template <class Function>
constexpr void write_function_name(PieceWriter& out) {
  write_explicit_name(out, NameEntry::function, bsatn::detail::function_name<Function>(), canonical_name<Function>);
}

template <class Function>
constexpr PieceView function_names() {
  if constexpr (canonical_name<Function>.empty()) {
    return no_piece;
  } else {
    static_assert(bsatn::detail::is_identifier(canonical_name<Function>),
                  "stdb: a canonical name consists of letters, digits and _ and does not begin with a digit");
    return piece_view<&write_function_name<Function>>;
  }
}

template <auto Head>
concept MakesQuery = requires {
  { Head.make_query() } -> IsQuery;
};

// Whether clients may read the rows; unknown where the function returns a Query, which has forgotten its table.
template <class Built>
constexpr bool is_of_public_table() {
  if constexpr (requires { Built::table_type::is_public; }) {
    return Built::table_type::is_public;
  } else {
    return true;
  }
}

constexpr bool is_select(std::string_view sql) {
  constexpr std::string_view begin = "select ";
  if (sql.size() < begin.size()) return false;
  for (std::size_t at = 0; at < begin.size(); ++at) {
    if ((sql[at] | 0x20) != begin[at]) return false;
  }
  return true;
}

template <auto Head, class Tables>
constexpr bool check_filter() {
  if constexpr (requires { Head.characters; }) {
    static_assert(is_select({Head.characters, sizeof Head.characters - 1}),
                  "stdb: the SQL of a client_visibility_filter is one SELECT");
  } else {
    static_assert(MakesQuery<Head>,
                  "stdb: a client_visibility_filter is SQL as a text, or a function without parameters that returns a "
                  "query: [] { return stdb::from[person].where(...); }");
    if constexpr (MakesQuery<Head>) {
      static_assert(has_sources_of<decltype(Head.make_query()), Tables, typename RowsOf<Tables>::type>(),
                    "stdb: a client_visibility_filter is on tables of its module: add them to tables<...>");
      static_assert(is_of_public_table<decltype(Head.make_query())>(),
                    "stdb: a client_visibility_filter is on a public table: clients see nothing of a private one");
    }
  }
  return true;
}

// RawRowLevelSecurityDefV9, which is V10's too.
template <auto Head>
constexpr void write_filter(PieceWriter& out) {
  if constexpr (requires { Head.characters; }) {
    out.text({Head.characters, sizeof Head.characters - 1});
  } else if constexpr (MakesQuery<Head>) {
    out.text(Head.make_query().sql());
  }
}

}  // namespace stdb::detail
