// sdk/schema/.../fixed_string.hpp: FixedString, a text that can stand among template arguments.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace stdb {

// Written as a literal: table<Person, "person">.
template <std::size_t Size>
struct FixedString {
  char characters[Size] = {};

  constexpr FixedString(const char (&literal)[Size]) { std::copy_n(literal, Size, characters); }

  constexpr std::string_view view() const { return {characters, Size - 1}; }
};

}  // namespace stdb
