// sdk/tool/src/run/duration.hpp: lengths of time as a call line writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace stdb::tool {

// "10s", "1h30m", "250us": whole numbers with us, ms, s, m, h or d behind each. None for anything else.
std::optional<std::chrono::microseconds> parse_duration(std::string_view text);

}  // namespace stdb::tool
