// sdk/module/.../panic.hpp: panic, the end of a call that cannot go on.
#pragma once

#include <source_location>
#include <string_view>

#include "stdb/module/detail/place.hpp"

namespace stdb {

namespace detail {

[[noreturn]] void panic_at(std::string_view text, const Place& at);

}  // namespace detail

// Logs the text with its place, at the level of panics, and traps: the transaction is rolled back, the caller reads
// that the instance met a fatal error, and the next call gets a fresh instance. For broken invariants; what a caller
// did wrong is answered by Err. Never returns.
[[noreturn]] inline void panic(std::string_view text, std::source_location at = std::source_location::current()) {
  detail::panic_at(text, detail::place_of(at));
}

}  // namespace stdb
