// sdk/query/.../detail/statement.hpp: a whole SELECT.
#pragma once

#include <algorithm>
#include <array>
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

// What SQL calls a source. A table of a submodule has the path to it before its own name, all within the quotes.
template <class Source>
concept IsOfSubmodule = requires { Source::name_space; } && !Source::name_space.empty();

template <class Source>
inline constexpr auto path_characters = [] {
  std::array<char, Source::name_space.size() + 1 + Source::canonical_name.size()> path{};
  auto at = std::copy(Source::name_space.begin(), Source::name_space.end(), path.begin());
  *at++ = '.';
  std::copy(Source::canonical_name.begin(), Source::canonical_name.end(), at);
  return path;
}();

template <class Source>
inline constexpr std::string_view sql_name = Source::canonical_name;
template <IsOfSubmodule Source>
inline constexpr std::string_view sql_name<Source>{path_characters<Source>.data(), path_characters<Source>.size()};

// SELECT everything FROM the table.
template <class Table>
struct PlainHead {
  static constexpr void write(ConstantText& sql) {
    write_text(sql, "SELECT * FROM \"");
    write_text(sql, sql_name<Table>);
    sql += '"';
  }
};

// SELECT the rows of one of two tables that are joined.
template <class Returned, class Left, class Right, class On>
struct JoinHead {
  static constexpr void write(ConstantText& sql) {
    write_text(sql, "SELECT \"");
    write_text(sql, sql_name<Returned>);
    write_text(sql, "\".* FROM \"");
    write_text(sql, sql_name<Left>);
    write_text(sql, "\" JOIN \"");
    write_text(sql, sql_name<Right>);
    write_text(sql, "\" ON ");
    write_column(sql, sql_name<Left>, On::left::name);
    write_text(sql, " = ");
    write_column(sql, sql_name<Right>, On::right::name);
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
    FirstWhere::write(sql, sql_name<First>);
    if (has_condition<FirstWhere> && has_condition<SecondWhere>) write_text(sql, " AND ");
    SecondWhere::write(sql, sql_name<Second>);
  }

  static constexpr std::string sql(const FirstWhere& first, const SecondWhere& second = {}) {
    std::string sql;
    append_piece<Statement, 0>(sql);
    first.template fill<Statement, 0>(sql, sql_name<First>);
    second.template fill<Statement, FirstWhere::holes>(sql, sql_name<Second>);
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
