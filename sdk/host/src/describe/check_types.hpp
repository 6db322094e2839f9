// sdk/host/src/describe/check_types.hpp: the rules for names and for types that clients must be able to express
// (host-abi 4.4, 5.1).
#pragma once

#include <string>
#include <string_view>

#include "describe/description.hpp"

namespace stdb::host {

// Notes a name that is no identifier. Letters beyond ASCII are taken for what Unicode lets identifiers hold.
void check_identifier(std::string_view name, Problems& problems);

// Notes what in a column, parameter or payload cannot be used there; `where` as in "reducer `add` argument 0 (`name`)".
void check_type_use(const AlgebraicType& type, const std::string& where, const ModuleDef& module, Profile profile,
                    Problems& problems);

// Notes what is wrong with the named types.
void check_type_definitions(const ModuleDef& module, Profile profile, Problems& problems);

}  // namespace stdb::host
