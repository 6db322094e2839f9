// sdk/host/src/base/wide_integer.cpp: integers of any wire width to and from text.
#include "base/wide_integer.hpp"

#include <algorithm>
#include <array>

namespace stdb::host {
namespace {

constexpr std::size_t most_bytes = 32;

// A magnitude of up to 256 bits, as bytes, least significant first.
using Magnitude = std::array<std::uint8_t, most_bytes>;

void negate(std::span<std::uint8_t> number) {
  unsigned carry = 1;
  for (std::uint8_t& byte : number) {
    carry += static_cast<std::uint8_t>(~byte);
    byte = static_cast<std::uint8_t>(carry);
    carry >>= 8;
  }
}

bool is_negative(ByteView number, bool is_signed) { return is_signed && (number.back() & 0x80) != 0; }

Magnitude magnitude_of(ByteView number, bool negative) {
  Magnitude magnitude{};
  std::ranges::copy(number, magnitude.begin());
  if (negative) negate(std::span(magnitude).first(number.size()));
  return magnitude;
}

// Divides in place; the remainder.
unsigned divide(Magnitude& magnitude, unsigned divisor) {
  unsigned rest = 0;
  for (std::size_t at = most_bytes; at-- > 0;) {
    rest = rest << 8 | magnitude[at];
    magnitude[at] = static_cast<std::uint8_t>(rest / divisor);
    rest %= divisor;
  }
  return rest;
}

// magnitude * factor + digit; false when 256 bits do not hold it.
bool multiply_add(Magnitude& magnitude, unsigned factor, unsigned digit) {
  unsigned carry = digit;
  for (std::uint8_t& byte : magnitude) {
    carry += byte * factor;
    byte = static_cast<std::uint8_t>(carry);
    carry >>= 8;
  }
  return carry == 0;
}

std::string digits_of(Magnitude magnitude, unsigned base) {
  std::string reversed;
  do {
    reversed.push_back("0123456789abcdef"[divide(magnitude, base)]);
  } while (std::ranges::any_of(magnitude, [](std::uint8_t byte) { return byte != 0; }));
  return {reversed.rbegin(), reversed.rend()};
}

unsigned digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10;
  if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A') + 10;
  return 99;
}

}  // namespace

std::string decimal_text(ByteView number, bool is_signed) {
  const bool negative = is_negative(number, is_signed);
  return (negative ? "-" : "") + digits_of(magnitude_of(number, negative), 10);
}

std::string hex_text(ByteView number, bool is_signed) {
  const bool negative = is_negative(number, is_signed);
  return (negative ? "-0x" : "0x") + digits_of(magnitude_of(number, negative), 16);
}

bool parse_integer(std::string_view text, bool is_signed, std::span<std::uint8_t> out) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const unsigned base = text.starts_with("0x") || text.starts_with("0X") ? 16 : 10;
  if (base == 16) text.remove_prefix(2);
  if (text.empty()) return false;
  Magnitude magnitude{};
  for (const char digit : text) {
    const unsigned value = digit_value(digit);
    if (value >= base || !multiply_add(magnitude, base, value)) return false;
  }
  const auto beyond = std::span(magnitude).subspan(out.size());
  if (std::ranges::any_of(beyond, [](std::uint8_t byte) { return byte != 0; })) return false;
  const auto low = std::span(magnitude).first(out.size());
  const bool is_zero = std::ranges::all_of(low, [](std::uint8_t byte) { return byte == 0; });
  if (negative) negate(low);
  // The sign bit must say what the text said; for unsigned numbers only zero may carry a minus sign.
  const bool sign_bit = (low.back() & 0x80) != 0;
  if (is_signed ? !is_zero && sign_bit != negative : negative && !is_zero) return false;
  std::ranges::copy(low, out.begin());
  return true;
}

}  // namespace stdb::host
