// sdk/host/.../near_name.hpp: what someone who mistyped a name may have meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace stdb::host {

// "; did you mean \"add\"?" if one of the names differs from `name` in a few letters only; otherwise "; there are: a,
// b, c" (at most ten), or "; there are none".
std::string suggestion(std::string_view name, std::span<const std::string> names);

}  // namespace stdb::host
