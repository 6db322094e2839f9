// tests/fuzz/replay.cpp: feeds files to a fuzz target, without a fuzzer: replay FILE_OR_FOLDER...
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "target.hpp"

namespace {

bool replay(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  const std::vector<char> read{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::vector<std::uint8_t> bytes(read.begin(), read.end());
  std::cerr << path.filename().string() << std::endl;  // the last of them is the one that crashed
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  std::size_t replayed = 0;
  for (int at = 1; at < count; ++at) {
    const std::filesystem::path path = arguments[at];
    if (!std::filesystem::is_directory(path)) {
      replayed += replay(path) ? 1 : 0;
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) replayed += replay(entry.path()) ? 1 : 0;
    }
  }
  std::cout << replayed << " files replayed\n";
  return replayed == 0 ? 1 : 0;
}
