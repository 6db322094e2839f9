// sdk/query/.../detail/shortest_real.hpp: the shortest decimal digits that stand for one floating point number only.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace stdb::detail {

// A whole number below 2^1216; the search for digits stays below 10 * 2^1076.
class BigNumber {
 public:
  constexpr explicit BigNumber(std::uint64_t value)
      : limbs_{static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32)} {}

  [[gnu::noinline]] constexpr void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& limb : limbs_) {
      carry += std::uint64_t{limb} * factor;
      limb = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  [[gnu::noinline]] constexpr void shift_left(int bits) {
    for (; bits >= 16; bits -= 16) multiply(1U << 16);
    multiply(1U << bits);
  }

  constexpr void add(const BigNumber& other) {
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < limbs_.size(); ++i) {
      carry += std::uint64_t{limbs_[i]} + other.limbs_[i];
      limbs_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  // other <= *this
  constexpr void subtract(const BigNumber& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < limbs_.size(); ++i) {
      const std::uint64_t difference = std::uint64_t{limbs_[i]} - other.limbs_[i] - borrow;
      limbs_[i] = static_cast<std::uint32_t>(difference);
      borrow = difference >> 63;
    }
  }

  // -1, 0 or 1, as *this is less, equal or greater.
  [[gnu::noinline]] constexpr int compare(const BigNumber& other) const {
    for (std::size_t i = limbs_.size(); i-- > 0;) {
      if (limbs_[i] != other.limbs_[i]) return limbs_[i] < other.limbs_[i] ? -1 : 1;
    }
    return 0;
  }

 private:
  std::array<std::uint32_t, 38> limbs_{};
};

// 0.d1d2d3... times 10 to the power of `point`.
struct RealDigits {
  std::array<char, 17> digits{};
  std::size_t count = 0;
  int point = 0;
};

// The digits found so far, rounded up in the last place.
constexpr void round_up(RealDigits& result) {
  while (result.count > 0 && result.digits[result.count - 1] == '9') --result.count;
  if (result.count > 0) {
    ++result.digits[result.count - 1];
  } else {
    result.digits[result.count++] = '1';
    ++result.point;
  }
}

// For a finite number greater than 0: of the shortest digit strings that are nearer to it than to any other number, the
// nearest. The method of Steele and White, in whole numbers: value / scale is the number, and everything within
// below / scale and above / scale of it is read as it.
constexpr RealDigits shortest_digits(double number) {
  const auto bits = std::bit_cast<std::uint64_t>(number);
  const auto field = static_cast<int>(bits >> 52);
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
  const std::uint64_t mantissa = field == 0 ? fraction : fraction | (std::uint64_t{1} << 52);
  const int exponent = (field == 0 ? 1 : field) - 1075;
  // Numbers below a power of two lie twice as close as those above it.
  const int closer_below = fraction == 0 && field > 1 ? 1 : 0;
  // A number halfway between two is read as the one with the even mantissa.
  const int tie = mantissa % 2 == 0 ? 0 : 1;

  BigNumber value(mantissa);
  BigNumber scale(1);
  BigNumber below(1);
  BigNumber above(1);
  value.shift_left(1 + closer_below + (exponent > 0 ? exponent : 0));
  scale.shift_left(1 + closer_below + (exponent < 0 ? -exponent : 0));
  below.shift_left(exponent > 0 ? exponent : 0);
  above.shift_left(closer_below + (exponent > 0 ? exponent : 0));

  const auto reaches_scale = [&] {
    BigNumber sum = value;
    sum.add(above);
    return sum.compare(scale) >= tie;
  };
  const auto times_ten = [&] {
    value.multiply(10);
    below.multiply(10);
    above.multiply(10);
  };

  RealDigits result;
  for (; reaches_scale(); ++result.point) scale.multiply(10);
  for (times_ten(); !reaches_scale(); times_ten()) --result.point;
  for (;; times_ten()) {
    char digit = '0';
    for (; value.compare(scale) >= 0; value.subtract(scale)) ++digit;
    const bool enough_below = value.compare(below) <= -tie;
    const bool enough_above = reaches_scale();
    result.digits[result.count++] = digit;
    if (!enough_below && !enough_above) continue;
    value.multiply(2);
    if (enough_above && (!enough_below || value.compare(scale) >= 0)) round_up(result);
    return result;
  }
}

}  // namespace stdb::detail
