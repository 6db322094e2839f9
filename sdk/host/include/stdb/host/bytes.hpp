// sdk/host/.../bytes.hpp: how the host names runs of bytes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stdb::host {

using Bytes = std::vector<std::uint8_t>;         // owned
using ByteView = std::span<const std::uint8_t>;  // borrowed

}  // namespace stdb::host
