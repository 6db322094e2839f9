// sdk/bsatn/.../timestamp.hpp: Timestamp, a moment.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/bsatn/detail/checked.hpp"
#include "stdb/bsatn/detail/time_text.hpp"
#include "stdb/bsatn/time_duration.hpp"

namespace stdb {

// Microseconds since the Unix epoch, UTC, negative before it; 8 bytes on the wire. Operators that leave the range of
// some 292,000 years are panics; the functions that begin with checked_ give none instead.
struct Timestamp {
  std::int64_t micros_since_unix_epoch = 0;

  constexpr bool operator==(const Timestamp&) const = default;
  constexpr auto operator<=>(const Timestamp&) const = default;

  static constexpr Timestamp from_micros_since_unix_epoch(std::int64_t micros) { return {micros}; }
  static constexpr Timestamp from_seconds_since_unix_epoch(std::int64_t seconds) {
    return {TimeDuration::from_seconds(seconds).micros};
  }

  // The span since the Unix epoch, negative before it.
  constexpr TimeDuration since_unix_epoch() const { return {micros_since_unix_epoch}; }

  constexpr std::optional<Timestamp> checked_add(TimeDuration by) const {
    return some(bsatn::detail::checked_add(micros_since_unix_epoch, by.micros));
  }
  constexpr std::optional<Timestamp> checked_sub(TimeDuration by) const {
    return some(bsatn::detail::checked_subtract(micros_since_unix_epoch, by.micros));
  }
  // Negative if `earlier` is the later one.
  constexpr std::optional<TimeDuration> checked_since(Timestamp earlier) const {
    return since_unix_epoch().checked_sub(earlier.since_unix_epoch());
  }

  friend constexpr Timestamp operator+(Timestamp at, TimeDuration by) { return {(at.since_unix_epoch() + by).micros}; }
  friend constexpr Timestamp operator+(TimeDuration by, Timestamp at) { return at + by; }
  friend constexpr Timestamp operator-(Timestamp at, TimeDuration by) { return {(at.since_unix_epoch() - by).micros}; }
  friend constexpr TimeDuration operator-(Timestamp a, Timestamp b) {
    return a.since_unix_epoch() - b.since_unix_epoch();
  }
  constexpr Timestamp& operator+=(TimeDuration by) { return *this = *this + by; }
  constexpr Timestamp& operator-=(TimeDuration by) { return *this = *this - by; }

  // ISO 8601 and RFC 3339 in UTC, as the official SDKs print it: "2024-02-29T12:34:56.789+00:00".
  constexpr std::string to_iso_string() const {
    return std::string(bsatn::detail::iso_date_time(micros_since_unix_epoch).view());
  }

  // RFC 3339: a date, "T" or a blank, a time with any fraction of a second (six digits count), "Z" or an offset.
  static constexpr std::optional<Timestamp> from_iso_string(std::string_view text) {
    return some(bsatn::detail::parse_date_time(text));
  }

 private:
  static constexpr std::optional<Timestamp> some(std::optional<std::int64_t> micros) {
    if (!micros) return std::nullopt;
    return Timestamp{*micros};
  }
};

}  // namespace stdb
