// sdk/host/.../text.hpp: bytes that may be text.
#pragma once

#include <string>
#include <string_view>

namespace stdb::host {

bool is_utf8_text(std::string_view bytes);

// Each run of bytes that is no UTF-8 becomes U+FFFD.
std::string as_utf8_text(std::string_view bytes);

}  // namespace stdb::host
