// sdk/host/src/schedule/clock.hpp: the time of a database.
#pragma once

#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include "stdb/host/timestamp.hpp"

namespace stdb::host {

// The later time, at the ends of what fits.
inline Timestamp later_by(Timestamp time, std::chrono::microseconds duration) {
  Timestamp sum;
  if (!__builtin_add_overflow(time.micros, duration.count(), &sum.micros)) return sum;
  const auto least = std::numeric_limits<std::int64_t>::min();
  return {duration.count() < 0 ? least : std::numeric_limits<std::int64_t>::max()};
}

// Shows its source's time until it is told one; then it stands there until it is told the next, so that what a test
// does at given times is the same on every run.
class Clock {
 public:
  explicit Clock(std::function<Timestamp()> source = &Timestamp::now) : source_(std::move(source)) {}

  Timestamp now() const { return steered_ ? *steered_ : source_(); }
  bool is_steered() const { return steered_.has_value(); }
  void set(Timestamp time) { steered_ = time; }

 private:
  std::function<Timestamp()> source_;
  std::optional<Timestamp> steered_;
};

}  // namespace stdb::host
