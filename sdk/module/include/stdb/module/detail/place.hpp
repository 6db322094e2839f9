// sdk/module/.../detail/place.hpp: a place in the source, as a log line carries it.
#pragma once

#include <cstdint>
#include <string_view>

#include "stdb/abi/types.h"

namespace stdb::detail {

struct Place {
  std::string_view file;  // without its folders; empty: unknown
  std::uint32_t line = STDB_NO_LINE;
};

// Not std::source_location: that would leave the name of each function that logs in the module.
constexpr Place place_of(std::string_view path, std::uint32_t line) {
  const std::size_t slash = path.rfind('/');
  return {slash == std::string_view::npos ? path : path.substr(slash + 1), line};
}

}  // namespace stdb::detail
