// sdk/bsatn/.../detail/wide_operators.hpp: the operators that u256 and i256 have in common.
#pragma once

#include <cstddef>
#include <cstdint>

#include "stdb/bsatn/detail/words.hpp"

namespace stdb::bsatn::detail {

// T has `words`, from_words(words), divide(words, words) and sign_bits().
template <class T>
class WideOperators {
  friend constexpr T operator+(const T& a, const T& b) { return T::from_words(add(a.words, b.words)); }
  friend constexpr T operator-(const T& a, const T& b) { return T::from_words(subtract(a.words, b.words)); }
  friend constexpr T operator*(const T& a, const T& b) { return T::from_words(multiply(a.words, b.words)); }
  friend constexpr T operator/(const T& a, const T& b) { return T::from_words(T::divide(a.words, b.words).quotient); }
  friend constexpr T operator%(const T& a, const T& b) { return T::from_words(T::divide(a.words, b.words).remainder); }

  friend constexpr T operator&(const T& a, const T& b) {
    return T::from_words(
        {a.words[0] & b.words[0], a.words[1] & b.words[1], a.words[2] & b.words[2], a.words[3] & b.words[3]});
  }
  friend constexpr T operator|(const T& a, const T& b) {
    return T::from_words(
        {a.words[0] | b.words[0], a.words[1] | b.words[1], a.words[2] | b.words[2], a.words[3] | b.words[3]});
  }
  friend constexpr T operator^(const T& a, const T& b) {
    return T::from_words(
        {a.words[0] ^ b.words[0], a.words[1] ^ b.words[1], a.words[2] ^ b.words[2], a.words[3] ^ b.words[3]});
  }
  friend constexpr T operator~(const T& value) { return T::from_words(complement(value.words)); }
  friend constexpr T operator+(const T& value) { return value; }
  friend constexpr T operator-(const T& value) { return T::from_words(negate(value.words)); }

  // By 256 or more everything is shifted out, unlike with builtin integers, where that is undefined.
  friend constexpr T operator<<(const T& value, std::size_t by) {
    return by < 256 ? T::from_words(shift_left(value.words, by)) : T();
  }
  friend constexpr T operator>>(const T& value, std::size_t by) {
    const std::uint64_t sign = value.sign_bits();
    return T::from_words(by < 256 ? shift_right(value.words, by, sign) : Words{sign, sign, sign, sign});
  }

  friend constexpr T& operator+=(T& a, const T& b) { return a = a + b; }
  friend constexpr T& operator-=(T& a, const T& b) { return a = a - b; }
  friend constexpr T& operator*=(T& a, const T& b) { return a = a * b; }
  friend constexpr T& operator/=(T& a, const T& b) { return a = a / b; }
  friend constexpr T& operator%=(T& a, const T& b) { return a = a % b; }
  friend constexpr T& operator&=(T& a, const T& b) { return a = a & b; }
  friend constexpr T& operator|=(T& a, const T& b) { return a = a | b; }
  friend constexpr T& operator^=(T& a, const T& b) { return a = a ^ b; }
  friend constexpr T& operator<<=(T& value, std::size_t by) { return value = value << by; }
  friend constexpr T& operator>>=(T& value, std::size_t by) { return value = value >> by; }

  friend constexpr T& operator++(T& value) { return value += T(1u); }
  friend constexpr T& operator--(T& value) { return value -= T(1u); }
  friend constexpr T operator++(T& value, int) {
    const T before = value;
    ++value;
    return before;
  }
  friend constexpr T operator--(T& value, int) {
    const T before = value;
    --value;
    return before;
  }

 private:
  // Nobody else's base.
  constexpr WideOperators() = default;
  friend T;
};

}  // namespace stdb::bsatn::detail
