// sdk/bsatn/.../identity.hpp: Identity, who a user or a database is.
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

// 256 bits, derived from the issuer and subject of a token. On the wire 32 bytes little-endian; written, as everywhere
// in SpacetimeDB, in 64 hexadecimal digits, the most significant first.
struct Identity {
  u256 value;

  constexpr bool operator==(const Identity&) const = default;
  constexpr auto operator<=>(const Identity&) const = default;

  // 64 lower-case digits without a prefix.
  constexpr std::string to_hex() const { return bsatn::detail::words_to_hex(value.words); }

  // None unless the text is 64 hexadecimal digits, with or without "0x".
  static constexpr std::optional<Identity> from_hex(std::string_view text) {
    const auto words = bsatn::detail::hex_to_words<4>(text);
    if (!words) return std::nullopt;
    return Identity{u256((*words)[3], (*words)[2], (*words)[1], (*words)[0])};
  }
};

}  // namespace stdb
