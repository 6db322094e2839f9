// sdk/query/.../condition.hpp: conditions on a row's columns: comparisons, and && || ! between them.
#pragma once

#include <type_traits>
#include <utility>

#include "stdb/query/detail/compare.hpp"
#include "stdb/query/detail/conditions.hpp"

namespace stdb {

// A column is compared, by == != < <= > >=, with
// - a value of exactly its type, text in any form; what is compared is copied, so a condition may be kept;
// - a literal that fits it: an integer for an integer of another width, any number for a float;
// - another column of the same struct and the same type;
// - stdb::sender, where it is an Identity.
// The column stands on the left. Conditions are joined by && and || and turned round by !; a bool column, or a bool,
// is a condition by itself. Both sides of && and || are always written: nothing is left out because of the other.
//
// The server compares integers of all widths, bool, float, double, std::string, vectors and arrays of bytes, Identity,
// ConnectionId, Timestamp and Uuid.

template <auto Member, class Value>
  requires(!detail::IsLiteralOf<typename Column<Member>::value_type, Value>)
constexpr auto operator==(Column<Member>, Value&& value) {
  return detail::compare<Member, detail::Relation::equal>(value);
}
template <auto Member>
constexpr auto operator==(Column<Member>, detail::LiteralOf<typename Column<Member>::value_type> literal) {
  return detail::compare_literal<Member, detail::Relation::equal>(literal);
}

template <auto Member, class Value>
  requires(!detail::IsLiteralOf<typename Column<Member>::value_type, Value>)
constexpr auto operator!=(Column<Member>, Value&& value) {
  return detail::compare<Member, detail::Relation::not_equal>(value);
}
template <auto Member>
constexpr auto operator!=(Column<Member>, detail::LiteralOf<typename Column<Member>::value_type> literal) {
  return detail::compare_literal<Member, detail::Relation::not_equal>(literal);
}

template <auto Member, class Value>
  requires(!detail::IsLiteralOf<typename Column<Member>::value_type, Value>)
constexpr auto operator<(Column<Member>, Value&& value) {
  return detail::compare<Member, detail::Relation::less>(value);
}
template <auto Member>
constexpr auto operator<(Column<Member>, detail::LiteralOf<typename Column<Member>::value_type> literal) {
  return detail::compare_literal<Member, detail::Relation::less>(literal);
}

template <auto Member, class Value>
  requires(!detail::IsLiteralOf<typename Column<Member>::value_type, Value>)
constexpr auto operator<=(Column<Member>, Value&& value) {
  return detail::compare<Member, detail::Relation::less_equal>(value);
}
template <auto Member>
constexpr auto operator<=(Column<Member>, detail::LiteralOf<typename Column<Member>::value_type> literal) {
  return detail::compare_literal<Member, detail::Relation::less_equal>(literal);
}

template <auto Member, class Value>
  requires(!detail::IsLiteralOf<typename Column<Member>::value_type, Value>)
constexpr auto operator>(Column<Member>, Value&& value) {
  return detail::compare<Member, detail::Relation::greater>(value);
}
template <auto Member>
constexpr auto operator>(Column<Member>, detail::LiteralOf<typename Column<Member>::value_type> literal) {
  return detail::compare_literal<Member, detail::Relation::greater>(literal);
}

template <auto Member, class Value>
  requires(!detail::IsLiteralOf<typename Column<Member>::value_type, Value>)
constexpr auto operator>=(Column<Member>, Value&& value) {
  return detail::compare<Member, detail::Relation::greater_equal>(value);
}
template <auto Member>
constexpr auto operator>=(Column<Member>, detail::LiteralOf<typename Column<Member>::value_type> literal) {
  return detail::compare_literal<Member, detail::Relation::greater_equal>(literal);
}

// The other way round, refused in words. Of == the language makes candidates that are turned round, which lose against
// the ones above only where both convert alike: so it is written for literals and for other values, as there.
template <auto Member>
constexpr detail::Constant operator==(detail::LiteralOf<typename Column<Member>::value_type>, Column<Member>) {
  return detail::refuse_order<Column<Member>>();
}
template <class Value, auto Member>
  requires(!detail::IsConditionOrColumn<std::remove_cvref_t<Value>> &&
           !detail::IsLiteralOf<typename Column<Member>::value_type, Value>)
constexpr detail::Constant operator==(Value&&, Column<Member>) {
  return detail::refuse_order<Value>();
}
template <class Value, auto Member>
  requires(!detail::IsConditionOrColumn<Value>)
constexpr detail::Constant operator!=(const Value&, Column<Member>) {
  return detail::refuse_order<Value>();
}
template <class Value, auto Member>
  requires(!detail::IsConditionOrColumn<Value>)
constexpr detail::Constant operator<(const Value&, Column<Member>) {
  return detail::refuse_order<Value>();
}
template <class Value, auto Member>
  requires(!detail::IsConditionOrColumn<Value>)
constexpr detail::Constant operator<=(const Value&, Column<Member>) {
  return detail::refuse_order<Value>();
}
template <class Value, auto Member>
  requires(!detail::IsConditionOrColumn<Value>)
constexpr detail::Constant operator>(const Value&, Column<Member>) {
  return detail::refuse_order<Value>();
}
template <class Value, auto Member>
  requires(!detail::IsConditionOrColumn<Value>)
constexpr detail::Constant operator>=(const Value&, Column<Member>) {
  return detail::refuse_order<Value>();
}

template <class A, class B>
  requires detail::JoinsConditions<A, B>
constexpr auto operator&&(A one, B other) {
  return detail::join<detail::Relation::both>(std::move(one), std::move(other));
}

template <class A, class B>
  requires detail::JoinsConditions<A, B>
constexpr auto operator||(A one, B other) {
  return detail::join<detail::Relation::either>(std::move(one), std::move(other));
}

// Written as the opposite comparisons, since servers know no NOT: !(a == b && c) is a <> b OR c <> TRUE.
template <detail::IsConditionOrColumn A>
constexpr auto operator!(const A& condition) {
  return detail::as_condition(condition).opposite();
}

}  // namespace stdb
