// sdk/testing/.../detail/refuse.hpp: how misuse is said, out of line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stdb::testing::detail {

// Each throws Misuse with a text that begins with "stdb:".
[[noreturn]] void refuse(const std::string& text);
[[noreturn]] void refuse_place(std::size_t place, std::size_t size, std::string_view what);
[[noreturn]] void refuse_missing(std::string_view table);
[[noreturn]] void refuse_bytes(std::string_view what, std::string_view why);

}  // namespace stdb::testing::detail
