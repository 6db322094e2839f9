// sdk/host/.../native.hpp: a module that is linked into this program instead of compiled to wasm.
#pragma once

#include <memory>

#include "stdb/abi/types.h"
#include "stdb/host/guest.hpp"

namespace stdb::host {

// The module's functions run as native code, under the debugger and the sanitizers; host calls reach the database
// through the shim's native table. What wasm contains is not contained here: a loop without end does not end, a wild
// pointer ends the program, and globals survive a trap. `definition` is borrowed. A trap (stdb_trap) unwinds the
// module's frames with a C++ exception, so the module must be compiled with exceptions.
std::unique_ptr<GuestModule> native_module(const stdb_module_definition& definition);

}  // namespace stdb::host
