// sdk/tool/src/file.hpp: files read whole or line by line, and written.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stdb::tool {

// The bytes of a file, or why it cannot be read ("no-such.wasm: No such file or directory").
std::expected<std::vector<std::uint8_t>, std::string> read_file(const std::string& path);

// Writes a file whole: what was there before stands until all of it is written. Why it cannot be written, or nothing.
std::expected<void, std::string> write_file(const std::string& path, std::span<const std::uint8_t> bytes);

// Lines of a file or of standard input, one in memory at a time.
class LineReader {
 public:
  // A longer line is refused: no call needs it, and memory must stay bounded.
  static constexpr std::size_t longest_line = std::size_t{64} << 20;

  // `path` "-": standard input, shown as "stdin".
  static std::expected<LineReader, std::string> open(const std::string& path);

  LineReader(LineReader&& other) noexcept;
  LineReader& operator=(LineReader&&) = delete;
  ~LineReader();

  // Whether next() can answer without waiting for the other end of a pipe.
  bool has_line() const { return at_end_ || buffer_.find('\n', start_) != std::string::npos; }

  // The next line without its end (LF or CR LF), valid until the next call; none at the end, and after a failure.
  std::optional<std::string_view> next();

  const std::string& name() const { return name_; }
  std::uint64_t line_number() const { return line_number_; }  // of the line last read, from 1
  std::uint64_t bytes_read() const { return bytes_read_; }
  const std::string& failure() const { return failure_; }  // why reading stopped before the end; empty: it did not

 private:
  LineReader(int file, std::string name) : file_(file), name_(std::move(name)) {}

  bool fill();

  int file_;  // -1: moved from
  std::string name_;
  std::string buffer_;
  std::size_t start_ = 0;  // of what has not been handed out
  bool at_end_ = false;
  std::uint64_t line_number_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::string failure_;
};

}  // namespace stdb::tool
