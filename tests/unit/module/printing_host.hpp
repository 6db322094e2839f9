// tests/unit/module/printing_host.hpp: PrintingHost, a database that only prints what a module logs, for death tests to
// read.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "stdb/shim/native.h"

// In use for as long as it lives.
class PrintingHost {
 public:
  PrintingHost() {
    host_.console_log = [](std::uint32_t, const std::uint8_t*, std::uint32_t, const std::uint8_t*, std::uint32_t,
                           std::uint32_t, const std::uint8_t* message, std::uint32_t length) {
      std::fwrite(message, 1, length, stderr);
      std::fputc('\n', stderr);
    };
    host_.trap = [] { std::abort(); };
    before_ = stdb_native_use(&host_);
  }
  PrintingHost(const PrintingHost&) = delete;
  PrintingHost& operator=(const PrintingHost&) = delete;
  ~PrintingHost() { stdb_native_use(before_); }

 private:
  stdb_native_host host_{};
  const stdb_native_host* before_ = nullptr;
};
