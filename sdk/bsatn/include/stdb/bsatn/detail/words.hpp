// sdk/bsatn/.../detail/words.hpp: arithmetic on 256 bits, as the words of u256 and i256. No templates: a program that
// uses an operation holds it once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "stdb/bsatn/violation.hpp"

namespace stdb::bsatn::detail {

// The least significant word first.
using Words = std::array<std::uint64_t, 4>;
// The same in halves: products and quotients of two halves fit a word, which needs no helper of the compiler's.
using Halves = std::array<std::uint32_t, 8>;

constexpr Halves halves_of(const Words& words) {
  Halves halves{};
  for (std::size_t i = 0; i < halves.size(); ++i) {
    halves[i] = static_cast<std::uint32_t>(words[i / 2] >> (i % 2 * 32));
  }
  return halves;
}

constexpr Words words_of(const Halves& halves) {
  Words words{};
  for (std::size_t i = 0; i < halves.size(); ++i) {
    words[i / 2] |= static_cast<std::uint64_t>(halves[i]) << (i % 2 * 32);
  }
  return words;
}

constexpr bool is_zero(const Words& words) { return (words[0] | words[1] | words[2] | words[3]) == 0; }

constexpr bool is_less(const Words& a, const Words& b) {
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i];
  }
  return false;
}

constexpr Words add(const Words& a, const Words& b) {
  Words sum{};
  bool carry = false;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const std::uint64_t partial = a[i] + b[i];
    sum[i] = partial + (carry ? 1 : 0);
    carry = partial < a[i] || (carry && sum[i] == 0);
  }
  return sum;
}

constexpr Words complement(const Words& words) { return {~words[0], ~words[1], ~words[2], ~words[3]}; }

constexpr Words negate(const Words& words) { return add(complement(words), {1, 0, 0, 0}); }

constexpr Words subtract(const Words& a, const Words& b) { return add(a, negate(b)); }

constexpr Words multiply(const Words& a, const Words& b) {
  const Halves left = halves_of(a);
  const Halves right = halves_of(b);
  Halves product{};
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; i + j < product.size(); ++j) {
      carry += static_cast<std::uint64_t>(left[i]) * right[j] + product[i + j];
      product[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }
  return words_of(product);
}

// `by` is less than 256; what comes in on the right is zero.
constexpr Words shift_left(const Words& words, std::size_t by) {
  Words shifted{};
  for (std::size_t i = by / 64; i < shifted.size(); ++i) {
    shifted[i] = words[i - by / 64] << (by % 64);
    if (by % 64 != 0 && i > by / 64) shifted[i] |= words[i - by / 64 - 1] >> (64 - by % 64);
  }
  return shifted;
}

// `by` is less than 256; `fill` comes in on the left: all zeros or all ones.
constexpr Words shift_right(const Words& words, std::size_t by, std::uint64_t fill) {
  Words shifted{};
  for (std::size_t i = 0; i < shifted.size(); ++i) {
    const std::size_t from = i + by / 64;
    const std::uint64_t low = from < words.size() ? words[from] : fill;
    const std::uint64_t high = from + 1 < words.size() ? words[from + 1] : fill;
    shifted[i] = by % 64 == 0 ? low : (low >> (by % 64)) | (high << (64 - by % 64));
  }
  return shifted;
}

// Replaces the number by its quotient and returns the remainder.
constexpr std::uint32_t divide_by_half(Halves& number, std::uint32_t by) {
  std::uint64_t rest = 0;
  for (std::size_t i = number.size(); i-- > 0;) {
    rest = (rest << 32) | number[i];
    number[i] = static_cast<std::uint32_t>(rest / by);
    rest %= by;
  }
  return static_cast<std::uint32_t>(rest);
}

// number * by + plus; true if it did not fit.
constexpr bool multiply_by_half(Halves& number, std::uint32_t by, std::uint32_t plus) {
  std::uint64_t carry = plus;
  for (std::uint32_t& half : number) {
    carry += static_cast<std::uint64_t>(half) * by;
    half = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  return carry != 0;
}

struct Division {
  Words quotient{};
  Words remainder{};
};

// Estimates one half of the quotient from the leading halves; at most one too large afterwards. Source: Knuth, The Art
// of Computer Programming, volume 2, 4.3.1, algorithm D.
constexpr std::uint64_t estimate_quotient(std::uint64_t leading, std::uint32_t next, std::uint32_t divisor,
                                          std::uint32_t divisor_next) {
  std::uint64_t estimate = leading / divisor;
  std::uint64_t rest = leading % divisor;
  while (estimate >> 32 != 0 || estimate * divisor_next > ((rest << 32) | next)) {
    --estimate;
    rest += divisor;
    if (rest >> 32 != 0) break;
  }
  return estimate;
}

// number[at...] -= divisor * times over the divisor's halves and one more; true if that was one time too many.
template <std::size_t Size>
constexpr bool subtract_times(std::array<std::uint32_t, Size>& number, std::size_t at, const Halves& divisor,
                              std::size_t halves, std::uint64_t times) {
  std::uint64_t carry = 0;
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i <= halves; ++i) {
    carry += i < halves ? times * divisor[i] : 0;
    const std::uint64_t difference = std::uint64_t{number[at + i]} - (carry & 0xFFFF'FFFF) - borrow;
    number[at + i] = static_cast<std::uint32_t>(difference);
    borrow = difference >> 63;
    carry >>= 32;
  }
  return borrow != 0;
}

// Of two or more halves of divisor.
constexpr Division divide_long(const Words& dividend, const Words& divisor, std::size_t halves) {
  // Scaled so that the divisor's highest bit is set, which makes the estimates good.
  std::size_t scale = 0;
  while (((halves_of(divisor)[halves - 1] << scale) & 0x8000'0000) == 0) ++scale;
  const Halves low = halves_of(shift_left(dividend, scale));
  const Halves by = halves_of(shift_left(divisor, scale));
  std::array<std::uint32_t, 9> rest{};
  for (std::size_t i = 0; i < low.size(); ++i) rest[i] = low[i];
  rest[8] = scale == 0 ? 0 : static_cast<std::uint32_t>(dividend[3] >> (64 - scale));
  Halves quotient{};
  for (std::size_t at = low.size() - halves + 1; at-- > 0;) {
    const std::uint64_t leading = (std::uint64_t{rest[at + halves]} << 32) | rest[at + halves - 1];
    std::uint64_t times = estimate_quotient(leading, rest[at + halves - 2], by[halves - 1], by[halves - 2]);
    if (subtract_times(rest, at, by, halves, times)) {
      --times;
      std::uint64_t carry = 0;
      for (std::size_t i = 0; i <= halves; ++i) {
        carry += std::uint64_t{rest[at + i]} + (i < halves ? by[i] : 0);
        rest[at + i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
      }
    }
    quotient[at] = static_cast<std::uint32_t>(times);
  }
  Halves remainder{};
  for (std::size_t i = 0; i < remainder.size(); ++i) remainder[i] = rest[i];
  return {words_of(quotient), shift_right(words_of(remainder), scale, 0)};
}

// Without signs. Division by zero is a violation.
constexpr Division divide(const Words& dividend, const Words& divisor) {
  const Halves by = halves_of(divisor);
  std::size_t halves = by.size();
  while (halves > 0 && by[halves - 1] == 0) --halves;
  if (halves == 0) violation("an integer is divided by zero");
  if (is_less(dividend, divisor)) return {{}, dividend};
  if (halves > 1) return divide_long(dividend, divisor, halves);
  Halves quotient = halves_of(dividend);
  const std::uint32_t remainder = divide_by_half(quotient, by[0]);
  return {words_of(quotient), {remainder, 0, 0, 0}};
}

}  // namespace stdb::bsatn::detail
