// sdk/module/.../detail/section.hpp: the sections of a module's description.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "stdb/module/detail/piece.hpp"

namespace stdb::detail {

// Source: RawModuleDefV10Section, tags 0 to 16.
enum class Section : std::uint8_t {
  typespace = 0,
  types = 1,
  tables = 2,
  reducers = 3,
  procedures = 4,
  views = 5,
  schedules = 6,
  lifecycle = 7,
  row_level_security = 8,
  case_conversion = 9,
  explicit_names = 10,
  http_handlers = 11,
  http_routes = 12,
  view_primary_keys = 13,
  submodules = 14,
  environment = 15,
  outboxes = 16,
};

inline constexpr std::size_t section_count = 17;

// What a module consists of, before it is bytes: for each section that is a list, the list.
struct ModuleParts {
  std::array<Pieces, section_count> lists{};
  std::uint8_t case_conversion = 0;

  constexpr Pieces operator[](Section section) const { return lists[static_cast<std::size_t>(section)]; }
  constexpr Pieces& operator[](Section section) { return lists[static_cast<std::size_t>(section)]; }
};

}  // namespace stdb::detail
