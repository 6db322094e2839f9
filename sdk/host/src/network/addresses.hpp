// sdk/host/src/network/addresses.hpp: which addresses a module may not ask.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stdb::host {

using Ipv4 = std::array<std::uint8_t, 4>;
using Ipv6 = std::array<std::uint8_t, 16>;

// What the address is ("a private address"); empty: one of the public internet.
std::string_view special_kind(const Ipv4& address);
std::string_view special_kind(const Ipv6& address);

inline constexpr std::string_view loopback_kind = "this machine's own address";

}  // namespace stdb::host
