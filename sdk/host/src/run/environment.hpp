// sdk/host/src/run/environment.hpp: the values that a module's environment is given.
#pragma once

#include "stdb/host/error.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::host {

// Refuses values that a server would refuse with the module (bad_environment): keys that are none, values that are too
// long or not among those declared, a required value that is missing. Values that nobody declared are allowed.
Expected<void> check_environment(const ModuleDef& module, const EnvironmentValues& values);

}  // namespace stdb::host
