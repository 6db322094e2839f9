// sdk/bsatn/.../decode_error.hpp: why bytes were refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stdb::bsatn {

struct DecodeError {
  enum class Code : std::uint8_t {
    none,       // nothing has failed
    truncated,  // the bytes end before the value does
    trailing,   // bytes are left after the value
    bad_bool,   // a bool is neither 0 nor 1
    bad_tag,    // a sum or enum has no such case
    bad_text,   // a string is not UTF-8
    bad_count,  // a std::array's count is not its length
    too_many,   // more elements without bytes than max_empty_elements
    too_deep,   // lists, options and boxes nested deeper than max_depth
  };

  Code code = Code::none;
  std::size_t offset = 0;  // in bytes, where the offending part begins

  constexpr bool operator==(const DecodeError&) const = default;

  constexpr std::string_view text() const {
    switch (code) {
      case Code::none:
        return "nothing has failed";
      case Code::truncated:
        return "the bytes end before the value does";
      case Code::trailing:
        return "bytes are left after the value";
      case Code::bad_bool:
        return "a bool is neither 0 nor 1";
      case Code::bad_tag:
        return "a sum or enum has no case of this tag";
      case Code::bad_text:
        return "a string is not UTF-8";
      case Code::bad_count:
        return "an array has not the length of its type";
      case Code::too_many:
        return "a list claims too many elements that take no bytes";
      case Code::too_deep:
        return "the value is nested too deeply";
    }
    return "";
  }
};

}  // namespace stdb::bsatn
