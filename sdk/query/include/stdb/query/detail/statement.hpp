// sdk/query/.../detail/statement.hpp: a whole SELECT.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

#include "stdb/query/detail/conditions.hpp"
#include "stdb/query/detail/pieces.hpp"

namespace stdb::detail {

// The base of everything that is a query.
struct QueryBase {};

template <class T>
concept IsQuery = std::derived_from<T, QueryBase>;

// What from[] takes: a table's or a view's constant.
template <class T>
concept IsSource = requires {
  typename T::row_type;
  T::canonical_name;
};

// SELECT everything FROM the table.
template <class Table>
struct PlainHead {
  static constexpr void write(ConstantText& sql) {
    write_text(sql, "SELECT * FROM \"");
    write_text(sql, Table::canonical_name);
    sql += '"';
  }
};

// SELECT the rows of one of two tables that are joined.
template <class Returned, class Left, class Right, class On>
struct JoinHead {
  static constexpr void write(ConstantText& sql) {
    write_text(sql, "SELECT \"");
    write_text(sql, Returned::canonical_name);
    write_text(sql, "\".* FROM \"");
    write_text(sql, Left::canonical_name);
    write_text(sql, "\" JOIN \"");
    write_text(sql, Right::canonical_name);
    write_text(sql, "\" ON ");
    write_column(sql, Left::canonical_name, On::left::name);
    write_text(sql, " = ");
    write_column(sql, Right::canonical_name, On::right::name);
  }
};

template <class Where>
inline constexpr bool has_condition = !std::same_as<Where, Everything>;

// A head and the conditions on the one or two tables that it names.
template <class Head, class First, class FirstWhere, class Second = First, class SecondWhere = Everything>
struct Statement {
  static constexpr void write(ConstantText& sql) {
    Head::write(sql);
    if (has_condition<FirstWhere> || has_condition<SecondWhere>) write_text(sql, " WHERE ");
    FirstWhere::write(sql, First::canonical_name);
    if (has_condition<FirstWhere> && has_condition<SecondWhere>) write_text(sql, " AND ");
    SecondWhere::write(sql, Second::canonical_name);
  }

  static constexpr std::string sql(const FirstWhere& first, const SecondWhere& second = {}) {
    std::string sql;
    append_piece<Statement, 0>(sql);
    first.template fill<Statement, 0>(sql, First::canonical_name);
    second.template fill<Statement, FirstWhere::holes>(sql, Second::canonical_name);
    return sql;
  }
};

// Whether a condition can be put on rows of this type; refuses it in words.
template <class Row, class C>
constexpr bool check_condition() {
  constexpr bool is_of_two = std::same_as<typename C::row_type, TwoRows>;
  static_assert(
      !is_of_two,
      "stdb: where() compares columns of one struct: columns of two tables are compared in left_semijoin() or "
      "right_semijoin()");
  static_assert(is_of_two || are_of_one_row<typename C::row_type, Row>,
                "stdb: this condition is on a column of another struct than the rows of this query");
  return are_of_one_row<typename C::row_type, Row>;
}

// The condition of a query that gets one more.
template <class Where, class C>
constexpr auto add_condition(Where where, C condition) {
  if constexpr (has_condition<Where>) {
    return combine<Relation::both>(std::move(where), std::move(condition));
  } else {
    return condition;
  }
}

}  // namespace stdb::detail
