// sdk/module/.../detail/case_names.hpp: names as the policy snake_case turns them, for the checks of what it makes
// equal.
#pragma once

#include <cstddef>
#include <string_view>

namespace stdb::detail {

// Calls put(character, begins_word) for each character that is kept. A word ends at an underscore, at a capital after a
// small letter, before the last capital of several, and between letters and digits. Source: what the official validator
// does with names.
template <class Put>
constexpr void for_words(std::string_view name, Put put) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  bool begins = true;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    if (c == '_') {
      begins = true;
      continue;
    }
    const char last = at > 0 ? name[at - 1] : '_';
    const char next = at + 1 < name.size() ? name[at + 1] : '_';
    begins = begins || (is_upper(c) && (is_lower(last) || (is_upper(last) && is_lower(next)))) ||
             (last != '_' && is_digit(c) != is_digit(last));
    put(c, begins);
    begins = false;
  }
}

// Whether the policy leaves the name as it is, because it is small letters with single underscores between them: most
// names are, and the compiler has far less to do where this is seen.
constexpr bool is_plain_snake_case(std::string_view name) {
  char last = '_';
  for (const char c : name) {
    if (c == '_' ? last == '_' : c < 'a' || c > 'z') return false;
    last = c;
  }
  return last != '_';
}

// Puts "player_1" for player1, "http_server" for HTTPServer, a character at a time.
template <class Put>
constexpr void put_snake_case(std::string_view name, Put put) {
  bool is_first = true;
  for_words(name, [&](char c, bool begins) {
    if (begins && !is_first) put('_');
    put(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    is_first = false;
  });
}

// Puts "PlayerState" for player_state, "HttpServer" for HTTPServer. The scope's dots stay.
template <class Put>
constexpr void put_pascal_case(std::string_view name, Put put) {
  while (true) {
    const std::size_t dot = name.find('.');
    for_words(name.substr(0, dot), [&](char c, bool begins) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      put(is_letter ? static_cast<char>(begins ? c & ~0x20 : c | 0x20) : c);
    });
    if (dot == std::string_view::npos) return;
    put('.');
    name.remove_prefix(dot + 1);
  }
}

// What becomes of a name goes to a sink, which takes texts by << and characters by put: NameHash, SqlText. Of names
// that are not said to be canonical the module's policy decides.
struct AsWritten {
  template <class Sink>
  constexpr void operator()(Sink& sink, std::string_view name) const {
    sink << name;
  }
};
struct SnakeCased {
  template <class Sink>
  constexpr void operator()(Sink& sink, std::string_view name) const {
    if (is_plain_snake_case(name)) {
      sink << name;
    } else {
      put_snake_case(name, [&](char c) { sink.put(c); });
    }
  }
};
struct PascalCased {
  template <class Sink>
  constexpr void operator()(Sink& sink, std::string_view name) const {
    put_pascal_case(name, [&](char c) { sink.put(c); });
  }
};

}  // namespace stdb::detail
