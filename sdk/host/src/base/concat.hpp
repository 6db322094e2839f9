// sdk/host/src/base/concat.hpp: joins strings and integers into one text.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace stdb::host {

inline void append_text(std::string& out, std::string_view text) { out.append(text); }
inline void append_text(std::string& out, char text) { out.push_back(text); }

template <std::integral Number>
  requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
void append_text(std::string& out, Number number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

template <class... Parts>
std::string concat(const Parts&... parts) {
  std::string out;
  (append_text(out, parts), ...);
  return out;
}

// A text of several lines as one: runs of line ends and the blanks after them become ": ". The stack of the engine's
// own functions, which it appends where RUST_BACKTRACE is set, says nothing of the module and is left out.
inline std::string one_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const auto start = line.find_first_not_of(' ');
    if (start == std::string_view::npos) continue;
    line.remove_prefix(start);
    if (line.starts_with("Stack backtrace:")) break;
    if (!out.empty()) out += out.ends_with(':') ? " " : ": ";
    out += line;
  }
  return out;
}

}  // namespace stdb::host
