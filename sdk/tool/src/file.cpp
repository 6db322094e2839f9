// sdk/tool/src/file.cpp: files read whole or line by line, and written.
#include "file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace stdb::tool {
namespace {

constexpr std::size_t read_size = std::size_t{64} * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string failure_text(const std::string& path) { return path + ": " + std::strerror(errno); }

// As many bytes as there are now, at most `size`; 0 at the end, negative after a failure.
ssize_t read_some(int file, void* target, std::size_t size) {
  while (true) {
    const ssize_t read = ::read(file, target, size);
    if (read >= 0 || errno != EINTR) return read;
  }
}

}  // namespace

std::expected<std::vector<std::uint8_t>, std::string> read_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::unexpected(failure_text(path));
  std::vector<std::uint8_t> bytes;
  std::size_t size = 0;
  ssize_t read = 0;
  do {
    bytes.resize(size + read_size);
    read = read_some(file, bytes.data() + size, read_size);
    if (read > 0) size += static_cast<std::size_t>(read);
  } while (read > 0);
  const std::string failure = read < 0 ? failure_text(path) : std::string();
  ::close(file);
  if (read < 0) return std::unexpected(failure);
  bytes.resize(size);
  return bytes;
}

std::expected<void, std::string> write_file(const std::string& path, std::span<const std::uint8_t> bytes) {
  const std::string beside = path + ".new";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return std::unexpected(failure_text(beside));
  bool is_written = true;
  while (is_written && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    is_written = written >= 0 || errno == EINTR;
    if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  is_written = is_written && ::fsync(file) == 0;
  std::string failure = is_written ? std::string() : failure_text(beside);
  ::close(file);
  if (is_written && ::rename(beside.c_str(), path.c_str()) != 0) failure = failure_text(path);
  if (failure.empty()) return {};
  ::unlink(beside.c_str());
  return std::unexpected(failure);
}

std::expected<LineReader, std::string> LineReader::open(const std::string& path) {
  if (path == "-") return LineReader(STDIN_FILENO, "stdin");
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::unexpected(failure_text(path));
  return LineReader(file, path);
}

LineReader::LineReader(LineReader&& other) noexcept
    : file_(std::exchange(other.file_, -1)), name_(std::move(other.name_)) {}

LineReader::~LineReader() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

// Reads more behind what is buffered; false at the end and after a failure.
bool LineReader::fill() {
  if (at_end_) return false;
  buffer_.erase(0, start_);
  start_ = 0;
  const std::size_t old_size = buffer_.size();
  if (old_size > longest_line) {
    failure_ = "the line is longer than 64 MiB";
    at_end_ = true;
    return false;
  }
  buffer_.resize(old_size + read_size);
  const ssize_t read = read_some(file_, buffer_.data() + old_size, read_size);
  if (read < 0) failure_ = std::strerror(errno);
  buffer_.resize(old_size + (read > 0 ? static_cast<std::size_t>(read) : 0));
  at_end_ = read <= 0;
  return read > 0;
}

std::optional<std::string_view> LineReader::next() {
  std::size_t searched = 0;  // of what is buffered
  std::size_t end = 0;
  while ((end = buffer_.find('\n', start_ + searched)) == std::string::npos) {
    searched = buffer_.size() - start_;
    if (!fill()) break;
  }
  if (!failure_.empty()) {
    ++line_number_;
    return std::nullopt;
  }
  const bool is_last = end == std::string::npos;
  if (is_last) end = buffer_.size();
  if (is_last && end == start_) return std::nullopt;
  std::string_view line(buffer_.data() + start_, end - start_);
  bytes_read_ += line.size() + (is_last ? 0 : 1);
  start_ = is_last ? end : end + 1;
  ++line_number_;
  if (line_number_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace stdb::tool
