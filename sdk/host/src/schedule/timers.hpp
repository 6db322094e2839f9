// sdk/host/src/schedule/timers.hpp: which rows of scheduled tables are waited for, and until when (host-abi 6.6).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "stdb/host/bytes.hpp"
#include "stdb/host/profile.hpp"
#include "stdb/host/timestamp.hpp"
#include "store/table.hpp"

namespace stdb::host {

// What a row of a scheduled table says.
struct Schedule {
  std::uint64_t id = 0;
  bool is_interval = false;
  std::int64_t micros = 0;  // an interval's length, of any sign, or a time
};

Schedule schedule_of(const Table& table, ByteView row);

struct Timer {
  std::uint32_t table = 0;
  std::uint64_t id = 0;
  Timestamp intended;  // the time that the schedule means, which may lie before the one at which the timer was set
  Bytes row;           // as it was when the timer was set
};

// Timers are not part of any transaction: what a transaction set stays set when it is rolled back, and whoever takes
// the timer looks whether the row is there. One timer a row; a later one replaces it.
class Timers {
 public:
  // Waits for a row that was inserted or updated by a call that began at `start`, now. False: it lies too far ahead.
  // Throws Trap when the timers hold more than limits::timer_row_bytes.
  bool set(const Table& table, ByteView row, Timestamp start, Timestamp now);

  // When a row that is called again and again is meant to be called next, having been called at `timer.intended`.
  static Timestamp next_time(const Timer& timer, std::int64_t interval, Timestamp now, Profile profile);

  // Waits until the time that the timer means.
  void put(Timer timer, Timestamp now);

  // Those that are waited for, in the order in which they are due.
  std::vector<Timer> all() const;

  std::optional<Timestamp> next_due() const;

  // The timer that is due first, if it is due at `now`; of those due at the same time the one that was set first.
  std::optional<Timer> take_due(Timestamp now);

 private:
  using Place = std::pair<Timestamp, std::uint64_t>;  // when it is due, and a count

  std::map<Place, Timer> timers_;
  std::map<std::pair<std::uint32_t, std::uint64_t>, Place> places_;  // by table and row
  std::uint64_t count_ = 0;
  std::size_t row_bytes_ = 0;
};

}  // namespace stdb::host
