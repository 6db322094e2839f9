// sdk/host/.../network.hpp: an HttpClient that sends requests over the network.
#pragma once

#include <cstddef>

#include "stdb/host/http.hpp"

namespace stdb::host {

struct NetworkOptions {
  // This machine may be asked too, for servers beside the program. Other addresses that are not the public internet's
  // are never asked: private and link-local ones, those of carriers, documentation, multicast, and what is reserved.
  bool allows_loopback = false;
  std::size_t most_body_bytes = std::size_t{32} << 20;  // of a response
  unsigned most_redirects = 10;
};

// For DatabaseOptions::http. Speaks HTTP/1.1 without TLS: https addresses are refused, in words. Each address is judged
// after names have been looked up and after every redirect, before anything is sent to it. The request's timeout is
// that of all of it together, though not of a lookup that the system does not end. Blocks; one client may be used by
// several threads.
HttpClient network_client(NetworkOptions options = {});

}  // namespace stdb::host
