// sdk/query/.../detail/pieces.hpp: a query's text as a constant of the program, cut where literals belong.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace stdb::detail {

// Where a literal belongs. No name and no part of SQL contains it.
inline constexpr char hole = '\0';

// Text::write(std::string&) gives the whole text, holes and all.
template <class Text>
constexpr std::string whole_text() {
  std::string sql;
  Text::write(sql);
  return sql;
}

template <class Text>
inline constexpr auto constant_text = [] {
  std::array<char, whole_text<Text>().size()> characters{};
  std::ranges::copy(whole_text<Text>(), characters.begin());
  return characters;
}();

template <class Text>
constexpr bool has_hole(std::size_t index) {
  return constant_text<Text>[index] == hole;
}

// The part before the first hole is number 0. By indexes and not by pointers, which g++ 12 with its sanitizer cannot
// compare at compile time.
template <class Text>
consteval std::string_view piece_of(std::size_t number) {
  std::size_t begin = 0;
  for (; number > 0; ++begin) number -= has_hole<Text>(begin) ? 1 : 0;
  std::size_t end = begin;
  while (end < constant_text<Text>.size() && !has_hole<Text>(end)) ++end;
  return {constant_text<Text>.data() + begin, end - begin};
}

}  // namespace stdb::detail
