// sdk/testing/src/read_file.hpp: a whole file.
#pragma once

#include <string>

#include "stdb/host/bytes.hpp"

namespace stdb::testing::detail {

// Misuse if it cannot be read.
host::Bytes read_file(const std::string& path);

}  // namespace stdb::testing::detail
