// shim/src/native.c: the host's functions in a native program, served from the table that an embedding host has set.
#include "stdb/shim/native.h"

#include <stdio.h>
#include <stdlib.h>

#include "stdb/shim/bindings.h"

static _Thread_local const stdb_native_host* current = NULL;

const stdb_native_host* stdb_native_use(const stdb_native_host* host) {
  const stdb_native_host* before = current;
  current = host;
  return before;
}

static const stdb_native_host* host_for(const char* function) {
  if (current == NULL) {
    fprintf(stderr, "stdb: %s was called, but this thread has no database: call a reducer through one\n", function);
    abort();
  }
  return current;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"  // a void function's "return f();"
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  result stdb_##name parameters { return host_for(#name)->name arguments; }
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
#pragma GCC diagnostic pop

void stdb_trap(void) {
  host_for("trap")->trap();
  fprintf(stderr, "stdb: the host's trap came back\n");
  abort();
}
