// sdk/query/.../detail/compare.hpp: makes conditions, and refuses in words those that no server would take.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/connection_id.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/bsatn/uuid.hpp"
#include "stdb/query/detail/conditions.hpp"
#include "stdb/query/sender.hpp"

namespace stdb::detail {

template <class T>
inline constexpr bool is_bytes = false;
template <>
inline constexpr bool is_bytes<std::vector<std::uint8_t>> = true;
template <std::size_t Size>
inline constexpr bool is_bytes<std::array<std::uint8_t, Size>> = true;

// Source: the SQL type checker of the server.
template <class T>
concept Comparable = std::same_as<T, bool> || IntegerColumn<T> || bsatn::detail::Float<T> ||
                     std::same_as<T, std::string> || is_bytes<T> || std::same_as<T, Identity> ||
                     std::same_as<T, ConnectionId> || std::same_as<T, Timestamp> || std::same_as<T, Uuid>;

// A value that is one of the column's: of its type, text in any form, bytes in any container.
template <class T, class Value>
concept ValueFor =
    ExactFor<T, Value> || (is_bytes<T> && std::convertible_to<const Value&, std::span<const std::uint8_t>>);

template <class T, class Value>
constexpr auto operand_of(const Value& value) {
  if constexpr (std::same_as<T, std::string>) {
    return TextOperand(value);
  } else if constexpr (is_bytes<T>) {
    return BytesOperand(value);
  } else {
    return ValueOperand<T>{value};
  }
}
template <class T, auto Member>
constexpr auto operand_of(Column<Member>) {
  return ColumnOperand<Member>();
}

template <class T>
constexpr void check_comparable() {
  static_assert(Comparable<T>,
                "stdb: a query cannot compare a column of this type: servers compare integers, bool, float, double, "
                "std::string, bytes, Identity, ConnectionId, Timestamp and Uuid");
}

template <auto Member, Relation Is, class Value>
constexpr auto compare(const Value& value) {
  using T = typename Column<Member>::value_type;
  check_comparable<T>();
  if constexpr (std::same_as<Value, Sender>) {
    static_assert(std::same_as<T, Identity>,
                  "stdb: stdb::sender is an Identity: compare a column of that type with it");
    return Comparison<Member, Is, SenderOperand>(SenderOperand());
  } else if constexpr (is_column<Value>) {
    static_assert(std::same_as<T, typename Value::value_type>,
                  "stdb: columns are compared with columns of exactly the same type");
    return Comparison<Member, Is, decltype(operand_of<T>(value))>(operand_of<T>(value));
  } else if constexpr (ValueFor<T, Value> && Comparable<T>) {
    return Comparison<Member, Is, decltype(operand_of<T>(value))>(operand_of<T>(value));
  } else {
    static_assert(!Comparable<T>,
                  "stdb: this value is not of the column's type: convert it, or write a literal that fits the column");
    return Constant(true);
  }
}

template <auto Member, Relation Is>
constexpr auto compare_literal(const LiteralOf<typename Column<Member>::value_type>& literal) {
  return Comparison<Member, Is, decltype(literal.operand())>(literal.operand());
}

template <class T>
concept IsConditionOrColumn = IsCondition<T> || is_column<T>;

// Where the column stands on the right.
template <class Value>
constexpr Constant refuse_order() {
  static_assert(sizeof(Value) == 0, "stdb: the column stands on the left: write stdb::col<&Person::age> >= 18");
  return Constant(true);
}

// What && and || of this room are for: one side says so, and the other is checked.
template <class A, class B>
concept JoinsConditions = IsConditionOrColumn<A> || IsConditionOrColumn<B>;

template <class A, class B>
inline constexpr bool are_of_one_row = std::same_as<common_row_t<A, B>, common_row_t<B, A>>;

template <Relation Is, class A, class B>
constexpr auto join(A one, B other) {
  using First = decltype(as_condition(std::move(one)));
  using Second = decltype(as_condition(std::move(other)));
  static_assert(are_of_one_row<typename First::row_type, typename Second::row_type>,
                "stdb: && and || join conditions on the columns of one struct: a semijoin is on one equality, and the "
                "rest goes into where() of either side");
  return combine<Is>(as_condition(std::move(one)), as_condition(std::move(other)));
}

}  // namespace stdb::detail
