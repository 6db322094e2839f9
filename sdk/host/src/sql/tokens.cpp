// sdk/host/src/sql/tokens.cpp: the words and signs of a query.
#include "sql/tokens.hpp"

#include <algorithm>
#include <array>

#include "base/concat.hpp"

namespace stdb::host {
namespace {

constexpr std::array<std::string_view, 11> keywords{"SELECT", "FROM", "WHERE", "JOIN", "INNER", "ON",
                                                    "AND",    "OR",   "AS",    "TRUE", "FALSE"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || (c & 0x80) != 0;
}
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view sql) : sql_(sql) {}

  std::expected<std::vector<Token>, std::string> read() {
    while (true) {
      while (at_ < sql_.size() && is_space(sql_[at_])) ++at_;
      Token token;
      token.offset = at_;
      if (at_ == sql_.size()) {
        tokens_.push_back(token);
        return std::move(tokens_);
      }
      if (!one(token)) return std::unexpected(concat("sql parser error: unexpected character at byte ", token.offset));
      tokens_.push_back(std::move(token));
    }
  }

 private:
  char next(std::size_t ahead = 0) const { return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0'; }

  bool one(Token& token) {
    const char first = next();
    if (first == '"') return quoted('"', TokenKind::name, token);
    if (first == '\'') return quoted('\'', TokenKind::text, token);
    if ((first == 'X' || first == 'x') && next(1) == '\'') {
      ++at_;
      return quoted('\'', TokenKind::hexadecimal, token);
    }
    if (first == '0' && (next(1) == 'x' || next(1) == 'X')) {
      at_ += 2;
      token.kind = TokenKind::hexadecimal;
      take_while(is_word, token.text);
      return true;
    }
    const char after_sign = first == '-' || first == '+' ? next(1) : first;
    if (is_digit(after_sign) || (after_sign == '.' && is_digit(next(after_sign == first ? 1 : 2)))) {
      return number(token);
    }
    if (first == ':') {
      ++at_;
      token.kind = TokenKind::parameter;
      take_while(is_word, token.text);
      return !token.text.empty();
    }
    if (is_word(first)) return word(token);
    return sign(token);
  }

  template <class Is>
  void take_while(Is is, std::string& out) {
    while (at_ < sql_.size() && is(sql_[at_])) out.push_back(sql_[at_++]);
  }

  // Two quotes within stand for one.
  bool quoted(char quote, TokenKind kind, Token& token) {
    token.kind = kind;
    for (++at_; at_ < sql_.size(); ++at_) {
      if (sql_[at_] != quote) {
        token.text.push_back(sql_[at_]);
      } else if (next(1) == quote) {
        token.text.push_back(sql_[at_++]);
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  bool number(Token& token) {
    token.kind = TokenKind::number;
    if (next() == '-') token.text.push_back('-');
    if (next() == '-' || next() == '+') ++at_;
    take_while([](char c) { return is_digit(c) || c == '.'; }, token.text);
    if (next() != 'e' && next() != 'E') return true;
    token.text.push_back('e');
    ++at_;
    if (next() == '-') token.text.push_back('-');
    if (next() == '-' || next() == '+') ++at_;
    take_while(is_digit, token.text);
    return true;
  }

  bool word(Token& token) {
    token.kind = TokenKind::name;
    take_while(is_word, token.text);
    std::string capitals = token.text;
    std::ranges::transform(capitals, capitals.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (std::ranges::find(keywords, capitals) != keywords.end()) {
      token.kind = TokenKind::keyword;
      token.text = std::move(capitals);
    }
    return true;
  }

  bool sign(Token& token) {
    token.kind = TokenKind::sign;
    for (const std::string_view known : {"<>", "!=", "<=", ">=", "=", "<", ">", "(", ")", ".", "*"}) {
      if (!sql_.substr(at_).starts_with(known)) continue;
      token.text = known;
      at_ += known.size();
      return true;
    }
    return false;
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::expected<std::vector<Token>, std::string> read_tokens(std::string_view sql) { return Tokenizer(sql).read(); }

}  // namespace stdb::host
