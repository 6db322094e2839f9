// sdk/module/.../http/request.hpp: Request, an HTTP request, to be sent or to be answered.
#pragma once

#include <optional>
#include <string>

#include "stdb/bsatn/time_duration.hpp"
#include "stdb/module/http/header.hpp"

namespace stdb::http {

struct Request {
  std::string method = "GET";  // in capital letters, as HTTP has it
  std::string uri{};           // the whole of it: "https://example.com/things?page=2"
  Headers headers{};
  std::string body{};  // bytes of any kind
  // How long the host waits for the answer: 30 s if nothing is said, 180 s at most. Of no meaning in a request that is
  // answered.
  std::optional<TimeDuration> timeout{};
  Version version = Version::http_1_1;
};

}  // namespace stdb::http
