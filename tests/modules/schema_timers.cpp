// tests/modules/schema_timers.cpp: schedules of reducers and nothing else, as servers of 1.x have them too.
#include <stdb/module.hpp>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct ring;

struct Alarm {
  std::uint64_t scheduled_id = 0;
  stdb::ScheduleAt scheduled_at;
  std::string text;
  std::uint8_t left = 0;  // how many more times
};
inline constexpr stdb::table<Alarm, "alarm", stdb::primary_key<&Alarm::scheduled_id>,
                             stdb::auto_inc<&Alarm::scheduled_id>, stdb::scheduled<&Alarm::scheduled_at, ring>>
    alarm_table;

struct Rung {
  std::string text;
  stdb::Timestamp at;
};
inline constexpr stdb::table<Rung, "rung", stdb::is_public> rung;

struct ring {
  Alarm alarm;

  ReducerResult operator()(ReducerContext& ctx) const {
    const auto alarms = ctx.db[alarm_table].by(col<&Alarm::scheduled_id>);
    ctx.db[rung].insert({alarm.text, ctx.timestamp()});
    // A row with a time is gone before its reducer is called; one with an interval stays until it is erased.
    std::optional<Alarm> now = alarms.find(alarm.scheduled_id);
    if (!now) return Ok();
    if (now->left == 0) {
      alarms.erase(now->scheduled_id);
    } else {
      --now->left;
      alarms.update(*now);
    }
    return Ok();
  }
};

struct set_alarms {
  ReducerResult operator()(ReducerContext& ctx) const {
    const auto in = [&](stdb::TimeDuration time) { return stdb::ScheduleAt::time(ctx.timestamp() + time); };
    ctx.db[alarm_table].insert({.scheduled_at = in(stdb::TimeDuration::from_millis(10)), .text = "soon"});
    ctx.db[alarm_table].insert({.scheduled_at = in(stdb::TimeDuration::from_hours(1)), .text = "late"});
    ctx.db[alarm_table].insert(
        {.scheduled_at = stdb::ScheduleAt::interval(stdb::TimeDuration::from_millis(10)), .text = "again", .left = 2});
    return Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<alarm_table, rung>, stdb::reducers<ring, set_alarms>>;
