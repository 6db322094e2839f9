// bench/wasm/counting_heap.c: the shim's heap, each of whose calls also makes a call of the host. A module built with
// it makes as many more host calls than without as it makes heap calls: nothing else has to be told apart.
#include <stddef.h>
#include <stdint.h>

#include "stdb/shim/bindings.h"

#define malloc shim_malloc
#define free shim_free
#define calloc shim_calloc
#define realloc shim_realloc
#define aligned_alloc shim_aligned_alloc
#include "../../shim/src/heap.c"
#undef malloc
#undef free
#undef calloc
#undef realloc
#undef aligned_alloc

// A host call that changes nothing and never fails.
static void note(void) {
  uint8_t ignored[32];
  stdb_identity(ignored);
}

void* malloc(size_t size) {
  note();
  return shim_malloc(size);
}

void free(void* payload) {
  if (payload != NULL) note();
  shim_free(payload);
}

void* calloc(size_t count, size_t size) {
  note();
  return shim_calloc(count, size);
}

void* realloc(void* payload, size_t size) {
  note();
  return shim_realloc(payload, size);
}

void* aligned_alloc(size_t wanted, size_t size) {
  note();
  return shim_aligned_alloc(wanted, size);
}
