// sdk/bsatn/.../connection_id.hpp: ConnectionId, one connection of a client.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/bsatn/detail/hex.hpp"
#include "stdb/bsatn/integers.hpp"

namespace stdb {

// 128 bits. On the wire 16 bytes little-endian; written in 32 hexadecimal digits, the most significant first. All zero
// stands for "no connection" where the host hands it over; the SDK gives an empty optional then.
struct ConnectionId {
  u128 value = 0;

  constexpr bool operator==(const ConnectionId&) const = default;
  constexpr auto operator<=>(const ConnectionId&) const = default;

  constexpr bool is_zero() const { return value == 0; }

  // 32 lower-case digits without a prefix.
  constexpr std::string to_hex() const {
    return bsatn::detail::words_to_hex(
        std::array<std::uint64_t, 2>{static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(value >> 64)});
  }

  // None unless the text is 32 hexadecimal digits, with or without "0x".
  static constexpr std::optional<ConnectionId> from_hex(std::string_view text) {
    const auto words = bsatn::detail::hex_to_words<2>(text);
    if (!words) return std::nullopt;
    return ConnectionId{(static_cast<u128>((*words)[1]) << 64) | (*words)[0]};
  }
};

}  // namespace stdb
