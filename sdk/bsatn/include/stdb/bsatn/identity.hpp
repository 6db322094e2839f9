// sdk/bsatn/.../identity.hpp: Identity, who somebody or a database is.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/bsatn/detail/blake3.hpp"
#include "stdb/bsatn/detail/hex.hpp"
#include "stdb/bsatn/integers.hpp"

namespace stdb {

// 256 bits, derived from the issuer and subject of a token. On the wire 32 bytes little-endian; written, as everywhere
// in SpacetimeDB, in 64 hexadecimal digits, the most significant first.
struct Identity {
  u256 value;

  constexpr bool operator==(const Identity&) const = default;
  constexpr auto operator<=>(const Identity&) const = default;

  constexpr bool is_zero() const { return value == u256(); }

  // 64 lower-case digits without a prefix.
  constexpr std::string to_hex() const { return bsatn::detail::words_to_hex(value.words); }

  // None unless the text is 64 hexadecimal digits, with or without "0x".
  static constexpr std::optional<Identity> from_hex(std::string_view text) {
    const auto words = bsatn::detail::hex_to_words<4>(text);
    if (!words) return std::nullopt;
    return Identity{u256::from_words(*words)};
  }

  // Whom a token with these claims ("iss", "sub") speaks for. Source: the official Identity::from_claims: the first 26
  // bytes of a hash of both, after 0xc200 and a checksum of 4 bytes.
  static constexpr Identity from_claims(std::string_view issuer, std::string_view subject) {
    std::string both(issuer);
    both += '|';
    both += subject;
    const auto hash = bsatn::detail::blake3_of(both);
    std::string checked("\xc2\0", 2);
    for (std::size_t i = 0; i < 26; ++i) checked += static_cast<char>(hash[i]);
    const auto checksum = bsatn::detail::blake3_of(checked);
    std::array<std::uint8_t, 32> bytes = {0xc2, 0x00, checksum[0], checksum[1], checksum[2], checksum[3]};
    std::copy_n(hash.begin(), 26, bytes.begin() + 6);
    bsatn::detail::Words words{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      words[3 - i / 8] |= static_cast<std::uint64_t>(bytes[i]) << (56 - i % 8 * 8);
    }
    return Identity{u256::from_words(words)};
  }
};

}  // namespace stdb
