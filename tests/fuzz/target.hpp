// tests/fuzz/target.hpp: what every fuzz target is made of: a function of some bytes, which must come back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

// What libFuzzer, or the program that replays files, calls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace stdb::fuzz {

// Ends the process, which is how a target says that it found a fault.
[[noreturn]] inline void fault(std::string_view what) {
  std::fprintf(stderr, "fault: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

inline void must(bool holds, std::string_view what) {
  if (!holds) fault(what);
}

// Takes decisions out of the input. When it is used up every decision is zero.
class Script {
 public:
  explicit Script(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  bool is_empty() const { return bytes_.empty(); }

  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const std::uint8_t first = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return first;
  }

  // A number below `count`, which is at most 256.
  std::size_t below(std::size_t count) { return byte() % count; }

  std::uint32_t word() {
    std::uint32_t word = 0;
    for (int shift = 0; shift < 32; shift += 8) word |= std::uint32_t{byte()} << shift;
    return word;
  }

  // Up to `most` bytes, in memory of their own, so that the sanitizer sees their end.
  std::vector<std::uint8_t> bytes(std::size_t most) {
    const std::size_t size = most < bytes_.size() ? most : bytes_.size();
    std::vector<std::uint8_t> taken(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(size));
    taken.shrink_to_fit();
    bytes_ = bytes_.subspan(size);
    return taken;
  }

  std::vector<std::uint8_t> rest() { return bytes(bytes_.size()); }

 private:
  std::span<const std::uint8_t> bytes_;
};

}  // namespace stdb::fuzz
