// shim/.../native.h: the native twin of the wasm imports: the same functions, served from a table that an embedding
// host sets. The table and the trap are per thread, so that databases in several threads do not meet.
#ifndef STDB_SHIM_NATIVE_H
#define STDB_SHIM_NATIVE_H

#include "stdb/abi/types.h"

#ifdef __cplusplus
extern "C" {
#endif

// One entry for each row of abi's imports.def.
typedef struct stdb_native_host {
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) result(*name) parameters;
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
  // Must not return: a C++ host throws. Called by stdb_trap.
  void (*trap)(void);
} stdb_native_host;

// Serves this thread's host calls from `host` (borrowed; NULL: from nothing, and then every call aborts the process
// with a line that says so). Returns the table that was in use.
const stdb_native_host* stdb_native_use(const stdb_native_host* host);

#ifdef __cplusplus
}
#endif

#endif  // STDB_SHIM_NATIVE_H
