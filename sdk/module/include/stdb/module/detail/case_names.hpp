// sdk/module/.../detail/case_names.hpp: names as the policy snake_case turns them, for the checks of what it makes
// equal.
#pragma once

#include <cstddef>
#include <string>
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

// "player_1" for player1, "http_server" for HTTPServer.
constexpr std::string snake_case(std::string_view name) {
  std::string converted;
  for_words(name, [&](char c, bool begins) {
    if (begins && !converted.empty()) converted += '_';
    converted += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return converted;
}

// "PlayerState" for player_state, "HttpServer" for HTTPServer. The scope's dots stay.
constexpr std::string pascal_case(std::string_view name) {
  std::string converted;
  while (true) {
    const std::size_t dot = name.find('.');
    for_words(name.substr(0, dot), [&](char c, bool begins) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      converted += is_letter ? static_cast<char>(begins ? c & ~0x20 : c | 0x20) : c;
    });
    if (dot == std::string_view::npos) return converted;
    converted += '.';
    name.remove_prefix(dot + 1);
  }
}

}  // namespace stdb::detail
