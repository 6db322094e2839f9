// abi/.../types.h: the C types that host and guest agree on. C11 and C++; includes nothing but the integers.
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

// What a view answers. 0 is the way of servers before 1.11: rows without a header.
enum { STDB_VIEW_WITH_HEADER = 2 };

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

// A procedure: reads its arguments from `args` (0: there are none), writes the BSATN of what it returns to `result`;
// answers 0. What goes wrong traps: a procedure has no other way to fail.
typedef int32_t (*stdb_procedure)(const stdb_call* call, uint32_t args, uint32_t result);

// A view, of one sender or anonymous; of an anonymous one the call's sender is all zero, and the call's connection and
// time mean nothing for either. Writes BSATN of ViewResultHeader and then rows or nothing to `rows`; answers
// STDB_VIEW_WITH_HEADER.
typedef int32_t (*stdb_view)(const stdb_call* call, uint32_t args, uint32_t rows);

// A handler of HTTP requests: reads the BSATN of the request from `request` and its body's bytes from `request_body`
// (0: empty), writes the BSATN of the response to `response` and its body's bytes to `response_body`; answers 0.
// `timestamp` is in microseconds since the Unix epoch.
typedef int32_t (*stdb_http_handler)(int64_t timestamp, uint32_t request, uint32_t request_body, uint32_t response,
                                     uint32_t response_body);

// A whole module, a constant: its description (BSATN RawModuleDef) and its functions by id. Views by sender and
// anonymous views are numbered apart. What a module has none of is null and 0.
typedef struct stdb_module_definition {
  const uint8_t* description;
  uint32_t description_len;  // bytes
  const stdb_reducer* reducers;
  uint32_t reducer_count;
  const stdb_procedure* procedures;
  uint32_t procedure_count;
  const stdb_view* views;
  uint32_t view_count;
  const stdb_view* anonymous_views;
  uint32_t anonymous_view_count;
  const stdb_http_handler* http_handlers;
  uint32_t http_handler_count;
} stdb_module_definition;

#ifdef __cplusplus
}
#endif

#endif  // STDB_ABI_TYPES_H
