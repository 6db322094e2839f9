// sdk/testing/src/guest.hpp: modules for the databases of tests, compiled once a process.
#pragma once

#include <memory>

#include "stdb/host/guest.hpp"
#include "stdb/testing/options.hpp"

namespace stdb::testing::detail {

// Misuse if the file cannot be read or is no module. Threads may share what it gives.
std::unique_ptr<host::GuestModule> wasm_guest(const Wasm& wasm, Servers servers);

}  // namespace stdb::testing::detail
