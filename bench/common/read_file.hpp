// bench/common/read_file.hpp: the bytes of a file.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "stdb/host/bytes.hpp"

namespace stdb::bench {

// Throws std::runtime_error if there is none.
inline host::Bytes read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace stdb::bench
