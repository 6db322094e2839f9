// sdk/host/src/network/addresses.cpp: which addresses a module may not ask: those of IANA's registries of special
// purposes. A server keeps modules from them too (host-abi 6.8): behind them may be what trusts its neighbours.
#include "network/addresses.hpp"

#include <algorithm>

namespace stdb::host {
namespace {

constexpr std::string_view private_kind = "a private address";
constexpr std::string_view link_kind = "a link-local address";
constexpr std::string_view reserved_kind = "a reserved address";
constexpr std::string_view documentation_kind = "an address for documentation";
constexpr std::string_view multicast_kind = "a multicast address";

template <class Address>
struct Block {
  Address start;
  unsigned bits;
  std::string_view kind;
};

constexpr Block<Ipv4> blocks4[] = {
    {{0, 0, 0, 0}, 8, reserved_kind},
    {{10, 0, 0, 0}, 8, private_kind},
    {{100, 64, 0, 0}, 10, "an address of a carrier's own network"},
    {{127, 0, 0, 0}, 8, loopback_kind},
    {{169, 254, 0, 0}, 16, link_kind},
    {{172, 16, 0, 0}, 12, private_kind},
    {{192, 0, 0, 0}, 24, reserved_kind},
    {{192, 0, 2, 0}, 24, documentation_kind},
    {{192, 88, 99, 0}, 24, reserved_kind},
    {{192, 168, 0, 0}, 16, private_kind},
    {{198, 18, 0, 0}, 15, "an address for measurements"},
    {{198, 51, 100, 0}, 24, documentation_kind},
    {{203, 0, 113, 0}, 24, documentation_kind},
    {{224, 0, 0, 0}, 4, multicast_kind},
    {{240, 0, 0, 0}, 4, reserved_kind},
};

// Only 2000::/3 is in use; of it and beside it these are named. The old ways to carry IPv4 inside of IPv6 would lead
// around what is said above, and are refused whole.
constexpr Block<Ipv6> blocks6[] = {
    {{0x20, 0x01}, 23, reserved_kind}, {{0x20, 0x01, 0x0D, 0xB8}, 32, documentation_kind},
    {{0x20, 0x02}, 16, reserved_kind}, {{0x3F, 0xFF}, 20, documentation_kind},
    {{0xFC}, 7, private_kind},         {{0xFE, 0x80}, 10, link_kind},
    {{0xFE, 0xC0}, 10, private_kind},  {{0xFF}, 8, multicast_kind},
};

constexpr Ipv6 loopback6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

template <class Address>
bool is_within(const Address& address, const Block<Address>& block) {
  const unsigned whole = block.bits / 8;
  if (!std::equal(address.begin(), address.begin() + whole, block.start.begin())) return false;
  const unsigned rest = block.bits % 8;
  return rest == 0 || (address[whole] >> (8 - rest)) == (block.start[whole] >> (8 - rest));
}

template <class Address, std::size_t Count>
std::string_view kind_within(const Address& address, const Block<Address> (&blocks)[Count]) {
  const auto found = std::ranges::find_if(blocks, [&](const auto& block) { return is_within(address, block); });
  return found == std::end(blocks) ? std::string_view() : found->kind;
}

}  // namespace

std::string_view special_kind(const Ipv4& address) { return kind_within(address, blocks4); }

std::string_view special_kind(const Ipv6& address) {
  if (address == loopback6) return loopback_kind;
  // ::ffff:a.b.c.d is how a program that speaks IPv6 only names an address of IPv4.
  constexpr Block<Ipv6> mapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96, {}};
  if (is_within(address, mapped)) return special_kind(Ipv4{address[12], address[13], address[14], address[15]});
  if (const auto kind = kind_within(address, blocks6); !kind.empty()) return kind;
  return address[0] >> 5 == 1 ? std::string_view() : reserved_kind;
}

}  // namespace stdb::host
