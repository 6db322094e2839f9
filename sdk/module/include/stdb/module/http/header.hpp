// sdk/module/.../http/header.hpp: Header and Version, the small parts of HTTP messages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stdb::http {

// One line of a message's head. The value is bytes of any kind; most are ASCII.
struct Header {
  std::string name;
  std::string value;
};

using Headers = std::vector<Header>;

// The value of the first header of this name, whatever its letters' case; null if there is none. Valid as long as the
// headers are.
const std::string* find(const Headers& headers, std::string_view name);

// The numbers are the wire's.
enum class Version : std::uint8_t { http_0_9 = 0, http_1_0 = 1, http_1_1 = 2, http_2 = 3, http_3 = 4 };

}  // namespace stdb::http
