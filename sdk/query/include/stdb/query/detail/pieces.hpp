// sdk/query/.../detail/pieces.hpp: a query's text as a constant of the program, cut where literals belong.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace stdb::detail {

// Where a literal belongs. No name and no part of SQL contains it.
inline constexpr char hole = '\0';

// Where a constant text goes: counts its characters, and keeps them where there is room. (Not a std::string, which the
// library of g++ 12 does not let clang make at compile time.)
class ConstantText {
 public:
  constexpr explicit ConstantText(char* room = nullptr) : room_(room) {}

  constexpr std::size_t size() const { return size_; }

  constexpr ConstantText& operator+=(char c) {
    if (room_ != nullptr) room_[size_] = c;
    ++size_;
    return *this;
  }

 private:
  char* room_;
  std::size_t size_ = 0;
};

// Text::write(ConstantText&) gives the whole text, holes and all.
template <class Text>
constexpr std::size_t measure_text() {
  ConstantText text;
  Text::write(text);
  return text.size();
}

template <class Text>
inline constexpr auto constant_text = [] {
  std::array<char, measure_text<Text>()> characters{};
  ConstantText text(characters.data());
  Text::write(text);
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
