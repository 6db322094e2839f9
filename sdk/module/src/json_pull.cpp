// sdk/module/src/json_pull.cpp: JSON, piece by piece. Source: RFC 8259.
#include "stdb/module/detail/json_pull.hpp"

#include "stdb/bsatn/detail/hex.hpp"
#include "stdb/bsatn/detail/utf8.hpp"

namespace stdb::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

constexpr std::uint32_t no_unit = ~std::uint32_t{0};

// What a string's content, which has been checked, stands for: one code point after the other.
class Unescaping {
 public:
  explicit Unescaping(std::string_view content) : rest_(content) {}

  bool at_end() const { return rest_.empty(); }

  // The next piece of text: what stands there up to the next escape, or the one character that an escape is.
  std::string_view next() {
    if (rest_[0] != '\\') {
      std::size_t size = 1;
      while (size < rest_.size() && rest_[size] != '\\') ++size;
      return take(size);
    }
    const char kind = rest_[1];
    if (kind == 'u') return unicode();
    static constexpr std::string_view kinds = "bfnrt\"\\/";
    static constexpr std::string_view meanings = "\b\f\n\r\t\"\\/";
    std::size_t at = 0;
    while (kinds[at] != kind) ++at;
    take(2);
    return meanings.substr(at, 1);
  }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::uint32_t unit() {
    const std::string_view digits = take(6).substr(2);
    std::uint32_t value = 0;
    for (const char c : digits) value = value * 16 + static_cast<std::uint32_t>(bsatn::detail::hex_digit(c));
    return value;
  }

  std::string_view unicode() {
    std::uint32_t point = unit();
    if (is_high_surrogate(point)) point = 0x10000 + ((point & 0x3FF) << 10) + (unit() & 0x3FF);
    // UTF-8: the leading byte says how many follow.
    const std::size_t size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (std::size_t i = size; i-- > 1; point >>= 6) bytes_[i] = static_cast<char>(0x80 | (point & 0x3F));
    static constexpr std::uint8_t leading[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    bytes_[0] = static_cast<char>(leading[size] | point);
    return {bytes_, size};
  }

  std::string_view rest_;
  char bytes_[4] = {};
};

}  // namespace

JsonToken JsonPull::next() {
  const JsonToken next = token();
  if (next != JsonToken::key) end_ = at_;
  return next;
}

JsonToken JsonPull::token() {
  skip_blanks();
  begin_ = at_;
  switch (expect_) {
    case Expect::value:
      return value();
    case Expect::value_or_array_end:
      return take(']') ? close() : value();
    case Expect::key:
      return key();
    case Expect::key_or_object_end:
      return take('}') ? close() : key();
    case Expect::comma_or_end:
      if (take(in_object() ? '}' : ']')) return close();
      if (!take(',')) return fail();
      skip_blanks();
      begin_ = at_;
      return in_object() ? key() : value();
    case Expect::end:
      return at_ == text_.size() ? JsonToken::end : fail();
    case Expect::nothing:
      break;
  }
  return fail();
}

JsonToken JsonPull::fail() {
  expect_ = Expect::nothing;
  return JsonToken::error;
}

void JsonPull::skip_blanks() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
    ++at_;
  }
}

bool JsonPull::take(char c) {
  if (at_ == text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool JsonPull::take_word(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  return true;
}

bool JsonPull::in_object() const { return (is_object_[(depth_ - 1) / 64] >> ((depth_ - 1) % 64) & 1) != 0; }

void JsonPull::after_value() { expect_ = depth_ == 0 ? Expect::end : Expect::comma_or_end; }

JsonToken JsonPull::open(bool is_object) {
  if (depth_ == max_depth) return fail();
  const std::uint64_t bit = std::uint64_t{1} << (depth_ % 64);
  is_object_[depth_ / 64] = is_object ? is_object_[depth_ / 64] | bit : is_object_[depth_ / 64] & ~bit;
  ++depth_;
  expect_ = is_object ? Expect::key_or_object_end : Expect::value_or_array_end;
  return is_object ? JsonToken::object_begin : JsonToken::array_begin;
}

JsonToken JsonPull::close() {
  const bool was_object = in_object();
  --depth_;
  after_value();
  return was_object ? JsonToken::object_end : JsonToken::array_end;
}

JsonToken JsonPull::key() {
  if (!take('"') || !take_string()) return fail();
  end_ = at_;  // the colon is no part of the token
  skip_blanks();
  if (!take(':')) return fail();
  expect_ = Expect::value;
  return JsonToken::key;
}

JsonToken JsonPull::value() {
  if (take('{')) return open(true);
  if (take('[')) return open(false);
  JsonToken token = JsonToken::error;
  if (take('"')) {
    if (take_string()) token = JsonToken::string;
  } else if (take_word("true")) {
    token = JsonToken::boolean_true;
  } else if (take_word("false")) {
    token = JsonToken::boolean_false;
  } else if (take_word("null")) {
    token = JsonToken::null;
  } else if (take_number()) {
    token = JsonToken::number;
  }
  if (token == JsonToken::error) return fail();
  after_value();
  return token;
}

// After the opening quote.
bool JsonPull::take_string() {
  while (at_ < text_.size()) {
    const auto c = static_cast<std::uint8_t>(text_[at_]);
    if (c == '"') {
      ++at_;
      return true;
    }
    if (c == '\\') {
      if (!take_escape()) return false;
      continue;
    }
    if (c < 0x20) return false;
    const std::size_t length =
        bsatn::detail::utf8_sequence(reinterpret_cast<const std::uint8_t*>(text_.data()) + at_, text_.size() - at_);
    if (length == 0) return false;
    at_ += length;
  }
  return false;
}

bool JsonPull::take_escape() {
  ++at_;
  if (at_ == text_.size()) return false;
  if (!take('u')) {
    const std::string_view kinds = "bfnrt\"\\/";
    for (const char kind : kinds) {
      if (take(kind)) return true;
    }
    return false;
  }
  const std::uint32_t unit = take_hex4();
  if (unit == no_unit || is_low_surrogate(unit)) return false;
  return !is_high_surrogate(unit) || (take_word("\\u") && is_low_surrogate(take_hex4()));
}

std::uint32_t JsonPull::take_hex4() {
  if (text_.size() - at_ < 4) return no_unit;
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    const int digit = bsatn::detail::hex_digit(text_[at_]);
    if (digit < 0) return no_unit;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

bool JsonPull::take_number() {
  const auto take_digits = [this] {
    const std::size_t before = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ > before;
  };
  take('-');
  if (!take('0') && !take_digits()) return false;
  if (take('.') && !take_digits()) return false;
  if (take('e') || take('E')) {
    if (!take('+')) take('-');
    if (!take_digits()) return false;
  }
  return true;
}

std::string JsonPull::unescaped() const {
  std::string text;
  for (Unescaping pieces(content()); !pieces.at_end();) text += pieces.next();
  return text;
}

bool JsonPull::equals(std::string_view other) const {
  for (Unescaping pieces(content()); !pieces.at_end();) {
    const std::string_view piece = pieces.next();
    if (!other.starts_with(piece)) return false;
    other.remove_prefix(piece.size());
  }
  return other.empty();
}

}  // namespace stdb::detail
