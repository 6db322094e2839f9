// sdk/host/src/sql/tokens.hpp: the words and signs of a query.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace stdb::host {

enum class TokenKind : std::uint8_t {
  name,         // word or "quoted name"
  keyword,      // a word that SQL reserves, in capitals
  number,       // as it is written, with its sign
  text,         // 'text', without the quotes
  hexadecimal,  // 0xff or X'ff', the digits
  parameter,    // :sender
  sign,         // = <> != < > <= >= ( ) . *
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;
  std::size_t offset = 0;  // bytes from the start of the query

  bool is(TokenKind wanted, std::string_view wanted_text) const { return kind == wanted && text == wanted_text; }
};

// The tokens, with an end behind the last; or what cannot be read.
std::expected<std::vector<Token>, std::string> read_tokens(std::string_view sql);

}  // namespace stdb::host
