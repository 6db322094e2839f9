// sdk/bsatn/src/violation.cpp: the end of a native program that broke a promise of its own. A module has its own
// version.
#include "stdb/bsatn/violation.hpp"

#include <cstdio>
#include <cstdlib>

namespace stdb::bsatn {

void violation(std::string_view text) {
  std::fprintf(stderr, "stdb: %.*s\n", static_cast<int>(text.size()), text.data());
  std::abort();
}

}  // namespace stdb::bsatn
