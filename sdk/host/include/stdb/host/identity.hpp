// sdk/host/.../identity.hpp: who calls, and over which connection.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stdb::host {

// 256 bits that name a user or a database; little-endian as on the wire.
struct Identity {
  std::array<std::uint8_t, 32> bytes{};

  auto operator<=>(const Identity&) const = default;

  // 64 hexadecimal digits, most significant first, as SpacetimeDB writes identities.
  std::string to_hex() const;

  // Takes what to_hex writes, with or without "0x"; none for anything else.
  static std::optional<Identity> from_hex(std::string_view text);
};

// 128 bits that name a connection; little-endian. All zero: no connection.
struct ConnectionId {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const ConnectionId&) const = default;
};

}  // namespace stdb::host
