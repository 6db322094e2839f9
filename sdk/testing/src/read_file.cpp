// sdk/testing/src/read_file.cpp: a whole file.
#include "read_file.hpp"

#include <fstream>
#include <iterator>

#include "stdb/testing/detail/refuse.hpp"

namespace stdb::testing::detail {

host::Bytes read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) refuse("the file " + path + " cannot be read: is it built?");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace stdb::testing::detail
