// sdk/bsatn/.../timestamp.hpp: Timestamp, a moment.
#pragma once

#include <compare>
#include <cstdint>

#include "stdb/bsatn/time_duration.hpp"

namespace stdb {

// Microseconds since the Unix epoch, UTC, negative before it; 8 bytes on the wire.
struct Timestamp {
  std::int64_t micros_since_unix_epoch = 0;

  constexpr bool operator==(const Timestamp&) const = default;
  constexpr auto operator<=>(const Timestamp&) const = default;

  friend constexpr Timestamp operator+(Timestamp at, TimeDuration by) {
    return {at.micros_since_unix_epoch + by.micros};
  }
  friend constexpr Timestamp operator-(Timestamp at, TimeDuration by) {
    return {at.micros_since_unix_epoch - by.micros};
  }
  friend constexpr TimeDuration operator-(Timestamp a, Timestamp b) {
    return {a.micros_since_unix_epoch - b.micros_since_unix_epoch};
  }
};

}  // namespace stdb
