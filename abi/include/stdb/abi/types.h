// abi/types.h: the C types that host and guest agree on. C11 and C++; includes nothing but the integers.
#ifndef STDB_ABI_TYPES_H
#define STDB_ABI_TYPES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What a host call answers; see abi/errno.def.
enum {
  STDB_OK = 0,
  STDB_EXHAUSTED = -1,  // row_iter_bsatn_advance, bytes_source_read: success, and the handle is gone
#define STDB_ERRNO(code, name, text) STDB_##name = code,
#include "errno.def"
#undef STDB_ERRNO
};

// Levels of console_log.
enum {
  STDB_LOG_ERROR = 0,
  STDB_LOG_WARN = 1,
  STDB_LOG_INFO = 2,
  STDB_LOG_DEBUG = 3,
  STDB_LOG_TRACE = 4,
  STDB_LOG_PANIC = 101,
};

static const uint32_t STDB_INVALID_HANDLE = 0;    // never a valid iterator, source, sink or timer
static const uint32_t STDB_NO_LINE = 0xFFFFFFFF;  // console_log: no line number

// What the host passes to a reducer. Identities are little-endian words of the 32 (16) bytes.
typedef struct stdb_call {
  uint64_t sender[4];
  uint64_t connection_id[2];  // all zero: no connection
  int64_t timestamp;          // microseconds since the Unix epoch
} stdb_call;

// A reducer as the module's table holds it: reads its arguments from `args` (0: there are none), writes the text of a
// failure to `error`; answers 0 to commit, STDB_HOST_CALL_FAILURE to roll back with that text.
typedef int32_t (*stdb_reducer)(const stdb_call* call, uint32_t args, uint32_t error);

// A whole module, a constant: its description (BSATN RawModuleDef) and its functions by id.
typedef struct stdb_module_definition {
  const uint8_t* description;
  uint32_t description_len;  // bytes
  const stdb_reducer* reducers;
  uint32_t reducer_count;
} stdb_module_definition;

#ifdef __cplusplus
}
#endif

#endif  // STDB_ABI_TYPES_H
