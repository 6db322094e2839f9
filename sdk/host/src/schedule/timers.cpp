// sdk/host/src/schedule/timers.cpp: which rows of scheduled tables are waited for, and until when.
#include "schedule/timers.hpp"

#include <algorithm>
#include <limits>

#include "base/little_endian.hpp"
#include "calls/trap.hpp"
#include "schedule/clock.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

// A server's timers reach 2^36 - 1 milliseconds ahead, some two years.
constexpr std::uint64_t too_far = ((std::uint64_t{1} << 36) - 1) * 1000;

// The length of an interval, whichever its sign.
std::chrono::microseconds length_of(std::int64_t interval) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  return std::chrono::microseconds(interval == std::numeric_limits<std::int64_t>::min() ? most : std::abs(interval));
}

// The first tick after `now`, counted from the one that was meant; ticks that were missed are left out.
Timestamp next_tick(Timestamp intended, std::chrono::microseconds interval, Timestamp now) {
  if (interval.count() == 0) return intended;
  const std::int64_t elapsed = now.micros > intended.micros ? now.micros - intended.micros : 0;
  const std::int64_t ticks = elapsed / interval.count() + 1;
  std::int64_t offset = 0;
  if (__builtin_mul_overflow(interval.count(), ticks, &offset)) offset = std::numeric_limits<std::int64_t>::max();
  return later_by(intended, std::chrono::microseconds(offset));
}

}  // namespace

Schedule schedule_of(const Table& table, ByteView row) {
  Schedule schedule;
  schedule.id = load<std::uint64_t>(table.column(row, *table.def().primary_key).data());
  const ByteView at = table.column(row, table.def().schedule->at_column);
  schedule.is_interval = at[0] == 0;  // ScheduleAt's first case
  schedule.micros = load<std::int64_t>(at.data() + 1);
  return schedule;
}

bool Timers::set(const Table& table, ByteView row, Timestamp start, Timestamp now) {
  const Schedule schedule = schedule_of(table, row);
  now = std::max(start, now);
  const Timestamp intended =
      schedule.is_interval ? later_by(now, length_of(schedule.micros)) : Timestamp{schedule.micros};
  const auto delay = static_cast<std::uint64_t>(intended.micros) - static_cast<std::uint64_t>(now.micros);
  if (intended > now && delay >= too_far) return false;
  if (row.size() > limits::timer_row_bytes - row_bytes_) throw Trap("too many scheduled rows are waited for");
  put({table.id(), schedule.id, intended, Bytes(row.begin(), row.end())}, now);
  return true;
}

Timestamp Timers::next_time(const Timer& timer, std::int64_t interval, Timestamp now, Profile profile) {
  // Servers of 1.x count from the end of the call.
  return profile == Profile::v1_2 ? later_by(now, length_of(interval))
                                  : next_tick(timer.intended, length_of(interval), now);
}

void Timers::put(Timer timer, Timestamp now) {
  const std::pair key(timer.table, timer.id);
  if (const auto known = places_.find(key); known != places_.end()) {
    const auto old = timers_.find(known->second);
    row_bytes_ -= old->second.row.size();
    timers_.erase(old);
  }
  const Place place(std::max(timer.intended, now), count_++);
  row_bytes_ += timer.row.size();
  places_[key] = place;
  timers_.emplace(place, std::move(timer));
}

std::vector<Timer> Timers::all() const {
  std::vector<Timer> timers;
  for (const auto& [place, timer] : timers_) timers.push_back(timer);
  return timers;
}

std::optional<Timestamp> Timers::next_due() const {
  return timers_.empty() ? std::nullopt : std::optional(timers_.begin()->first.first);
}

std::optional<Timer> Timers::take_due(Timestamp now) {
  if (timers_.empty() || timers_.begin()->first.first > now) return std::nullopt;
  Timer timer = std::move(timers_.begin()->second);
  row_bytes_ -= timer.row.size();
  places_.erase({timer.table, timer.id});
  timers_.erase(timers_.begin());
  return timer;
}

}  // namespace stdb::host
