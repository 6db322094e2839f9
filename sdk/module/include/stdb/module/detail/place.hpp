// sdk/module/.../detail/place.hpp: a place in the source, as a log line carries it.
#pragma once

#include <cstdint>
#include <source_location>
#include <string_view>

#include "stdb/abi/types.h"

namespace stdb::detail {

struct Place {
  std::string_view file;  // without its folders; empty: unknown
  std::uint32_t line = STDB_NO_LINE;
};

constexpr Place place_of(const std::source_location& location) {
  const std::string_view path = location.file_name();
  const std::size_t slash = path.rfind('/');
  return {slash == std::string_view::npos ? path : path.substr(slash + 1), location.line()};
}

}  // namespace stdb::detail
