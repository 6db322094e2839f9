// sdk/tool/src/output.hpp: standard output through a buffer that notices when nobody reads any more.
#pragma once

#include <string>
#include <string_view>

namespace stdb::tool {

class Output {
 public:
  Output() { buffer_.reserve(buffer_size); }
  ~Output() { flush(); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text) {
    buffer_.append(text);
    if (buffer_.size() >= buffer_size) flush();
  }

  // Writes out what is buffered; false when that failed now or before.
  bool flush();

  // Whether a write has failed. All that follows is dropped.
  bool is_broken() const { return is_broken_; }

 private:
  static constexpr std::size_t buffer_size = std::size_t{64} * 1024;

  std::string buffer_;
  bool is_broken_ = false;
};

// One line on standard error: "stdb: <text>".
void complain(std::string_view text);

}  // namespace stdb::tool
