// sdk/module/src/json_pull.cpp: JSON by its grammar, RFC 8259.
#include "stdb/module/detail/json_pull.hpp"

#include "stdb/bsatn/detail/utf8.hpp"

namespace stdb::detail {
namespace {

void append_utf8(std::string& out, std::uint32_t point) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0 | point >> 6);
    byte(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    byte(0xE0 | point >> 12);
    byte(0x80 | (point >> 6 & 0x3F));
    byte(0x80 | (point & 0x3F));
  } else {
    byte(0xF0 | point >> 18);
    byte(0x80 | (point >> 12 & 0x3F));
    byte(0x80 | (point >> 6 & 0x3F));
    byte(0x80 | (point & 0x3F));
  }
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void JsonPull::skip_blanks() {
  while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\n' || *at_ == '\r')) ++at_;
}

bool JsonPull::take(char character) {
  if (!is_at(character)) return false;
  ++at_;
  skip_blanks();
  return true;
}

bool JsonPull::literal(std::string_view word) {
  for (const char c : word) {
    if (!is_at(c)) return false;
    ++at_;
  }
  return true;
}

bool JsonPull::digits() {
  if (at_ == end_ || !is_digit(*at_)) return false;
  while (at_ != end_ && is_digit(*at_)) ++at_;
  return true;
}

bool JsonPull::number() {
  if (is_at('-')) ++at_;
  if (is_at('0')) {
    ++at_;
  } else if (!digits()) {
    return false;
  }
  if (is_at('.')) {
    ++at_;
    if (!digits()) return false;
  }
  if (is_at('e') || is_at('E')) {
    ++at_;
    if (is_at('+') || is_at('-')) ++at_;
    if (!digits()) return false;
  }
  return true;
}

bool JsonPull::hex_digits(std::uint32_t& unit) {
  unit = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    if (at_ == end_) return false;
    const char c = *at_;
    const char lower = static_cast<char>(c | 0x20);
    if (is_digit(c)) {
      unit = unit << 4 | static_cast<std::uint32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      unit = unit << 4 | static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return false;
    }
  }
  return true;
}

// After the backslash.
bool JsonPull::escape(std::string* out) {
  if (at_ == end_) return false;
  const char kind = *at_++;
  if (kind == 'u') {
    std::uint32_t point = 0;
    if (!hex_digits(point) || (point >= 0xDC00 && point < 0xE000)) return false;
    if (point >= 0xD800 && point < 0xDC00) {
      std::uint32_t low = 0;
      if (!literal("\\u") || !hex_digits(low) || low < 0xDC00 || low >= 0xE000) return false;
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    if (out != nullptr) append_utf8(*out, point);
    return true;
  }
  constexpr std::string_view kinds = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] != kind) continue;
    if (out != nullptr) *out += meant[i];
    return true;
  }
  return false;
}

// What stands between escapes: UTF-8 without control characters.
bool JsonPull::plain(std::string* out) {
  const char* const from = at_;
  while (at_ != end_ && *at_ != '"' && *at_ != '\\') {
    if (static_cast<unsigned char>(*at_) < 0x20) return false;
    ++at_;
  }
  const auto size = static_cast<std::size_t>(at_ - from);
  if (!bsatn::detail::is_utf8(reinterpret_cast<const std::uint8_t*>(from), size)) return false;
  if (out != nullptr) out->append(from, size);
  return true;
}

bool JsonPull::text(std::string& out) {
  out.clear();
  if (!is_at('"')) return false;
  ++at_;
  for (;;) {
    if (!plain(&out) || at_ == end_) return false;
    if (*at_++ == '"') break;
    if (!escape(&out)) return false;
  }
  skip_blanks();
  return true;
}

bool JsonPull::skip_string() {
  ++at_;
  for (;;) {
    if (!plain(nullptr) || at_ == end_) return false;
    if (*at_++ == '"') return true;
    if (!escape(nullptr)) return false;
  }
}

// The rest of an array or object. Recursion ends at max_json_depth.
bool JsonPull::list(char close, bool has_keys) {
  if (++depth_ > max_json_depth) return false;
  if (!take(close)) {
    for (;;) {
      if (has_keys) {
        if (!is_at('"') || !skip_string()) return false;
        skip_blanks();
        if (!take(':')) return false;
      }
      if (!value()) return false;
      if (take(close)) break;
      if (!take(',')) return false;
    }
  }
  --depth_;
  return true;
}

bool JsonPull::value() {
  if (at_ == end_) return false;
  bool is_whole = false;
  switch (*at_) {
    case '{':
      return take('{') && list('}', true);
    case '[':
      return take('[') && list(']', false);
    case '"':
      is_whole = skip_string();
      break;
    case 't':
      is_whole = literal("true");
      break;
    case 'f':
      is_whole = literal("false");
      break;
    case 'n':
      is_whole = literal("null");
      break;
    default:
      is_whole = number();
  }
  skip_blanks();
  return is_whole;
}

}  // namespace stdb::detail
