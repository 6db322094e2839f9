// sdk/module/.../detail/sql_words.hpp: SQL cut into words, for the checks of filters that are given as a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace stdb::detail {

struct SqlWord {
  enum class Kind { name, literal, parameter, sign, end };
  Kind kind = Kind::end;
  std::string_view text;  // of a quoted name what is between the quotes
  bool is_quoted = false;

  constexpr bool is(Kind wanted, std::string_view exactly) const { return kind == wanted && text == exactly; }

  // In capitals or not.
  constexpr bool is_keyword(std::string_view capitals) const {
    if (kind != Kind::name || is_quoted || text.size() != capitals.size()) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if ((text[at] & ~0x20) != capitals[at]) return false;
    }
    return true;
  }
};

// Reads one word after the other. A copy looks ahead. What is no SQL gives words all the same: the server judges it.
class SqlWords {
 public:
  constexpr explicit SqlWords(std::string_view sql) : sql_(sql) {}

  constexpr SqlWord take() {
    skip_space();
    if (sql_.empty()) return {};
    const char first = sql_.front();
    if (first == '"') return quoted(SqlWord::Kind::name, 0);
    if (first == '\'') return quoted(SqlWord::Kind::literal, 0);
    if (first == ':') return word(SqlWord::Kind::parameter, 1);
    if (is_digit(first)) return word(SqlWord::Kind::literal, 0);
    if (!is_in_word(first)) return cut(SqlWord::Kind::sign, 1);
    // x'ff'
    return sql_.size() > 1 && sql_[1] == '\'' ? quoted(SqlWord::Kind::literal, 1) : word(SqlWord::Kind::name, 0);
  }

  constexpr SqlWord peek() const { return SqlWords(*this).take(); }

  constexpr bool accept(SqlWord::Kind kind, std::string_view exactly) {
    if (!peek().is(kind, exactly)) return false;
    take();
    return true;
  }

 private:
  static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static constexpr bool is_in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || (c & 0x80) != 0;
  }

  // Comments too.
  constexpr void skip_space() {
    while (!sql_.empty()) {
      if (sql_.starts_with("--")) {
        skip_behind("\n");
      } else if (sql_.starts_with("/*")) {
        skip_behind("*/");
      } else if (sql_[0] == ' ' || sql_[0] == '\n' || sql_[0] == '\t' || sql_[0] == '\r') {
        sql_.remove_prefix(1);
      } else {
        return;
      }
    }
  }
  constexpr void skip_behind(std::string_view end) {
    const std::size_t at = sql_.find(end);
    sql_.remove_prefix(at == std::string_view::npos ? sql_.size() : at + end.size());
  }

  constexpr SqlWord cut(SqlWord::Kind kind, std::size_t size) {
    const SqlWord word{kind, sql_.substr(0, size)};
    sql_.remove_prefix(size);
    return word;
  }

  constexpr SqlWord word(SqlWord::Kind kind, std::size_t size) {
    while (size < sql_.size() && (is_in_word(sql_[size]) || (kind == SqlWord::Kind::literal && sql_[size] == '.')))
      ++size;
    return cut(kind, size);
  }

  // From a quote to the next that is not one of two.
  constexpr SqlWord quoted(SqlWord::Kind kind, std::size_t begin) {
    const char quote = sql_[begin];
    std::size_t end = begin + 1;
    while (end < sql_.size() && (sql_[end] != quote || (end + 1 < sql_.size() && sql_[end + 1] == quote))) {
      end += sql_[end] == quote ? 2 : 1;
    }
    const SqlWord word{kind, sql_.substr(begin + 1, end - begin - 1), true};
    sql_.remove_prefix(end < sql_.size() ? end + 1 : sql_.size());
    return word;
  }

  std::string_view sql_;
};

}  // namespace stdb::detail
