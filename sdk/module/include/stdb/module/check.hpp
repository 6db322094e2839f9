// sdk/module/.../check.hpp: check, which holds a module to what it assumes.
#pragma once

#include <cstdint>
#include <string_view>

#include "stdb/module/panic.hpp"

namespace stdb {

// Where the condition does not hold, in optimised modules too, a panic: the text is logged with the caller's place, and
// the transaction is rolled back. For what can only be false if the module itself is wrong; what a caller did wrong is
// answered by Err.
inline void check(bool condition, std::string_view text, const char* file = __builtin_FILE(),
                  std::uint32_t line = __builtin_LINE()) {
  if (!condition) [[unlikely]]
    panic(text, file, line);
}

}  // namespace stdb
