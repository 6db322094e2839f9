// sdk/module/.../insert_error.hpp: InsertError, why a row could not be inserted.
#pragma once

#include <cstdint>
#include <string_view>

namespace stdb {

// The failures of an insert that a program can answer; all others are panics.
enum class InsertError : std::uint8_t {
  unique_already_exists,       // another row has the same primary key or unique value
  schedule_at_delay_too_long,  // the row's schedule lies more than some two years ahead
};

// In words, for an answer to whoever called. A constant.
constexpr std::string_view text_of(InsertError error) {
  switch (error) {
    case InsertError::unique_already_exists:
      return "a row with this unique value exists already";
    case InsertError::schedule_at_delay_too_long:
      return "the schedule lies too far in the future";
  }
  return "";
}

}  // namespace stdb
