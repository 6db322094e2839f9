// tests/server/embedded/description.hpp: what a module declares, as JSON for tests/server/embedded_front.py.
#pragma once

#include <string>

#include "stdb/host/schema.hpp"

namespace stdb::front {

// A type in the JSON of servers: {"Array": {"U8": []}}, {"Ref": 3}.
void append_type(const host::AlgebraicType& type, std::string& out);

// {"types": [...], "tables": {NAME: TYPE}, "views": {NAME: TYPE of a row}, "procedures": {NAME: [PARAMETERS, TYPE]},
// "reducers": {NAME: PARAMETERS}, "scheduled": [NAME], "handlers": [NAME], "routes": [[METHOD or null, PATH, NAME]]}
// by canonical names; without reducers of the lifecycle.
std::string describe(const host::ModuleDef& module);

}  // namespace stdb::front
