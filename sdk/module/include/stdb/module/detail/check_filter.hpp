// sdk/module/.../detail/check_filter.hpp: refuses, in words, filters of what clients see that are none.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "stdb/module/detail/check_sources.hpp"
#include "stdb/module/detail/filter_head.hpp"
#include "stdb/module/detail/sql_check.hpp"
#include "stdb/query/detail/statement.hpp"
#include "stdb/schema/fixed_string.hpp"

namespace stdb::detail {

template <auto Head>
concept MakesQuery = requires {
  { Head.make_query() } -> IsQuery;
};

template <auto Head>
concept IsSqlText = requires { Head.characters; };

// Whether clients may read the rows; unknown where the function returns a Query, which has forgotten its table.
template <class Built>
constexpr bool is_of_public_table() {
  if constexpr (requires { Built::table_type::is_public; }) {
    return Built::table_type::is_public;
  } else {
    return true;
  }
}

// As template arguments, which compilers show: what the SQL says, and what it may have meant.
template <SqlProblem Problem, FixedString Said, FixedString DidYouMean>
constexpr bool refuse_sql() {
  static_assert(Problem != SqlProblem::unknown_table,
                "stdb: the SQL of a client_visibility_filter names a table or view that the module does not have");
  static_assert(Problem != SqlProblem::unknown_column,
                "stdb: the SQL of a client_visibility_filter names a column that its table does not have");
  static_assert(
      Problem != SqlProblem::not_in_from,
      "stdb: the SQL of a client_visibility_filter speaks of a table that is not in its FROM, under this name");
  static_assert(Problem != SqlProblem::no_parameter,
                "stdb: the SQL of a client_visibility_filter has one parameter, :sender");
  static_assert(Problem != SqlProblem::no_whole_rows,
                "stdb: the SQL of a client_visibility_filter gives whole rows of one table: SELECT *, or SELECT "
                "name_of_table.* where it joins several");
  static_assert(Problem != SqlProblem::of_private_table,
                "stdb: the SQL of a client_visibility_filter is on a public table: clients see nothing of a private "
                "one");
  return true;
}

template <std::size_t Size>
constexpr FixedString<Size + 1> fixed_string(const SqlText& text) {
  char characters[Size + 1] = {};
  std::copy_n(text.characters.begin(), Size, characters);
  return FixedString<Size + 1>(characters);
}

template <auto Head, class Sources>
constexpr void check_filter_sql() {
  constexpr std::string_view sql(Head.characters, sizeof Head.characters - 1);
  static_assert(SqlWords(sql).take().is_keyword("SELECT"), "stdb: the SQL of a client_visibility_filter is one SELECT");
  if constexpr (SqlWords(sql).take().is_keyword("SELECT")) {
    constexpr SqlFinding found = SqlCheck(sql, Sources::all).run();
    if constexpr (found.problem != SqlProblem::none) {
      refuse_sql<found.problem, fixed_string<found.word.size>(found.word),
                 fixed_string<found.nearest.size>(found.nearest)>();
    }
  }
}

template <auto Head, class Tables, class Sources>
constexpr bool check_filter() {
  if constexpr (IsSqlText<Head>) {
    check_filter_sql<Head, Sources>();
  } else {
    static_assert(MakesQuery<Head>,
                  "stdb: a client_visibility_filter is SQL as a text, or a function without parameters that returns a "
                  "query: [] { return stdb::from[person].where(...); }");
    if constexpr (MakesQuery<Head>) {
      using Built = decltype(Head.make_query());
      static_assert(has_sources_of<Built, Tables, typename RowsOf<Tables>::type>(),
                    "stdb: a client_visibility_filter is on tables of its module: add them to tables<...>");
      static_assert(is_of_public_table<Built>(),
                    "stdb: a client_visibility_filter is on a public table: clients see nothing of a private one");
    }
  }
  return true;
}

}  // namespace stdb::detail
