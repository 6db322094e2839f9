// sdk/bsatn/.../schedule_at.hpp: ScheduleAt, when a scheduled function runs.
#pragma once

#include "stdb/bsatn/sum.hpp"
#include "stdb/bsatn/time_duration.hpp"
#include "stdb/bsatn/timestamp.hpp"

namespace stdb {

// The names are the wire's.
struct ScheduleAtCases {
  TimeDuration Interval;
  Timestamp Time;
};

// Again and again after an interval, or once at a time.
struct ScheduleAt : Sum<ScheduleAtCases> {
  static constexpr ScheduleAt interval(TimeDuration every) { return {of<&ScheduleAtCases::Interval>(every)}; }
  static constexpr ScheduleAt time(Timestamp at) { return {of<&ScheduleAtCases::Time>(at)}; }
};

}  // namespace stdb
