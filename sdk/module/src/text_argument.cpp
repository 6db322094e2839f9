// sdk/module/src/text_argument.cpp: values as text. By hand, since printf and to_chars(double) would be most of a
// module.
#include "stdb/module/detail/text_argument.hpp"

#include <bit>
#include <cstring>

#include "stdb/bsatn/detail/time_text.hpp"
#include "stdb/bsatn/integer_text.hpp"

namespace stdb::detail {
namespace {

void append_decimal(Line& line, std::uint64_t value, int least_digits = 1) {
  char digits[20];
  char* const end = digits + sizeof digits;
  char* at = end;
  for (; value != 0 || end - at < least_digits; value /= 10) *--at = static_cast<char>('0' + value % 10);
  line.append({at, static_cast<std::size_t>(end - at)});
}

// 0 <= value < 1e15
void append_plain(Line& line, double value) {
  auto whole = static_cast<std::uint64_t>(value);
  auto millionths = static_cast<std::uint64_t>((value - static_cast<double>(whole)) * 1e6 + 0.5);
  if (millionths == 1'000'000) {
    ++whole;
    millionths = 0;
  }
  append_decimal(line, whole);
  if (millionths == 0) return;
  int digits = 6;
  for (; millionths % 10 == 0; millionths /= 10) --digits;
  line.append('.');
  append_decimal(line, millionths, digits);
}

void append_byte(Line& line, std::uint8_t byte) {
  line.append("0123456789abcdef"[byte >> 4]);
  line.append("0123456789abcdef"[byte & 15]);
}

}  // namespace

void append_unsigned(Line& line, const TextArgument& argument) { append_decimal(line, argument.number); }

void append_signed(Line& line, const TextArgument& argument) {
  const bool negative = static_cast<std::int64_t>(argument.number) < 0;
  if (negative) line.append('-');
  append_decimal(line, negative ? 0 - argument.number : argument.number);
}

void append_bool(Line& line, const TextArgument& argument) { line.append(argument.number != 0 ? "true" : "false"); }

void append_character(Line& line, const TextArgument& argument) { line.append(static_cast<char>(argument.number)); }

void append_text(Line& line, const TextArgument& argument) {
  line.append({static_cast<const char*>(argument.data), static_cast<std::size_t>(argument.number)});
}

void append_real(Line& line, const TextArgument& argument) {
  auto value = std::bit_cast<double>(argument.number);
  if (value != value) {
    line.append("nan");
    return;
  }
  if (argument.number >> 63 != 0) {
    line.append('-');
    value = -value;
  }
  if (value > 1.7976931348623157e308) {
    line.append("inf");
    return;
  }
  int exponent = 0;
  if (value >= 1e15 || (value != 0 && value < 1e-4)) {
    for (; value >= 9.9999995; value /= 10) ++exponent;  // what rounds to 10 is the next power's 1
    for (; value < 0.99999995; value *= 10) --exponent;
  }
  append_plain(line, value);
  if (exponent == 0) return;
  line.append(exponent < 0 ? "e-" : "e+");
  append_decimal(line, static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent), 2);
}

void append_hex(Line& line, const TextArgument& argument) {
  const auto* const bytes = static_cast<const std::uint8_t*>(argument.data);
  for (auto i = static_cast<std::size_t>(argument.number); i-- > 0;) append_byte(line, bytes[i]);
}

void append_wide(Line& line, const TextArgument& argument) {
  const auto size = static_cast<std::size_t>(argument.number & ~signed_integer);
  bsatn::detail::Words words{};
  std::memcpy(words.data(), argument.data, size);
  const bool is_negative = (argument.number & signed_integer) != 0 && words[size / 8 - 1] >> 63 != 0;
  if (is_negative && size == 16) words[2] = words[3] = ~std::uint64_t{0};
  const bsatn::detail::Magnitude number{bsatn::detail::halves_of(is_negative ? bsatn::detail::negate(words) : words),
                                        is_negative};
  char text[79];
  char* const end = text + sizeof text;
  const char* const begin = bsatn::detail::write_decimal(number, end);
  line.append({begin, static_cast<std::size_t>(end - begin)});
}

void append_timestamp(Line& line, const TextArgument& argument) {
  line.append(bsatn::detail::iso_date_time(static_cast<std::int64_t>(argument.number)).view());
}

void append_duration(Line& line, const TextArgument& argument) {
  line.append(bsatn::detail::signed_seconds(static_cast<std::int64_t>(argument.number)).view());
}

void append_uuid(Line& line, const TextArgument& argument) {
  const auto* const bytes = static_cast<const std::uint8_t*>(argument.data);
  for (std::size_t i = 16; i-- > 0;) {
    append_byte(line, bytes[i]);
    if (i == 12 || i == 10 || i == 8 || i == 6) line.append('-');
  }
}

}  // namespace stdb::detail
