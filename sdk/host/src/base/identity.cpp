// sdk/host/src/base/identity.cpp: identities as text.
#include "stdb/host/identity.hpp"

#include <algorithm>

#include "base/wide_integer.hpp"

namespace stdb::host {

std::string Identity::to_hex() const {
  const std::string digits = hex_text(bytes, false).substr(2);
  return std::string(2 * bytes.size() - digits.size(), '0') + digits;
}

std::optional<Identity> Identity::from_hex(std::string_view text) {
  if (text.starts_with("0x")) text.remove_prefix(2);
  Identity identity;
  const auto is_digit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  if (text.size() != 2 * identity.bytes.size() || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  if (!parse_integer("0x" + std::string(text), false, identity.bytes)) return std::nullopt;
  return identity;
}

}  // namespace stdb::host
