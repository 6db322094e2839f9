// shim/src/bindings.c: the one file that knows wasm. The host's imports with a function in front of each, the exports
// that the host calls, and stubs for what libc would otherwise ask of a system that is not there (WASI's are in
// wasi.c).
#include "stdb/shim/bindings.h"

// Imports: "spacetime_10.<minor>", one for each row of the list. What nobody calls the linker drops.
#define STDB_TEXT(tokens) #tokens
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  __attribute__((import_module("spacetime_10." STDB_TEXT(minor)),       \
                 import_name(STDB_TEXT(name)))) result stdb_import_##name parameters;
#include "stdb/abi/imports.def"
#undef STDB_IMPORT

// Thin: the answer is the host's, untouched. A void function's "return" of nothing is the price of one macro for all
// rows.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpedantic"
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  result stdb_##name parameters { return stdb_import_##name arguments; }
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
#pragma clang diagnostic pop

void stdb_trap(void) { __builtin_trap(); }

// Exports.
#define STDB_EXPORT(name) __attribute__((export_name(#name), visibility("default")))

// A host that cannot take the description learns nothing by an error code here; only a trap stops the publish.
STDB_EXPORT(__describe_module__) void stdb_describe_module(uint32_t sink) {
  const stdb_module_definition* module = stdb_module();
  uint32_t size = module->description_len;
  if (stdb_bytes_sink_write(sink, module->description, &size) != STDB_OK || size != module->description_len)
    stdb_trap();
}

// The host numbers reducers as the description lists them; another number is the host's mistake, not a reducer's
// failure.
STDB_EXPORT(__call_reducer__)
int32_t stdb_call_reducer(uint32_t id, uint64_t sender_0, uint64_t sender_1, uint64_t sender_2, uint64_t sender_3,
                          uint64_t connection_id_0, uint64_t connection_id_1, int64_t timestamp, uint32_t args,
                          uint32_t error) {
  const stdb_module_definition* module = stdb_module();
  if (id >= module->reducer_count) stdb_trap();
  const stdb_call call = {{sender_0, sender_1, sender_2, sender_3}, {connection_id_0, connection_id_1}, timestamp};
  return module->reducers[id](&call, args, error);
}

// The entries below can only trap in a module that has nothing behind them: link-time optimisation sees the counts, and
// the pass after linking drops such an export (post/finish_module.py). A module carries the entries that it uses.

STDB_EXPORT(__call_procedure__)
int32_t stdb_call_procedure(uint32_t id, uint64_t sender_0, uint64_t sender_1, uint64_t sender_2, uint64_t sender_3,
                            uint64_t connection_id_0, uint64_t connection_id_1, int64_t timestamp, uint32_t args,
                            uint32_t result) {
  const stdb_module_definition* module = stdb_module();
  if (id >= module->procedure_count) __builtin_trap();
  const stdb_call call = {{sender_0, sender_1, sender_2, sender_3}, {connection_id_0, connection_id_1}, timestamp};
  return module->procedures[id](&call, args, result);
}

STDB_EXPORT(__call_view__)
int32_t stdb_call_view(uint32_t id, uint64_t sender_0, uint64_t sender_1, uint64_t sender_2, uint64_t sender_3,
                       uint32_t args, uint32_t rows) {
  const stdb_module_definition* module = stdb_module();
  if (id >= module->view_count) __builtin_trap();
  const stdb_call call = {{sender_0, sender_1, sender_2, sender_3}, {0, 0}, 0};
  return module->views[id](&call, args, rows);
}

STDB_EXPORT(__call_view_anon__)
int32_t stdb_call_view_anon(uint32_t id, uint32_t args, uint32_t rows) {
  const stdb_module_definition* module = stdb_module();
  if (id >= module->anonymous_view_count) __builtin_trap();
  const stdb_call call = {{0, 0, 0, 0}, {0, 0}, 0};
  return module->anonymous_views[id](&call, args, rows);
}

STDB_EXPORT(__call_http_handler__)
int32_t stdb_call_http_handler(uint32_t id, int64_t timestamp, uint32_t request, uint32_t request_body,
                               uint32_t response, uint32_t response_body) {
  const stdb_module_definition* module = stdb_module();
  if (id >= module->http_handler_count) __builtin_trap();
  return module->http_handlers[id](timestamp, request, request_body, response, response_body);
}

// Strays: what libc asks of a system that is not there.

// With memory growth Emscripten reports each growth to its JavaScript, which there is none of.
void emscripten_notify_memory_growth(int32_t memory) { (void)memory; }

// An end of the program is an end of the call.
_Noreturn void abort(void) { __builtin_trap(); }
_Noreturn void exit(int status) {
  (void)status;
  __builtin_trap();
}
_Noreturn void _Exit(int status) {
  (void)status;
  __builtin_trap();
}
