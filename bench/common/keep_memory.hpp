// bench/common/keep_memory.hpp: keep_memory, for programs that measure large lists.
#pragma once

#include <malloc.h>

namespace stdb::bench {

// Freed memory stays the process's. Otherwise a large list's pages are fetched from the kernel each time or not, as the
// heap happens to stand, and that is more than what is measured.
inline void keep_memory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

}  // namespace stdb::bench
