// sdk/host/src/base/little_endian.hpp: integers to and from the wire's bytes.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>

#include "stdb/host/bytes.hpp"

namespace stdb::host {

static_assert(std::endian::native == std::endian::little, "stdb's host runs on little-endian machines only");

// Reads from `at`, which must have sizeof(Number) bytes; any alignment.
template <std::integral Number>
Number load(const std::uint8_t* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

template <std::integral Number>
void store(std::uint8_t* at, Number number) {
  std::memcpy(at, &number, sizeof number);
}

template <std::integral Number>
void append(Bytes& out, Number number) {
  const auto old_size = out.size();
  out.resize(old_size + sizeof number);
  store(out.data() + old_size, number);
}

}  // namespace stdb::host
