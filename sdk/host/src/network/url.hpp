// sdk/host/src/network/url.hpp: an http address in its parts.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace stdb::host {

struct Url {
  std::string scheme;  // in small letters
  std::string host;    // an IPv6 address without its brackets
  std::string port;    // digits; the scheme's own where none was given
  std::string target;  // the path with the query; at least "/"

  // As the Host header has it.
  std::string authority() const;
};

// The address, or what is wrong with it.
std::expected<Url, std::string> parse_url(std::string_view text);

// Where a redirect leads from `base`: another address, or a path there.
std::expected<Url, std::string> follow(const Url& base, std::string_view location);

}  // namespace stdb::host
