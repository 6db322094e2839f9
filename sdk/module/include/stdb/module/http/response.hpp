// sdk/module/.../http/response.hpp: Response, the answer to an HTTP request.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "stdb/module/http/header.hpp"

namespace stdb::http {

struct Response {
  std::uint16_t code = 200;
  Headers headers{};
  std::string body{};  // bytes of any kind
  Version version = Version::http_1_1;

  // Whether the code is one of success, 200 to 299.
  bool is_ok() const { return code >= 200 && code < 300; }

  // A text in UTF-8, with the header that says so.
  static Response text(std::string_view body, std::uint16_t code = 200);
};

}  // namespace stdb::http
