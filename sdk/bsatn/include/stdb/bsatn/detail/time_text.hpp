// sdk/bsatn/.../detail/time_text.hpp: microseconds as dates and spans in text, and from it. Source: the official SDKs'
// text, which is chrono's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "stdb/bsatn/detail/checked.hpp"

namespace stdb::bsatn::detail {

inline constexpr std::int64_t micros_per_second = 1'000'000;
inline constexpr std::int64_t seconds_per_day = 86'400;

// A text that needs no memory of its own: the longest is a date with a year of six digits.
class ShortText {
 public:
  constexpr std::string_view view() const { return {characters_, size_}; }

  constexpr ShortText& operator+=(char c) {
    characters_[size_++] = c;
    return *this;
  }
  constexpr ShortText& operator+=(std::string_view text) {
    for (const char c : text) *this += c;
    return *this;
  }

  constexpr void append_digits(std::uint64_t value, int least_digits = 1) {
    char digits[20] = {};
    char* at = digits + sizeof digits;
    for (; value != 0 || least_digits > 0; value /= 10, --least_digits) *--at = static_cast<char>('0' + value % 10);
    *this += std::string_view(at, static_cast<std::size_t>(digits + sizeof digits - at));
  }

 private:
  char characters_[40] = {};
  std::size_t size_ = 0;
};

constexpr std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

// A date of the Gregorian calendar, also where it was not in use yet.
struct Date {
  std::int64_t year = 0;  // 0 is the year before the first
  int month = 0;          // 1 to 12
  int day = 0;            // 1 to 31
};

// Counts in years that begin in March, so that a leap day is a year's last. Source: Hinnant, "chrono-Compatible
// Low-Level Date Algorithms".
constexpr std::int64_t days_of(const Date& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

constexpr Date date_of(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const auto month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr int days_in_month(std::int64_t year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// "2024-02-29T12:34:56.789+00:00": no, three or six digits of a second; a sign before years of more than four digits
// and before those below 0.
constexpr ShortText iso_date_time(std::int64_t micros) {
  std::int64_t seconds = micros / micros_per_second;
  auto fraction = static_cast<std::uint64_t>(micros % micros_per_second);
  if (micros % micros_per_second < 0) {
    --seconds;
    fraction += static_cast<std::uint64_t>(micros_per_second);
  }
  const std::int64_t days = (seconds >= 0 ? seconds : seconds - (seconds_per_day - 1)) / seconds_per_day;
  const auto second = static_cast<std::uint64_t>(seconds - days * seconds_per_day);
  const Date date = date_of(days);
  ShortText text;
  if (date.year < 0 || date.year > 9999) text += date.year < 0 ? '-' : '+';
  text.append_digits(magnitude(date.year), 4);
  text += '-';
  text.append_digits(static_cast<std::uint64_t>(date.month), 2);
  text += '-';
  text.append_digits(static_cast<std::uint64_t>(date.day), 2);
  text += 'T';
  text.append_digits(second / 3'600, 2);
  text += ':';
  text.append_digits(second / 60 % 60, 2);
  text += ':';
  text.append_digits(second % 60, 2);
  if (fraction != 0) {
    text += '.';
    text.append_digits(fraction % 1'000 == 0 ? fraction / 1'000 : fraction, fraction % 1'000 == 0 ? 3 : 6);
  }
  return text += "+00:00";
}

// Takes text from the front. After the first failure it stays failed.
class TextReader {
 public:
  constexpr explicit TextReader(std::string_view text) : rest_(text) {}

  constexpr bool ok() const { return ok_; }
  constexpr bool at_end() const { return rest_.empty(); }
  constexpr void fail() { ok_ = false; }

  constexpr bool take_if(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  constexpr void expect(char c) { ok_ = take_if(c) && ok_; }

  // At least and at most so many digits; a number of more than 18 fails.
  constexpr std::int64_t digits(std::size_t least, std::size_t most) {
    std::int64_t value = 0;
    std::size_t count = 0;
    for (; count < most && !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; ++count) {
      if (count < 18) value = value * 10 + (rest_[0] - '0');  // what is longer fails, and must not overflow first
      rest_.remove_prefix(1);
    }
    ok_ = ok_ && count >= least && count <= 18;
    return value;
  }

  // What follows the point of a second: at least one digit, of which the first six count.
  constexpr std::int64_t micros() {
    std::int64_t value = 0;
    std::size_t count = 0;
    for (; !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; ++count) {
      if (count < 6) value = value * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    ok_ = ok_ && count > 0;
    for (; count < 6; ++count) value *= 10;
    return value;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

// The seconds that an offset is to be subtracted with: "Z", "+05:30".
constexpr std::int64_t read_offset(TextReader& reader) {
  if (reader.take_if('Z') || reader.take_if('z')) return 0;
  const bool west = reader.take_if('-');
  if (!west) reader.expect('+');
  const std::int64_t hours = reader.digits(2, 2);
  reader.expect(':');
  const std::int64_t minutes = reader.digits(2, 2);
  if (hours > 23 || minutes > 59) reader.fail();
  return (hours * 3'600 + minutes * 60) * (west ? -1 : 1);
}

// Microseconds since 1970 of a date and time as RFC 3339 has it, with any offset, or as iso_date_time writes it. A
// second 60 is the next minute's first.
constexpr std::optional<std::int64_t> parse_date_time(std::string_view text) {
  TextReader reader(text);
  const bool before_zero = reader.take_if('-');
  const bool is_signed = before_zero || reader.take_if('+');
  Date date;
  date.year = reader.digits(4, is_signed ? 6 : 4) * (before_zero ? -1 : 1);
  reader.expect('-');
  date.month = static_cast<int>(reader.digits(2, 2));
  reader.expect('-');
  date.day = static_cast<int>(reader.digits(2, 2));
  if (!reader.take_if('T') && !reader.take_if('t')) reader.expect(' ');
  const std::int64_t hour = reader.digits(2, 2);
  reader.expect(':');
  const std::int64_t minute = reader.digits(2, 2);
  reader.expect(':');
  const std::int64_t second = reader.digits(2, 2);
  const std::int64_t micros = reader.take_if('.') ? reader.micros() : 0;
  const std::int64_t offset = read_offset(reader);
  if (!reader.ok() || !reader.at_end() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  if (date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
  if (date.day > days_in_month(date.year, date.month)) return std::nullopt;
  const std::int64_t seconds = days_of(date) * seconds_per_day + hour * 3'600 + minute * 60 + second - offset;
  // Towards zero first: the first second of all begins before the first microsecond.
  const bool back = seconds < 0 && micros > 0;
  const auto whole = checked_multiply(seconds + (back ? 1 : 0), micros_per_second);
  return whole ? checked_add(*whole, micros - (back ? micros_per_second : 0)) : std::nullopt;
}

// "+1.500000": seconds.
constexpr ShortText signed_seconds(std::int64_t micros) {
  ShortText text;
  text += micros < 0 ? '-' : '+';
  text.append_digits(magnitude(micros) / 1'000'000);
  text += '.';
  text.append_digits(magnitude(micros) % 1'000'000, 6);
  return text;
}

// "-PT1.5S", and "P0D" of nothing.
constexpr ShortText iso_span(std::int64_t micros) {
  ShortText text;
  if (micros == 0) return text += "P0D";
  text += micros < 0 ? "-PT" : "PT";
  text.append_digits(magnitude(micros) / 1'000'000);
  std::uint64_t fraction = magnitude(micros) % 1'000'000;
  int digits = 6;
  for (; fraction != 0 && fraction % 10 == 0; fraction /= 10) --digits;
  if (fraction != 0) {
    text += '.';
    text.append_digits(fraction, digits);
  }
  return text += 'S';
}

// One part of a span, "12H": adds it, `sign` times, and returns the seconds that one of its unit has, or 0. Units come
// from the longest to the shortest, which `below` sees to.
constexpr std::int64_t read_span_part(TextReader& reader, std::int64_t sign, std::int64_t below,
                                      std::optional<std::int64_t>& micros) {
  const std::int64_t count = reader.digits(1, 19);
  const std::int64_t fraction = reader.take_if('.') ? reader.micros() : -1;
  const std::int64_t unit = reader.take_if('D')   ? seconds_per_day
                            : reader.take_if('H') ? 3'600
                            : reader.take_if('M') ? 60
                            : reader.take_if('S') ? 1
                                                  : 0;
  if (unit == 0 || unit >= below || (fraction >= 0 && unit != 1)) return 0;
  const auto part = checked_multiply(count * sign, unit * micros_per_second);
  micros = micros && part ? checked_add(*micros, *part) : std::nullopt;
  if (micros && fraction > 0) micros = checked_add(*micros, fraction * sign);
  return unit;
}

// Days, hours, minutes and seconds as ISO 8601 has them: "P1DT2H3M4.5S", "-PT1S".
constexpr std::optional<std::int64_t> parse_span(std::string_view text) {
  TextReader reader(text);
  const std::int64_t sign = reader.take_if('-') ? -1 : 1;
  reader.expect('P');
  std::optional<std::int64_t> micros = 0;
  std::int64_t below = seconds_per_day + 1;
  bool in_time = reader.take_if('T');
  if (in_time) below = seconds_per_day;
  if (reader.at_end()) return std::nullopt;
  while (reader.ok() && !reader.at_end()) {
    below = read_span_part(reader, sign, below, micros);
    if (below == 0 || !micros || (!in_time && below < seconds_per_day)) return std::nullopt;
    if (!in_time && reader.take_if('T')) {
      in_time = true;
      if (reader.at_end()) return std::nullopt;
    }
  }
  return reader.ok() ? micros : std::nullopt;
}

// "+1.500000", "-2", "0.001".
constexpr std::optional<std::int64_t> parse_seconds(std::string_view text) {
  TextReader reader(text);
  const std::int64_t sign = reader.take_if('-') ? -1 : 1;
  if (sign > 0) static_cast<void>(reader.take_if('+'));
  const auto whole = checked_multiply(reader.digits(1, 19) * sign, micros_per_second);
  const std::int64_t micros = reader.take_if('.') ? reader.micros() : 0;
  if (!reader.ok() || !reader.at_end() || !whole) return std::nullopt;
  return checked_add(*whole, micros * sign);
}

}  // namespace stdb::bsatn::detail
