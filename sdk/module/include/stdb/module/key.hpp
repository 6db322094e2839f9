// sdk/module/.../key.hpp: Key and Bounds, what an index is asked for.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/schema/detail/literal.hpp"

namespace stdb {

namespace detail {

enum class BoundKind : std::uint8_t { included = 0, excluded = 1, unbounded = 2 };  // the wire's tags

}  // namespace detail

// A range of values, not yet of a column's type: what between() and its like give.
template <class T>
struct Range {
  T low{};
  T high{};
  detail::BoundKind low_kind = detail::BoundKind::unbounded;
  detail::BoundKind high_kind = detail::BoundKind::unbounded;
};

namespace detail {

// What a Range holds itself; a text it only looks at.
template <class T>
concept NoText = !std::convertible_to<const T&, std::string_view>;

}  // namespace detail

// A range of texts looks at them: one of a std::string that ends with the statement is handed on in that statement,
// filter(less_than(name + "x")), and not kept.

// low <= value <= high
template <detail::NoText T>
constexpr Range<T> between(T low, T high) {
  return {low, high, detail::BoundKind::included, detail::BoundKind::included};
}
constexpr Range<std::string_view> between(std::string_view low, std::string_view high) {
  return {low, high, detail::BoundKind::included, detail::BoundKind::included};
}
// value >= low
template <detail::NoText T>
constexpr Range<T> at_least(T low) {
  return {low, {}, detail::BoundKind::included, detail::BoundKind::unbounded};
}
constexpr Range<std::string_view> at_least(std::string_view low) {
  return {low, {}, detail::BoundKind::included, detail::BoundKind::unbounded};
}
// value > low
template <detail::NoText T>
constexpr Range<T> greater_than(T low) {
  return {low, {}, detail::BoundKind::excluded, detail::BoundKind::unbounded};
}
constexpr Range<std::string_view> greater_than(std::string_view low) {
  return {low, {}, detail::BoundKind::excluded, detail::BoundKind::unbounded};
}
// value <= high
template <detail::NoText T>
constexpr Range<T> at_most(T high) {
  return {{}, high, detail::BoundKind::unbounded, detail::BoundKind::included};
}
constexpr Range<std::string_view> at_most(std::string_view high) {
  return {{}, high, detail::BoundKind::unbounded, detail::BoundKind::included};
}
// value < high
template <detail::NoText T>
constexpr Range<T> less_than(T high) {
  return {{}, high, detail::BoundKind::unbounded, detail::BoundKind::excluded};
}
constexpr Range<std::string_view> less_than(std::string_view high) {
  return {{}, high, detail::BoundKind::unbounded, detail::BoundKind::excluded};
}

// One value of a column of type T: a value of exactly that type, or an integer literal that fits it.
template <class T>
struct Key {
  detail::key_t<T> value;

  template <class Exact>
    requires detail::ExactFor<T, Exact>
  constexpr Key(const Exact& exactly) : value(exactly) {}
  template <class Literal>
    requires detail::LiteralFor<T, Literal>
  consteval Key(const Literal& literal)
      : value(detail::fit<T>(detail::a_number_of_another_type_must_be_a_literal<Literal>(literal))) {}
};

// A range of a column of type T: bounds of exactly that type, or integer literals that fit it.
template <class T>
struct Bounds {
  Range<detail::key_t<T>> range;

  constexpr Bounds(Range<detail::key_t<T>> exactly) : range(exactly) {}
  template <class Literal>
    requires detail::LiteralFor<T, Literal>
  consteval Bounds(const Range<Literal>& literal)
      : range{detail::fit<T>(detail::a_number_of_another_type_must_be_a_literal<Literal>(literal.low)),
              detail::fit<T>(detail::a_number_of_another_type_must_be_a_literal<Literal>(literal.high)),
              literal.low_kind, literal.high_kind} {}
};

}  // namespace stdb
