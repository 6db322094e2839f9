// sdk/query/.../detail/write_sql.hpp: how each kind of value is written in SQL. Source: the official query builder,
// whose text the server's parser is made for; tests/oracle/query compares with it.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "stdb/bsatn/integer_text.hpp"
#include "stdb/bsatn/integers.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/query/detail/pieces.hpp"
#include "stdb/query/detail/shortest_real.hpp"

namespace stdb::detail {

// 256 bits, the least significant word first.
using Words = std::array<std::uint64_t, 4>;

// At compile time character by character: g++ 12 with its sanitizer cannot tell there that a table's name is no null
// pointer, which std::string::append asks.
constexpr void write_text(std::string& sql, std::string_view text) {
  if consteval {
    for (const char c : text) sql += c;
  } else {
    sql.append(text);
  }
}

constexpr void write_text(ConstantText& sql, std::string_view text) {
  for (const char c : text) sql += c;
}

constexpr void write_unsigned(std::string& sql, std::uint64_t value) {
  std::array<char, 20> digits{};
  char* const end = digits.data() + digits.size();
  char* first = end;
  do {
    *--first = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  write_text(sql, {first, end});
}

constexpr void write_signed(std::string& sql, std::int64_t value) {
  if (value < 0) sql += '-';
  write_unsigned(sql, value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
}

// 128 and 256 bits; narrower numbers are widened by the caller.
constexpr void write_wide(std::string& sql, const Words& words, bool is_signed) {
  if (is_signed) {
    write_text(sql, to_string(i256::from_words(words)));
  } else {
    write_text(sql, to_string(u256::from_words(words)));
  }
}

// All digits, never an exponent. The parser takes no word for a number that is none, so a query with one is refused by
// the server, as it is from every SDK.
constexpr void write_real(std::string& sql, double value) {
  if (value != value) {
    write_text(sql, "NaN");
    return;
  }
  if (std::bit_cast<std::uint64_t>(value) >> 63 != 0) {
    sql += '-';
    value = -value;
  }
  if (value > std::numeric_limits<double>::max()) {
    write_text(sql, "inf");
    return;
  }
  if (value == 0) {
    sql += '0';
    return;
  }
  const RealDigits real = shortest_digits(value);
  const std::string_view digits(real.digits.data(), real.count);
  if (real.point <= 0) {
    write_text(sql, "0.");
    sql.append(static_cast<std::size_t>(-real.point), '0');
    write_text(sql, digits);
  } else if (const auto point = static_cast<std::size_t>(real.point); point >= real.count) {
    write_text(sql, digits);
    sql.append(point - real.count, '0');
  } else {
    write_text(sql, digits.substr(0, point));
    sql += '.';
    write_text(sql, digits.substr(point));
  }
}

constexpr void write_quoted(std::string& sql, std::string_view text) {
  sql += '\'';
  for (const char c : text) {
    if (c == '\'') sql += '\'';
    sql += c;
  }
  sql += '\'';
}

// The lowest four bits.
constexpr void write_digit(std::string& sql, std::uint64_t bits) { sql += "0123456789abcdef"[bits & 15]; }

constexpr void write_bytes(std::string& sql, std::span<const std::uint8_t> bytes) {
  write_text(sql, "0x");
  for (const std::uint8_t byte : bytes) {
    write_digit(sql, std::uint64_t{byte} >> 4);
    write_digit(sql, byte);
  }
}

// words[0] is the least significant.
constexpr void write_hex(std::string& sql, const std::uint64_t* words, std::size_t count) {
  write_text(sql, "0x");
  for (std::size_t digit = count * 16; digit-- > 0;) write_digit(sql, words[digit / 16] >> (digit % 16 * 4));
}

constexpr void write_uuid(std::string& sql, u128 value) {
  sql += '\'';
  for (int digit = 32; digit-- > 0;) {
    write_digit(sql, static_cast<std::uint64_t>(value >> (digit * 4)));
    if (digit == 24 || digit == 20 || digit == 16 || digit == 12) sql += '-';
  }
  sql += '\'';
}

// Years that the server's calendar lacks are refused there.
constexpr void write_timestamp(std::string& sql, std::int64_t micros) {
  sql += '\'';
  write_text(sql, Timestamp{micros}.to_iso_string());
  sql += '\'';
}

}  // namespace stdb::detail
