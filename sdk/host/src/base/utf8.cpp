// sdk/host/src/base/utf8.cpp: UTF-8, checked or mended.
#include "base/utf8.hpp"

#include <cstring>

#include "base/little_endian.hpp"
#include "stdb/host/text.hpp"

namespace stdb::host {
namespace {

// What stands at the start of a text: `length` bytes that are one character, or else bytes to be replaced by one U+FFFD
// (the longest start of a character, at least one byte, as the Unicode standard recommends).
struct Step {
  std::size_t length;
  bool valid;
};

struct Lead {
  std::size_t length;  // 0: cannot lead
  std::uint8_t least_second;
  std::uint8_t greatest_second;
};

Lead lead_of(std::uint8_t byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};  // no overlong forms
  if (byte == 0xED) return {3, 0x80, 0x9F};  // no surrogates
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};  // nothing above U+10FFFF
  return {0, 0, 0};
}

Step step(ByteView bytes) {
  const Lead lead = lead_of(bytes[0]);
  if (lead.length == 0) return {1, false};
  for (std::size_t at = 1; at < lead.length; ++at) {
    if (at == bytes.size()) return {at, false};
    const std::uint8_t least = at == 1 ? lead.least_second : std::uint8_t{0x80};
    const std::uint8_t greatest = at == 1 ? lead.greatest_second : std::uint8_t{0xBF};
    if (bytes[at] < least || bytes[at] > greatest) return {at, false};
  }
  return {lead.length, true};
}

// Bytes of ASCII at the start, found eight at a time: most texts are nothing else.
std::size_t ascii_length(ByteView bytes) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::size_t at = 0;
  while (at + 8 <= bytes.size() && (load<std::uint64_t>(bytes.data() + at) & high_bits) == 0) at += 8;
  while (at < bytes.size() && bytes[at] < 0x80) ++at;
  return at;
}

}  // namespace

bool is_utf8(ByteView bytes) {
  while (true) {
    bytes = bytes.subspan(ascii_length(bytes));
    if (bytes.empty()) return true;
    const Step next = step(bytes);
    if (!next.valid) return false;
    bytes = bytes.subspan(next.length);
  }
}

std::string lossy_utf8(ByteView bytes) {
  if (is_utf8(bytes)) return std::string(as_text(bytes));
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const Step next = step(bytes);
    out.append(next.valid ? as_text(bytes.first(next.length)) : std::string_view("\xEF\xBF\xBD"));
    bytes = bytes.subspan(next.length);
  }
  return out;
}

bool is_utf8_text(std::string_view bytes) { return is_utf8(as_bytes(bytes)); }
std::string as_utf8_text(std::string_view bytes) { return lossy_utf8(as_bytes(bytes)); }

}  // namespace stdb::host
