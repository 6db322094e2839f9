// sdk/tool/src/printable.cpp: texts of a module made fit for a terminal.
#include "printable.hpp"

namespace stdb::tool {
namespace {

constexpr char first_of_c1 = '\xC2';  // U+0080 to U+009F, which some terminals obey, are C2 80 to C2 9F

bool is_control(unsigned char code) { return (code < 0x20 && code != '\n' && code != '\t') || code == 0x7F; }

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto code = static_cast<unsigned char>(text[at]);
    const bool is_pair =
        text[at] == first_of_c1 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    if (!is_pair && !is_control(code)) {
      out.push_back(text[at]);
      continue;
    }
    if (is_pair) code = static_cast<unsigned char>(text[++at]);
    out += {'\\', 'x', "0123456789abcdef"[code >> 4], "0123456789abcdef"[code & 15]};
  }
  return out;
}

}  // namespace stdb::tool
