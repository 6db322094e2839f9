// sdk/host/src/base/wide_integer.hpp: integers of any wire width to and from text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "stdb/host/bytes.hpp"

namespace stdb::host {

// The little-endian two's complement number in decimal digits.
std::string decimal_text(ByteView number, bool is_signed);

// The same as "0x1f" or "-0x1f", without leading zeros.
std::string hex_text(ByteView number, bool is_signed);

// Reads "12", "-12" or "0x1f" into the little-endian bytes of `out` (at most 32). False, with `out` unspecified, when
// the text is no integer or does not fit.
bool parse_integer(std::string_view text, bool is_signed, std::span<std::uint8_t> out);

}  // namespace stdb::host
