// sdk/module/.../key.hpp: Key and Bounds, what an index is asked for.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/integers.hpp"

namespace stdb {

namespace detail {

// Text is passed as a view of it; everything else as it is.
template <class T>
using key_t = std::conditional_t<std::same_as<T, std::string>, std::string_view, T>;

template <class T>
concept IntegerColumn = bsatn::detail::Integer<T> || bsatn::detail::WideInteger<T>;

// Not constexpr, so that a literal that gets here is refused with this name in the message.
inline void this_literal_does_not_fit_the_column() {}

template <class T, class Literal>
consteval T fit(Literal literal) {
  if constexpr (bsatn::detail::WideInteger<T>) {
    if (std::same_as<T, u256> && std::cmp_less(literal, 0)) this_literal_does_not_fit_the_column();
  } else if constexpr (sizeof(T) == 16) {
    if (std::same_as<T, u128> && std::cmp_less(literal, 0)) this_literal_does_not_fit_the_column();
  } else {
    if (!std::in_range<T>(literal)) this_literal_does_not_fit_the_column();
  }
  return static_cast<T>(literal);
}

template <class T, class Literal>
concept LiteralFor =
    IntegerColumn<T> && std::integral<Literal> && !std::same_as<Literal, bool> && !std::same_as<Literal, T>;

// Of the column's own type; text in any form.
template <class T, class Exact>
concept ExactFor =
    std::same_as<Exact, T> || (std::same_as<T, std::string> && std::convertible_to<const Exact&, std::string_view>);

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
