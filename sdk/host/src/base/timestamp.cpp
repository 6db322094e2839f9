// sdk/host/src/base/timestamp.cpp: points in time read from text.
#include "stdb/host/timestamp.hpp"

#include <charconv>
#include <chrono>

#include "base/concat.hpp"

namespace stdb::host {
namespace {

// Reads a text from front to back; after the first thing that does not fit, everything fails.
class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : text_(text) {}

  bool is_done() const { return ok_ && text_.empty(); }
  bool ok() const { return ok_; }

  // Exactly `digits` digits, of a number from `least` to `most`.
  int number(std::size_t digits, int least, int most) {
    int value = 0;
    if (text_.size() < digits) return fail();
    for (std::size_t at = 0; at < digits; ++at) {
      if (text_[at] < '0' || text_[at] > '9') return fail();
      value = value * 10 + (text_[at] - '0');
    }
    text_.remove_prefix(digits);
    return value < least || value > most ? fail() : value;
  }

  void character(std::string_view choices) {
    if (text_.empty() || choices.find(text_[0]) == std::string_view::npos) {
      fail();
    } else {
      text_.remove_prefix(1);
    }
  }

  // ".25" as microseconds; digits beyond the sixth are dropped.
  std::int64_t fraction() {
    if (!text_.starts_with('.')) return 0;
    text_.remove_prefix(1);
    std::int64_t micros = 0;
    std::int64_t unit = 100'000;
    if (text_.empty() || text_[0] < '0' || text_[0] > '9') return fail();
    for (; !text_.empty() && text_[0] >= '0' && text_[0] <= '9'; text_.remove_prefix(1)) {
      micros += unit * (text_[0] - '0');
      unit /= 10;
    }
    return micros;
  }

  // "Z" or "+02:00", in minutes east of Greenwich.
  int zone() {
    if (text_.starts_with('Z') || text_.starts_with('z')) {
      text_.remove_prefix(1);
      return 0;
    }
    const int sign = text_.starts_with('-') ? -1 : 1;
    character("+-");
    const int hours = number(2, 0, 23);
    character(":");
    return sign * (60 * hours + number(2, 0, 59));
  }

 private:
  int fail() {
    ok_ = false;
    return 0;
  }

  std::string_view text_;
  bool ok_ = true;
};

std::optional<Timestamp> parse_rfc_3339(std::string_view text) {
  TimeReader reader(text);
  const int year = reader.number(4, 1, 9999);
  reader.character("-");
  const int month = reader.number(2, 1, 12);
  reader.character("-");
  const int day = reader.number(2, 1, 31);
  reader.character("Tt ");
  const int hour = reader.number(2, 0, 23);
  reader.character(":");
  const int minute = reader.number(2, 0, 59);
  reader.character(":");
  const int second = reader.number(2, 0, 59);
  const std::int64_t fraction = reader.fraction();
  const int zone = reader.zone();
  using namespace std::chrono;
  const year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day)));
  if (!reader.is_done() || !date.ok()) return std::nullopt;
  const auto time = sys_days(date) + hours(hour) + minutes(minute - zone) + seconds(second) + microseconds(fraction);
  return Timestamp{duration_cast<microseconds>(time.time_since_epoch()).count()};
}

}  // namespace

std::string Timestamp::to_text() const {
  using namespace std::chrono;
  const sys_time<microseconds> time{microseconds(micros)};
  const auto day_start = floor<days>(time);
  const year_month_day date(day_start);
  const int year = static_cast<int>(date.year());
  if (year < 1 || year > 9999) return concat(micros, " us");
  const hh_mm_ss clock(time - day_start);
  const auto padded = [](std::int64_t number, std::size_t digits) {
    std::string text = concat(number);
    return std::string(digits - text.size(), '0') + text;
  };
  std::string fraction = padded(clock.subseconds().count(), 6);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return concat(padded(year, 4), '-', padded(static_cast<unsigned>(date.month()), 2), '-',
                padded(static_cast<unsigned>(date.day()), 2), 'T', padded(clock.hours().count(), 2), ':',
                padded(clock.minutes().count(), 2), ':', padded(clock.seconds().count(), 2),
                fraction.empty() ? "" : ".", fraction, 'Z');
}

Timestamp Timestamp::now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::optional<Timestamp> Timestamp::parse(std::string_view text) {
  Timestamp timestamp;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), timestamp.micros);
  if (end.ec == std::errc() && end.ptr == text.data() + text.size()) return timestamp;
  return parse_rfc_3339(text);
}

}  // namespace stdb::host
