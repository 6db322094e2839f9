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

template <class T>
using range_of_t = Range<std::conditional_t<std::convertible_to<T, std::string_view>, std::string_view, T>>;

}  // namespace detail

// low <= value <= high
template <class T>
constexpr detail::range_of_t<T> between(T low, T high) {
  return {low, high, detail::BoundKind::included, detail::BoundKind::included};
}
// value >= low
template <class T>
constexpr detail::range_of_t<T> at_least(T low) {
  return {low, {}, detail::BoundKind::included, detail::BoundKind::unbounded};
}
// value > low
template <class T>
constexpr detail::range_of_t<T> greater_than(T low) {
  return {low, {}, detail::BoundKind::excluded, detail::BoundKind::unbounded};
}
// value <= high
template <class T>
constexpr detail::range_of_t<T> at_most(T high) {
  return {{}, high, detail::BoundKind::unbounded, detail::BoundKind::included};
}
// value < high
template <class T>
constexpr detail::range_of_t<T> less_than(T high) {
  return {{}, high, detail::BoundKind::unbounded, detail::BoundKind::excluded};
}

// One value of a column of type T: a value of exactly that type, or an integer literal that fits it.
template <class T>
struct Key {
  detail::key_t<T> value;

  template <class Exact>
    requires detail::ExactFor<T, Exact>
  constexpr Key(const Exact& exactly) : value(exactly) {}
  // A number of another type that is only known at run time would be cut or sign-extended without a word.
  template <class Literal>
    requires detail::LiteralFor<T, Literal>
  consteval Key(Literal literal) : value(detail::fit<T>(literal)) {}
};

// A range of a column of type T: bounds of exactly that type, or integer literals that fit it.
template <class T>
struct Bounds {
  Range<detail::key_t<T>> range;

  constexpr Bounds(Range<detail::key_t<T>> exactly) : range(exactly) {}
  template <class Literal>
    requires detail::LiteralFor<T, Literal>
  consteval Bounds(Range<Literal> literal)
      : range{detail::fit<T>(literal.low), detail::fit<T>(literal.high), literal.low_kind, literal.high_kind} {}
};

}  // namespace stdb
