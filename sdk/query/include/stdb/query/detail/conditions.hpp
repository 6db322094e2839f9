// sdk/query/.../detail/conditions.hpp: what a condition is made of.
//
// A condition is a type that knows all of its text but the literals. write() gives that text once, at compile time,
// with a hole where each literal belongs; fill() appends at run time what lies from one hole to the next. So a query
// costs a module its text and two calls a literal.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/query/detail/operands.hpp"
#include "stdb/query/detail/pieces.hpp"
#include "stdb/query/detail/relation.hpp"
#include "stdb/schema/column.hpp"

namespace stdb {

// The base of every condition, by which the operators are found.
struct Condition {};

namespace detail {

// What lies between one hole and the next.
template <class Text, std::size_t Index>
constexpr void append_piece(std::string& sql) {
  constexpr std::string_view piece = piece_of<Text>(Index);
  if constexpr (!piece.empty()) append_constant(sql, piece);
}

// The row of a comparison between columns of two structs, as a semijoin has it.
struct TwoRows {};

template <class Compared, class Operand>
struct RowOf {
  using type = typename Compared::row_type;
};
template <class Compared, auto Other>
struct RowOf<Compared, ColumnOperand<Other>> {
  using type = std::conditional_t<std::same_as<typename Compared::row_type, typename Column<Other>::row_type>,
                                  typename Compared::row_type, TwoRows>;
};

template <auto Member, Relation Is, class Operand>
struct Comparison : Condition {
  using column = Column<Member>;
  using row_type = typename RowOf<column, Operand>::type;
  static constexpr Relation relation = Is;
  static constexpr std::size_t holes = Operand::is_constant ? 0 : 1;
  static constexpr bool has_sender = std::same_as<Operand, SenderOperand>;

  Operand operand;

  constexpr explicit Comparison(Operand with) : operand(std::move(with)) {}

  static constexpr void write(ConstantText& sql, std::string_view table) {
    sql += '(';
    write_column(sql, table, column::name);
    write_text(sql, text_of(Is));
    if constexpr (Operand::is_constant) {
      Operand::write(sql, table);
    } else {
      sql += hole;
    }
    sql += ')';
  }

  template <class Text, std::size_t First>
  constexpr void fill(std::string& sql, std::string_view) const {
    if constexpr (holes > 0) {
      operand.append(sql);
      append_piece<Text, First + 1>(sql);
    }
  }

  constexpr Comparison<Member, detail::opposite(Is), Operand> opposite() const {
    return Comparison<Member, detail::opposite(Is), Operand>(operand);
  }
};

// void where the conditions speak of no column.
template <class A, class B>
using common_row_t = std::conditional_t<std::is_void_v<A>, B, A>;

template <Relation Is, class A, class B>
struct Combination;
template <Relation Is, class A, class B>
constexpr Combination<Is, A, B> combine(A one, B other) {
  return {std::move(one), std::move(other)};
}

// Two conditions, both or either of which must hold.
template <Relation Is, class A, class B>
struct Combination : Condition {
  using row_type = common_row_t<typename A::row_type, typename B::row_type>;
  static constexpr std::size_t holes = A::holes + B::holes;
  static constexpr bool has_sender = A::has_sender || B::has_sender;

  A first;
  B second;

  constexpr Combination(A one, B other) : first(std::move(one)), second(std::move(other)) {}

  static constexpr void write(ConstantText& sql, std::string_view table) {
    sql += '(';
    A::write(sql, table);
    write_text(sql, text_of(Is));
    B::write(sql, table);
    sql += ')';
  }

  template <class Text, std::size_t First>
  constexpr void fill(std::string& sql, std::string_view table) const {
    first.template fill<Text, First>(sql, table);
    second.template fill<Text, First + A::holes>(sql, table);
  }

  constexpr auto opposite() const { return combine<detail::opposite(Is)>(first.opposite(), second.opposite()); }
};

// true or false, known when the query is made.
struct Constant : Condition {
  using row_type = void;
  static constexpr std::size_t holes = 1;
  static constexpr bool has_sender = false;

  bool value;

  constexpr explicit Constant(bool known) : value(known) {}

  static constexpr void write(ConstantText& sql, std::string_view) { sql += hole; }

  template <class Text, std::size_t First>
  constexpr void fill(std::string& sql, std::string_view) const {
    append_constant(sql, text_of(value ? Relation::always : Relation::never));
    append_piece<Text, First + 1>(sql);
  }

  constexpr Constant opposite() const { return Constant(!value); }
};

// No condition.
struct Everything {
  static constexpr std::size_t holes = 0;
  static constexpr bool has_sender = false;

  static constexpr void write(ConstantText&, std::string_view) {}
  template <class Text, std::size_t First>
  constexpr void fill(std::string&, std::string_view) const {}
};

template <class T>
concept IsCondition = std::derived_from<T, Condition>;

template <class T>
inline constexpr bool is_column = false;
template <auto Member>
inline constexpr bool is_column<Column<Member>> = true;

// What stands for a condition: one, a column, or a bool.
template <class T>
concept MayBeCondition = IsCondition<T> || is_column<T> || std::same_as<T, bool>;

template <class T>
constexpr auto as_condition(T condition) {
  static_assert(
      MayBeCondition<T>,
      "stdb: this is no condition: write stdb::col<&Row::column> == value, a bool column, or several of these "
      "joined by && || !");
  if constexpr (IsCondition<T>) {
    return condition;
  } else if constexpr (std::same_as<T, bool>) {
    return Constant(condition);
  } else {
    return Constant(true);
  }
}
template <auto Member>
constexpr auto as_condition(Column<Member>) {
  static_assert(std::same_as<typename Column<Member>::value_type, bool>,
                "stdb: only a column of type bool is a condition by itself: compare this one with a value");
  return Comparison<Member, Relation::equal, TrueOperand>(TrueOperand());
}

}  // namespace detail
}  // namespace stdb
