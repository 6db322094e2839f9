// sdk/tool/src/run/progress.cpp: a line on the terminal that says how far a long run has come.
#include "progress.hpp"

#include <unistd.h>
#include <string>

#include "cell.hpp"

namespace stdb::tool {
namespace {

constexpr std::chrono::milliseconds interval(200);

void draw(const std::string& text) {
  // Nothing depends on the terminal taking it.
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

}  // namespace

Progress::Progress()
    : is_shown_(::isatty(STDERR_FILENO) != 0 && ::isatty(STDOUT_FILENO) == 0),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

void Progress::advance(std::uint64_t calls) {
  if (!is_shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < interval) return;
  last_ = now;
  is_drawn_ = true;
  const auto seconds = std::chrono::duration<double>(now - start_).count();
  draw("\r\x1b[K" + grouped(calls) + " calls, " +
       grouped(static_cast<std::uint64_t>(static_cast<double>(calls) / seconds)) + " a second");
}

void Progress::clear() {
  if (is_drawn_) draw("\r\x1b[K");
  is_drawn_ = false;
}

}  // namespace stdb::tool
