// sdk/schema/.../detail/literal.hpp: which values and literals stand for a value of a column.
#pragma once

#include <concepts>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/integers.hpp"

namespace stdb::detail {

// Text is passed as a view of it; everything else as it is.
template <class T>
using key_t = std::conditional_t<std::same_as<T, std::string>, std::string_view, T>;

template <class T>
concept IntegerColumn = bsatn::detail::Integer<T> || bsatn::detail::WideInteger<T>;

// Not constexpr, so that a literal that gets here is refused with this name in the message.
inline void this_literal_does_not_fit_the_column() {}

// Called by name where a literal is taken, so that a number of another type that is only known at run time is refused
// with this name in the message: it would be cut or sign-extended without a word.
template <class Literal>
consteval Literal a_number_of_another_type_must_be_a_literal(const Literal& literal) {
  return literal;
}

template <class T, class Literal>
consteval T fit(Literal literal) {
  if constexpr (bsatn::detail::Float<T>) {
    // A fraction is rounded, as the literal of the column's own type would be; a whole number is not.
    const auto number = static_cast<double>(literal);
    const bool is_whole = std::integral<Literal>;
    if (number > std::numeric_limits<T>::max() || number < std::numeric_limits<T>::lowest() ||
        (is_whole && static_cast<Literal>(static_cast<T>(literal)) != literal)) {
      this_literal_does_not_fit_the_column();
    }
  } else if constexpr (bsatn::detail::WideInteger<T>) {
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

// A literal for a column of float or double: any number.
template <class T, class Literal>
concept RealLiteralFor = bsatn::detail::Float<T> && (std::integral<Literal> || bsatn::detail::Float<Literal>) &&
                         !std::same_as<Literal, bool> && !std::same_as<Literal, T>;

// Of the column's own type; text in any form.
template <class T, class Exact>
concept ExactFor =
    std::same_as<Exact, T> || (std::same_as<T, std::string> && std::convertible_to<const Exact&, std::string_view>);

}  // namespace stdb::detail
