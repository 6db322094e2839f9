// tests/faults/fault_host.hpp: a module whose host calls can be made to fail, one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "stdb/abi/types.h"

namespace stdb::faults {

// The errnos that a host may answer an import with, as abi's list has them.
struct ImportErrnos {
  std::string_view name;
  std::vector<std::int32_t> errnos;
};
const std::vector<ImportErrnos>& imports();

std::string_view errno_name(std::int32_t code);

// What happens to this thread's host calls. They are counted; the one at `at` is not made and answers `code`, or traps.
struct Plan {
  static constexpr std::size_t never = ~std::size_t{0};
  static constexpr std::int32_t trap = -1000;

  std::size_t at = never;
  std::int32_t code = 0;
  std::size_t made = 0;            // so far
  std::vector<std::size_t> calls;  // which imports, by their place in imports()
};
Plan& plan();

// The module of this program, its functions called with such a host. At most 64 functions of a kind.
const stdb_module_definition& faulty_module();

}  // namespace stdb::faults
