// sdk/bsatn/.../time_duration.hpp: TimeDuration, a span of time.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/bsatn/detail/checked.hpp"
#include "stdb/bsatn/detail/time_text.hpp"

namespace stdb {

namespace bsatn::detail {

// std::chrono::duration, known by its shape: <chrono> itself is too much for a module.
template <class T>
concept ChronoDuration = std::integral<typename T::rep> && requires(T duration) {
  duration.count();
  T::period::num;
  T::period::den;
};

}  // namespace bsatn::detail

// Signed microseconds; 8 bytes on the wire. Operators that leave the range of some 292,000 years are panics; the
// functions that begin with checked_ give none instead.
struct TimeDuration {
  std::int64_t micros = 0;

  constexpr bool operator==(const TimeDuration&) const = default;
  constexpr auto operator<=>(const TimeDuration&) const = default;

  static constexpr TimeDuration from_micros(std::int64_t micros) { return {micros}; }
  static constexpr TimeDuration from_millis(std::int64_t millis) { return of(millis, 1'000); }
  static constexpr TimeDuration from_seconds(std::int64_t seconds) { return of(seconds, 1'000'000); }
  static constexpr TimeDuration from_minutes(std::int64_t minutes) { return of(minutes, 60'000'000); }
  static constexpr TimeDuration from_hours(std::int64_t hours) { return of(hours, 3'600'000'000); }
  static constexpr TimeDuration from_days(std::int64_t days) { return of(days, 86'400'000'000); }

  // Of a std::chrono::duration; what is finer than a microsecond is cut off.
  template <bsatn::detail::ChronoDuration Duration>
  static constexpr TimeDuration from(Duration duration) {
    using Period = typename Duration::period;
    if constexpr (Period::den <= 1'000'000) {
      static_assert(1'000'000 % Period::den == 0, "stdb: this duration's period is no whole number of microseconds");
      return of(duration.count(), Period::num * (1'000'000 / Period::den));
    } else {
      return {duration.count() / (Period::den / 1'000'000)};
    }
  }

  // Rounded towards zero.
  constexpr std::int64_t millis() const { return micros / 1'000; }
  constexpr std::int64_t seconds() const { return micros / 1'000'000; }
  // With the fraction.
  constexpr double to_seconds() const { return static_cast<double>(micros) / 1e6; }

  // As a std::chrono::duration, rounded towards zero: to<std::chrono::milliseconds>().
  template <bsatn::detail::ChronoDuration Duration>
  constexpr Duration to() const {
    using Period = typename Duration::period;
    if constexpr (Period::den <= 1'000'000) {
      return Duration(static_cast<typename Duration::rep>(micros / (Period::num * (1'000'000 / Period::den))));
    } else {
      return Duration(static_cast<typename Duration::rep>(of(micros, Period::den / 1'000'000).micros));
    }
  }

  // The same length, positive.
  constexpr TimeDuration abs() const { return micros < 0 ? -*this : *this; }

  constexpr std::optional<TimeDuration> checked_add(TimeDuration other) const {
    return some(bsatn::detail::checked_add(micros, other.micros));
  }
  constexpr std::optional<TimeDuration> checked_sub(TimeDuration other) const {
    return some(bsatn::detail::checked_subtract(micros, other.micros));
  }
  constexpr std::optional<TimeDuration> checked_mul(std::int64_t factor) const {
    return some(bsatn::detail::checked_multiply(micros, factor));
  }

  friend constexpr TimeDuration operator+(TimeDuration a, TimeDuration b) {
    return {bsatn::detail::in_range(bsatn::detail::checked_add(a.micros, b.micros))};
  }
  friend constexpr TimeDuration operator-(TimeDuration a, TimeDuration b) {
    return {bsatn::detail::in_range(bsatn::detail::checked_subtract(a.micros, b.micros))};
  }
  friend constexpr TimeDuration operator-(TimeDuration a) { return TimeDuration{} - a; }
  friend constexpr TimeDuration operator*(TimeDuration a, std::int64_t factor) { return of(a.micros, factor); }
  friend constexpr TimeDuration operator*(std::int64_t factor, TimeDuration a) { return of(a.micros, factor); }
  // By zero, as with integers, undefined.
  // By zero the module traps, as with integers.
  friend constexpr TimeDuration operator/(TimeDuration a, std::int64_t by) { return {a.micros / by}; }
  // How often b fits into a, and what is left. A b of zero traps.
  friend constexpr std::int64_t operator/(TimeDuration a, TimeDuration b) { return a.micros / b.micros; }
  friend constexpr TimeDuration operator%(TimeDuration a, TimeDuration b) { return {a.micros % b.micros}; }
  constexpr TimeDuration& operator+=(TimeDuration other) { return *this = *this + other; }
  constexpr TimeDuration& operator-=(TimeDuration other) { return *this = *this - other; }
  constexpr TimeDuration& operator*=(std::int64_t factor) { return *this = *this * factor; }
  constexpr TimeDuration& operator/=(std::int64_t by) { return *this = *this / by; }

  // Seconds, as the official SDKs print them: "+1.500000".
  constexpr std::string to_string() const { return std::string(bsatn::detail::signed_seconds(micros).view()); }

  // Of what to_string gives; sign and fraction may be missing, and of the fraction six digits count.
  static constexpr std::optional<TimeDuration> from_string(std::string_view text) {
    return some(bsatn::detail::parse_seconds(text));
  }

  // ISO 8601: "PT1.5S", "-PT90S", "P0D".
  constexpr std::string to_iso_string() const { return std::string(bsatn::detail::iso_span(micros).view()); }

  // ISO 8601 with days, hours, minutes and seconds: "P1DT2H3M4.5S".
  static constexpr std::optional<TimeDuration> from_iso_string(std::string_view text) {
    return some(bsatn::detail::parse_span(text));
  }

 private:
  static constexpr TimeDuration of(std::int64_t count, std::int64_t unit) {
    return {bsatn::detail::in_range(bsatn::detail::checked_multiply(count, unit))};
  }
  static constexpr std::optional<TimeDuration> some(std::optional<std::int64_t> micros) {
    if (!micros) return std::nullopt;
    return TimeDuration{*micros};
  }
};

}  // namespace stdb
