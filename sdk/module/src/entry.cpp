// sdk/module/src/entry.cpp: the one way from the C shim into the module: its definition.
#include "stdb/module/module_value.hpp"
#include "stdb/shim/bindings.h"

const stdb_module_definition* stdb_module() { return &stdb::module.definition; }
