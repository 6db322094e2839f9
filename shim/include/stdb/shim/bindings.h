// shim/.../bindings.h: the host's functions as the SDK calls them: one C function stdb_<import> for each row of abi's
// imports.def, with that row's parameters. A wasm build answers from the imports (src/bindings.c), a native build from
// a settable table (src/native.c); callers cannot tell. Every result is the host's own, unchanged, and must be looked
// at.
#ifndef STDB_SHIM_BINDINGS_H
#define STDB_SHIM_BINDINGS_H

#include "stdb/abi/types.h"

#ifdef __cplusplus
extern "C" {
#endif

// A void function has no result that could be dropped.
#define STDB_RESULT_int32_t __attribute__((warn_unused_result)) int32_t
#define STDB_RESULT_int64_t __attribute__((warn_unused_result)) int64_t
#define STDB_RESULT_uint32_t __attribute__((warn_unused_result)) uint32_t
#define STDB_RESULT_void void
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) STDB_RESULT_##result stdb_##name parameters;
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
#undef STDB_RESULT_int32_t
#undef STDB_RESULT_int64_t
#undef STDB_RESULT_uint32_t
#undef STDB_RESULT_void

// Ends the call at once, as a wasm trap does. In a native build the embedding host decides how (see native.h).
__attribute__((noreturn)) void stdb_trap(void);

// The module that this program carries. The SDK defines it from stdb::module; the exports ask for it.
const stdb_module_definition* stdb_module(void);

#ifdef __cplusplus
}
#endif

#endif  // STDB_SHIM_BINDINGS_H
