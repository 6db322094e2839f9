// sdk/host/src/run/start_guest.hpp: an instance brought to where it takes calls.
#pragma once

#include <memory>

#include "stdb/host/guest.hpp"

namespace stdb::host {

struct StartedGuest {
  std::unique_ptr<GuestInstance> instance;
  Bytes description;
};

// Makes an instance and has it describe itself, as servers do with each one.
Expected<StartedGuest> start_guest(const GuestModule& module, SystemCalls& calls, Profile profile,
                                   const GuestLimits& limits);

}  // namespace stdb::host
