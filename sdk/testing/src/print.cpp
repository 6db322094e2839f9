// sdk/testing/src/print.cpp: texts and bytes as they are printed, and what is said of misuse.
#include <cstdio>

#include "stdb/testing/detail/print_value.hpp"
#include "stdb/testing/detail/refuse.hpp"
#include "stdb/testing/misuse.hpp"

namespace stdb::testing::detail {

void print_text(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
      case '\\':
        out += '\\';
        out += c;
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (const auto byte = static_cast<unsigned char>(c); byte < 0x20 || byte == 0x7F) {
          char escaped[8];
          std::snprintf(escaped, sizeof escaped, "\\x%02x", byte);
          out += escaped;
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void print_bytes(std::string& out, const std::uint8_t* bytes, std::size_t size) {
  constexpr char digits[] = "0123456789abcdef";
  out += "0x";
  for (std::size_t place = 0; place < size && place < most_elements; ++place) {
    out += digits[bytes[place] >> 4];
    out += digits[bytes[place] & 15];
  }
  if (size > most_elements) out += "... " + std::to_string(size - most_elements) + " more";
}

void refuse(const std::string& text) { throw Misuse("stdb: " + text); }

void refuse_place(std::size_t place, std::size_t size, std::string_view what) {
  refuse("number " + std::to_string(place) + " was asked for of " + std::to_string(size) + ' ' + std::string(what));
}

void refuse_missing(std::string_view table) {
  refuse("find() found no row in table " + std::string(table) + ", and the test looks into it");
}

void refuse_bytes(std::string_view what, std::string_view why) {
  refuse(std::string(what) +
         " is no value of this test's type, so the module was built of another source: " + std::string(why));
}

}  // namespace stdb::testing::detail
