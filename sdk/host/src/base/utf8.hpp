// sdk/host/src/base/utf8.hpp: UTF-8, checked or mended.
#pragma once

#include <string>
#include <string_view>

#include "stdb/host/bytes.hpp"

namespace stdb::host {

bool is_utf8(ByteView bytes);

// Each run of bytes that is no UTF-8 becomes U+FFFD, as servers do with texts that modules hand them.
std::string lossy_utf8(ByteView bytes);

inline std::string_view as_text(ByteView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

inline ByteView as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace stdb::host
