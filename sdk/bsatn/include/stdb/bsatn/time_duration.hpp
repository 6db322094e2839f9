// sdk/bsatn/.../time_duration.hpp: TimeDuration, a span of time.
#pragma once

#include <compare>
#include <cstdint>

namespace stdb {

// Signed microseconds; 8 bytes on the wire.
struct TimeDuration {
  std::int64_t micros = 0;

  constexpr bool operator==(const TimeDuration&) const = default;
  constexpr auto operator<=>(const TimeDuration&) const = default;

  static constexpr TimeDuration from_micros(std::int64_t micros) { return {micros}; }
  static constexpr TimeDuration from_millis(std::int64_t millis) { return {millis * 1'000}; }
  static constexpr TimeDuration from_seconds(std::int64_t seconds) { return {seconds * 1'000'000}; }

  friend constexpr TimeDuration operator+(TimeDuration a, TimeDuration b) { return {a.micros + b.micros}; }
  friend constexpr TimeDuration operator-(TimeDuration a, TimeDuration b) { return {a.micros - b.micros}; }
};

}  // namespace stdb
