// sdk/query/.../detail/relation.hpp: how two values or two conditions stand to each other.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stdb::detail {

// Each and its opposite differ in the lowest bit only.
enum class Relation : std::uint8_t {
  equal = 0,
  not_equal = 1,
  less = 2,
  greater_equal = 3,
  greater = 4,
  less_equal = 5,
  both = 6,    // of two conditions
  either = 7,  // of two conditions
  always = 8,
  never = 9,
};

constexpr Relation opposite(Relation relation) {
  return static_cast<Relation>(static_cast<std::uint8_t>(relation) ^ std::uint8_t{1});
}

// As it stands between its two sides; always and never have none and are written whole. SQL has no value for "true"
// alone among the server's conditions, only comparisons.
inline constexpr std::array<std::string_view, 10> relation_texts = {
    " = ", " <> ", " < ", " >= ", " > ", " <= ", " AND ", " OR ", "(TRUE = TRUE)", "(FALSE = TRUE)"};

constexpr std::string_view text_of(Relation relation) { return relation_texts[static_cast<std::size_t>(relation)]; }

}  // namespace stdb::detail
