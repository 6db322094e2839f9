// shim/src/heap.c: malloc and free for a module. Small, without a constructor (the oldest hosts call none), and the
// same sequence of calls always gives the same addresses.
//
// A block is one of some sizes, four between each power of two and the next, so at most a quarter is wasted. A freed
// block waits in its size's list for the next request of that size; blocks are neither split nor joined, so memory is
// bounded by what each size needed at its peak. An allocation is a list's head, or the next bytes at the end of the
// heap.
#include <stddef.h>
#include <stdint.h>

enum {
  header_size = 8,  // before each payload: the block's class
  alignment = 16,   // of payloads; blocks begin 8 bytes before such an address
  class_count = 128,
  page_size = 65536,
};

typedef struct free_block {
  struct free_block* next;
} free_block;

extern uint8_t __heap_base;  // wasm-ld's: the end of the data

static free_block* free_blocks[class_count];
static uintptr_t heap_end;  // where the next new block's payload goes; 0: nothing was allocated yet

typedef struct block_class {
  uint32_t number;
  uint32_t size;  // with the header; a multiple of 16
} block_class;

static block_class class_for(size_t payload) {
  const uint32_t least = ((uint32_t)payload + header_size + alignment - 1) & ~(uint32_t)(alignment - 1);
  const uint32_t exponent = 31 - (uint32_t)__builtin_clz(least - 1);
  const uint32_t quarter = ((least - 1) >> (exponent - 2)) & 3;
  const block_class found = {exponent * 4 + quarter, (quarter + 5) << (exponent - 2)};
  return found;
}

static uint32_t* class_of(void* payload) { return (uint32_t*)((uint8_t*)payload - header_size); }

// The payload of a new block at the end of the heap; NULL when memory cannot grow.
static void* extend(uint32_t size) {
  if (heap_end == 0) heap_end = ((uintptr_t)&__heap_base + header_size + alignment - 1) & ~(uintptr_t)(alignment - 1);
  const uint64_t end = (uint64_t)heap_end + size;
  const uint64_t have = (uint64_t)__builtin_wasm_memory_size(0) * page_size;
  if (end > have && __builtin_wasm_memory_grow(0, (size_t)((end - have + page_size - 1) / page_size)) == (size_t)-1) {
    return NULL;
  }
  void* payload = (void*)heap_end;
  heap_end = (uintptr_t)end;
  return payload;
}

void* malloc(size_t size) {
  if (size > 0x7FFFFFFF) return NULL;
  const block_class wanted = class_for(size);
  free_block* block = free_blocks[wanted.number];
  if (block != NULL) {
    free_blocks[wanted.number] = block->next;
    return block;
  }
  void* payload = extend(wanted.size);
  if (payload != NULL) *class_of(payload) = wanted.number;
  return payload;
}

void free(void* payload) {
  if (payload == NULL) return;
  free_block** list = &free_blocks[*class_of(payload)];
  ((free_block*)payload)->next = *list;
  *list = payload;
}

void* calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) return NULL;
  void* payload = malloc(bytes);
  if (payload != NULL) __builtin_memset(payload, 0, bytes);
  return payload;
}

void* realloc(void* payload, size_t size) {
  if (payload == NULL) return malloc(size);
  const uint32_t number = *class_of(payload);
  const size_t had = (size_t)(((number & 3) + 5) << (number / 4 - 2)) - header_size;
  if (size <= had && class_for(size).number == number) return payload;
  void* moved = malloc(size);
  if (moved == NULL) return NULL;
  __builtin_memcpy(moved, payload, size < had ? size : had);
  free(payload);
  return moved;
}

// Every payload is aligned to 16 bytes; more is never asked for by what a module can contain.
void* aligned_alloc(size_t wanted, size_t size) { return wanted <= alignment ? malloc(size) : NULL; }
