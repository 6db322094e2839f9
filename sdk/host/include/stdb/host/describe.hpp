// sdk/host/.../describe.hpp: what a module declares, without publishing it.
#pragma once

#include "stdb/host/bytes.hpp"
#include "stdb/host/error.hpp"
#include "stdb/host/guest.hpp"
#include "stdb/host/profile.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::host {

struct Description {
  Bytes bytes;  // RawModuleDef in BSATN, as the module wrote it
  ModuleDef module;
};

// Checks and starts a module, has it describe itself and checks the description, in the order of a publish and with its
// refusals. No reducer runs.
Expected<Description> describe_wasm(ByteView wasm, Profile profile, const GuestLimits& limits = {});

}  // namespace stdb::host
