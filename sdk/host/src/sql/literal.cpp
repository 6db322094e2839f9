// sdk/host/src/sql/literal.cpp: literals of a query as values of a column's type.
#include "sql/literal.hpp"

#include <algorithm>
#include <charconv>

#include "base/little_endian.hpp"
#include "base/wide_integer.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/timestamp.hpp"

namespace stdb::host {
namespace {

constexpr int most_digits = 80;  // beyond those of any integer

bool is_integer(TypeKind kind) { return kind >= TypeKind::i8 && kind <= TypeKind::u256; }

bool is_signed(TypeKind kind) {
  return kind == TypeKind::i8 || kind == TypeKind::i16 || kind == TypeKind::i32 || kind == TypeKind::i64 ||
         kind == TypeKind::i128 || kind == TypeKind::i256;
}

bool is_bytes(const AlgebraicType& type) { return type.is(TypeKind::array) && type.element->is(TypeKind::u8); }

// "-1.5e1" as "-15"; none unless it is a whole number.
std::optional<std::string> whole_number(std::string_view text) {
  std::string sign;
  if (text.starts_with('-')) {
    sign = "-";
    text.remove_prefix(1);
  }
  int exponent = 0;
  const auto e = text.find('e');
  if (e != std::string_view::npos) {
    const auto tail = text.substr(e + 1);
    if (std::from_chars(tail.data(), tail.data() + tail.size(), exponent).ec != std::errc()) return std::nullopt;
    text = text.substr(0, e);
  }
  const auto point = text.find('.');
  std::string digits(text.substr(0, point));
  if (point != std::string_view::npos) {
    digits += text.substr(point + 1);
    exponent -= static_cast<int>(text.size() - point - 1);
  }
  if (digits.empty() || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  for (; exponent < 0 && digits.size() > 1 && digits.back() == '0'; ++exponent) digits.pop_back();
  if (digits.find_first_not_of('0') == std::string::npos) return "0";
  if (exponent < 0 || exponent > most_digits) return std::nullopt;
  return sign + digits + std::string(static_cast<std::size_t>(exponent), '0');
}

template <class Real, class Bits>
std::optional<Bytes> encode_real(std::string_view text) {
  Real number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  Bytes bytes;
  append(bytes, std::bit_cast<Bits>(number));
  return bytes;
}

// Hexadecimal digits, the most significant byte first, as bytes.
std::optional<Bytes> read_hex(std::string_view digits) {
  if (digits.starts_with("0x")) digits.remove_prefix(2);
  if (digits.size() % 2 != 0) return std::nullopt;
  Bytes bytes;
  for (std::size_t at = 0; at < digits.size(); at += 2) {
    std::uint8_t byte = 0;
    const auto [end, error] = std::from_chars(digits.data() + at, digits.data() + at + 2, byte, 16);
    if (error != std::errc() || end != digits.data() + at + 2) return std::nullopt;
    bytes.push_back(byte);
  }
  return bytes;
}

// A number of so many bytes, from its digits.
std::optional<Bytes> read_wide(std::string_view digits, std::size_t size) {
  auto bytes = read_hex(digits);
  if (!bytes || bytes->size() != size) return std::nullopt;
  std::ranges::reverse(*bytes);
  return bytes;
}

std::optional<Bytes> read_uuid(std::string_view text) {
  std::string digits(text);
  std::erase(digits, '-');
  return read_wide(digits, 16);
}

std::optional<Bytes> encode_special(const Token& token, SpecialType special) {
  switch (special) {
    case SpecialType::identity:
      return read_wide(token.text, 32);
    case SpecialType::connection_id:
      return read_wide(token.text, 16);
    case SpecialType::uuid:
      return read_uuid(token.text);
    case SpecialType::timestamp: {
      const auto time = Timestamp::parse(token.text);
      if (!time || token.kind != TokenKind::text) return std::nullopt;
      Bytes bytes;
      append(bytes, time->micros);
      return bytes;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_comparable(const AlgebraicType& type) {
  if (is_integer(type.kind) || is_bytes(type)) return true;
  switch (type.kind) {
    case TypeKind::boolean:
    case TypeKind::f32:
    case TypeKind::f64:
    case TypeKind::string:
      return true;
    default:
      break;
  }
  const SpecialType special = special_type(type);
  return special == SpecialType::identity || special == SpecialType::connection_id ||
         special == SpecialType::timestamp || special == SpecialType::uuid;
}

std::optional<Bytes> encode_literal(const Token& token, const AlgebraicType& type) {
  if (token.kind == TokenKind::keyword) {
    if (!type.is(TypeKind::boolean)) return std::nullopt;
    return Bytes{static_cast<std::uint8_t>(token.text == "TRUE" ? 1 : 0)};
  }
  if (is_integer(type.kind)) {
    const auto digits = whole_number(token.text);
    Bytes bytes(scalar_size(type.kind));
    if (!digits || !parse_integer(*digits, is_signed(type.kind), bytes)) return std::nullopt;
    return bytes;
  }
  if (type.is(TypeKind::f32)) return encode_real<float, std::uint32_t>(token.text);
  if (type.is(TypeKind::f64)) return encode_real<double, std::uint64_t>(token.text);
  if (type.is(TypeKind::string)) {
    Bytes bytes;
    append(bytes, static_cast<std::uint32_t>(token.text.size()));
    bytes.insert(bytes.end(), token.text.begin(), token.text.end());
    return bytes;
  }
  if (!is_bytes(type)) return encode_special(token, special_type(type));
  const auto read = read_hex(token.text);
  if (!read) return std::nullopt;
  Bytes bytes;
  append(bytes, static_cast<std::uint32_t>(read->size()));
  bytes.insert(bytes.end(), read->begin(), read->end());
  return bytes;
}

}  // namespace stdb::host
