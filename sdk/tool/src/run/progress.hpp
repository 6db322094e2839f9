// sdk/tool/src/run/progress.hpp: a line on the terminal that says how far a long run has come.
#pragma once

#include <chrono>
#include <cstdint>

namespace stdb::tool {

// Writes to standard error, and only when that is a terminal and the results go elsewhere; a few times a second at
// most.
class Progress {
 public:
  Progress();
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::uint64_t calls);
  void clear();

 private:
  bool is_shown_;
  bool is_drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace stdb::tool
