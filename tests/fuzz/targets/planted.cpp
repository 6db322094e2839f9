// tests/fuzz/targets/planted.cpp: a reader with two faults on purpose: a fuzzer that does not find them is none.
#include <cstring>

#include "target.hpp"

// Reads "STDB", a length and as many bytes. With PLANTED_OVERRUN the length is believed; without, a sum that is wrong
// is reported as the other targets report what they find.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  stdb::fuzz::Script script({data, size});
  const std::vector<std::uint8_t> bytes = script.rest();
  constexpr std::string_view magic = "STDB";
  if (bytes.size() < magic.size() + 1) return 0;
  for (std::size_t at = 0; at < magic.size(); ++at) {
    if (bytes[at] != static_cast<std::uint8_t>(magic[at])) return 0;
  }
  const std::size_t length = bytes[magic.size()];
#ifdef PLANTED_OVERRUN
  std::vector<std::uint8_t> copy(length);
  if (length > 0) std::memcpy(copy.data(), bytes.data() + magic.size() + 1, length);
#else
  stdb::fuzz::must(length != bytes.size(), "planted: the length is that of all bytes");
#endif
  return 0;
}
