// bench/common/processor_time.hpp: the clock that is measured by.
#pragma once

#include <chrono>
#include <ctime>

namespace stdb::bench {

// What this thread has had of the processor: other programs make it wait, but what it does takes no longer.
inline std::chrono::nanoseconds processor_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

inline double processor_seconds() { return std::chrono::duration<double>(processor_time()).count(); }

}  // namespace stdb::bench
