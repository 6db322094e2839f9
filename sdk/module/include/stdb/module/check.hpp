// sdk/module/.../check.hpp: check, a condition that must hold.
#pragma once

#include <cstdint>
#include <string_view>

#include "stdb/module/panic.hpp"

namespace stdb {

// A panic with this text and the caller's place unless the condition holds. Also in optimised modules.
inline void check(bool condition, std::string_view text, const char* file = __builtin_FILE(),
                  std::uint32_t line = __builtin_LINE()) {
  if (!condition) [[unlikely]]
    panic(text, file, line);
}

}  // namespace stdb
