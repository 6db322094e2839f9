// sdk/query/.../detail/check_semijoin.hpp: refuses, in words, the semijoins that no server would run.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "stdb/query/detail/conditions.hpp"
#include "stdb/query/detail/statement.hpp"

namespace stdb::detail {

// The two columns that a semijoin is on; void for a condition that is none.
template <class T>
struct JoinOf {
  using type = void;
};
template <auto Left, auto Right>
struct JoinOf<Comparison<Left, Relation::equal, ColumnOperand<Right>>> {
  struct type {
    using left = Column<Left>;
    using right = Column<Right>;
  };
};

// The table that a semijoin's second argument means: a table or a view, or from[] of one; void for anything else.
template <class T>
struct SourceOf {
  using type = void;
};
template <IsSource T>
struct SourceOf<T> {
  using type = T;
};
template <IsQuery T>
  requires requires { typename T::table_type; }
struct SourceOf<T> {
  using type = std::conditional_t<T::is_whole_table, typename T::table_type, void>;
};
template <class T>
using source_of_t = typename SourceOf<T>::type;

// Whether the table has an index over this column alone.
template <class Table>
constexpr bool is_indexed(std::size_t column) {
  for (const auto& index : Table::indexes) {
    if (index.columns.size() == 1 && index.columns[0] == column) return true;
  }
  return false;
}

template <class Left, class Right, class Pair>
constexpr bool check_join_columns() {
  constexpr bool are_in_order = std::same_as<typename Pair::left::row_type, typename Left::row_type> &&
                                std::same_as<typename Pair::right::row_type, typename Right::row_type>;
  static_assert(are_in_order,
                "stdb: a semijoin compares a column of the left table with one of the right, in this order: "
                "stdb::col<&Left::a> == stdb::col<&Right::b>");
  if constexpr (are_in_order) {
    static_assert(is_indexed<Left>(Pair::left::place),
                  "stdb: a semijoin's column of the left table needs an index of its own: make it the primary_key, "
                  "unique or btree<...>");
    static_assert(is_indexed<Right>(Pair::right::place),
                  "stdb: a semijoin's column of the right table needs an index of its own: make it the primary_key, "
                  "unique or btree<...>");
  }
  return are_in_order;
}

// Source: the server's compiler of subscriptions, which also runs the queries of views.
template <class Left, class Right, class On>
constexpr bool check_semijoin() {
  using Pair = typename JoinOf<On>::type;
  static_assert(!std::is_void_v<Right>,
                "stdb: the second side of a semijoin is a whole table: name the table; conditions on its rows go into "
                "where() after right_semijoin()");
  static_assert(!std::is_void_v<Pair>,
                "stdb: a semijoin is on two columns that are equal: stdb::col<&Left::a> == stdb::col<&Right::b>");
  if constexpr (!std::is_void_v<Right> && !std::is_void_v<Pair>) {
    static_assert(sql_name<Left> != sql_name<Right>,
                  "stdb: a table cannot be joined with itself: servers would need another name for one of the two");
    static_assert(!Right::is_event,
                  "stdb: the right table of a semijoin cannot be an event table: its rows do not last");
    return check_join_columns<Left, Right, Pair>();
  } else {
    return false;
  }
}

}  // namespace stdb::detail
