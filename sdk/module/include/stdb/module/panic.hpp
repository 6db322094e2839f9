// sdk/module/.../panic.hpp: panic, the end of a call that cannot go on.
#pragma once

#include <cstdint>
#include <string_view>

#include "stdb/module/detail/place.hpp"

namespace stdb {

namespace detail {

[[noreturn]] void panic_at(std::string_view text, const Place& at);
[[noreturn]] void panic_in(std::string_view text, const char* path, std::uint32_t line);

}  // namespace detail

// Logs the text with its place, at the level of panics, and traps: the transaction is rolled back, the caller reads
// that the instance met a fatal error, and the next call gets a fresh instance. For broken invariants; what a caller
// did wrong is answered by Err. Never returns. The place is the caller's.
[[noreturn]] inline void panic(std::string_view text, const char* file = __builtin_FILE(),
                               std::uint32_t line = __builtin_LINE()) {
  detail::panic_in(text, file, line);
}

}  // namespace stdb
