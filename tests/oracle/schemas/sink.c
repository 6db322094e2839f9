// tests/oracle/schemas/sink.c: stands in for a server's `bytes_sink_write`, and keeps what a module writes there.
// The library of the official Rust bindings has a function of that name which writes nothing; this one, loaded first,
// is taken instead. See describe.py.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static unsigned char* written;
static size_t written_count;

uint16_t bytes_sink_write(uint32_t sink, const unsigned char* bytes, size_t* count) {
  (void)sink;
  unsigned char* grown = realloc(written, written_count + *count);
  if (grown == NULL) abort();
  written = grown;
  memcpy(written + written_count, bytes, *count);
  written_count += *count;
  return 0;
}

// Hands out what was written since the last call; valid until the next write.
size_t take_written(const unsigned char** bytes) {
  const size_t count = written_count;
  *bytes = written;
  written_count = 0;
  return count;
}
