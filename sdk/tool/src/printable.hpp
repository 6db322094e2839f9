// sdk/tool/src/printable.hpp: texts of a module made fit for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace stdb::tool {

// Control characters spelled out ("\x1b"), so that no module can steer the terminal; line ends and tabs stay. `text` is
// UTF-8.
std::string printable(std::string_view text);

}  // namespace stdb::tool
