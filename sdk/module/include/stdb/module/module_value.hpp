// sdk/module/.../module_value.hpp: Module, a module as a value.
#pragma once

#include "stdb/abi/types.h"

namespace stdb {

// A whole module: its description, ready for the host, and its functions by id. Made by define; points to constants.
struct Module {
  stdb_module_definition definition;
};

// The module of this program. A module's source defines it, once:
//   constinit const stdb::Module stdb::module = stdb::define<...>;
extern const Module module;

}  // namespace stdb
