// sdk/host/src/network/url.cpp: an http address in its parts.
#include "network/url.hpp"

#include <algorithm>

#include "base/concat.hpp"

namespace stdb::host {
namespace {

std::string_view usual_port(std::string_view scheme) { return scheme == "https" ? "443" : "80"; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Splits "host:port", "[::1]:port" or either without the port.
bool read_authority(std::string_view text, Url& url) {
  std::string_view after;
  if (!text.empty() && text[0] == '[') {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return false;
    url.host = text.substr(1, end - 1);
    after = text.substr(end + 1);
    if (!after.empty() && after[0] != ':') return false;
  } else {
    const auto colon = text.find(':');
    url.host = text.substr(0, colon);
    if (colon != std::string_view::npos) after = text.substr(colon);
  }
  url.port = after.size() > 1 ? after.substr(1) : usual_port(url.scheme);
  return !url.host.empty() && url.port.size() <= 5 && std::ranges::all_of(url.port, is_digit);
}

}  // namespace

std::string Url::authority() const {
  const std::string name = host.find(':') == std::string::npos ? host : concat("[", host, "]");
  return port == usual_port(scheme) ? name : concat(name, ":", port);
}

std::expected<Url, std::string> parse_url(std::string_view text) {
  const auto refuse = [&](std::string_view why) { return std::unexpected(concat("invalid URL ", text, ": ", why)); };
  const auto colon = text.find("://");
  if (colon == std::string_view::npos) return refuse("it must begin with http://");
  Url url;
  url.scheme = text.substr(0, colon);
  std::ranges::transform(url.scheme, url.scheme.begin(), lower);
  if (url.scheme != "http" && url.scheme != "https") return refuse("it must begin with http://");
  std::string_view rest = text.substr(colon + 3);
  rest = rest.substr(0, rest.find('#'));
  const auto end = rest.find_first_of("/?");
  const std::string_view authority = rest.substr(0, end);
  if (authority.find_first_of("@\\") != std::string_view::npos) {
    return refuse("a name and password do not belong there; send an Authorization header");
  }
  if (!read_authority(authority, url)) return refuse("it has no host, or no port behind the colon");
  if (end != std::string_view::npos) url.target = rest.substr(end);
  if (url.target.empty() || url.target[0] != '/') url.target.insert(0, 1, '/');
  return url;
}

std::expected<Url, std::string> follow(const Url& base, std::string_view location) {
  const auto is_wrong = [](char c) { return (c >= 0 && c <= ' ') || c == '\x7F'; };
  if (location.empty() || std::ranges::any_of(location, is_wrong)) return std::unexpected("a redirect to nowhere");
  if (location.find("://") < location.find_first_of("/?#")) return parse_url(location);
  if (location.starts_with("//")) return parse_url(concat(base.scheme, ":", location));
  Url url = base;
  location = location.substr(0, location.find('#'));
  const std::string path = base.target.substr(0, base.target.find('?'));
  if (location.starts_with('/')) {
    url.target = location;
  } else if (location.starts_with('?')) {
    url.target = concat(path, location);
  } else {
    url.target = concat(path.substr(0, path.rfind('/') + 1), location);
  }
  return url;
}

}  // namespace stdb::host
