// sdk/module/.../check.hpp: check, which holds a module to what it assumes.
#pragma once

#include <source_location>
#include <string_view>

#include "stdb/module/panic.hpp"

namespace stdb {

// Where the condition does not hold, as panic: logs the text with its place and traps, which rolls the transaction
// back. For what can only be false if the module itself is wrong; what a caller did wrong is answered by Err.
inline void check(bool condition, std::string_view text, std::source_location at = std::source_location::current()) {
  if (!condition) [[unlikely]]
    panic(text, at);
}

}  // namespace stdb
