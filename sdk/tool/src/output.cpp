// sdk/tool/src/output.cpp: standard output through a buffer that notices when nobody reads any more.
#include "output.hpp"

#include <unistd.h>

#include <cerrno>
#include "printable.hpp"

namespace stdb::tool {
namespace {

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

bool Output::flush() {
  if (!is_broken_ && !write_all(STDOUT_FILENO, buffer_)) is_broken_ = true;
  buffer_.clear();
  return !is_broken_;
}

void complain(std::string_view text) {
  std::string line = "stdb: ";
  // One line, whatever the text is made of.
  for (const char c : printable(text)) {
    if (c != '\n') {
      line.push_back(c);
    } else {
      line += line.ends_with(':') ? " " : "; ";
    }
  }
  line.push_back('\n');
  write_all(STDERR_FILENO, line);
}

}  // namespace stdb::tool
