// tests/modules/schema_schedules.cpp: schedules of reducers and procedures, and columns in any order.
#include <stdb/module.hpp>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct run_once;
struct run_often;
struct run_procedure;

struct OnceTimer {
  std::uint64_t scheduled_id = 0;
  stdb::ScheduleAt scheduled_at;
  std::string text;
};
inline constexpr stdb::table<OnceTimer, "once_timer", stdb::primary_key<&OnceTimer::scheduled_id>,
                             stdb::auto_inc<&OnceTimer::scheduled_id>,
                             stdb::scheduled<&OnceTimer::scheduled_at, run_once>>
    once_timer;

// The time stands last and is called otherwise; the id is not generated.
struct OftenTimer {
  std::uint32_t count = 0;
  std::uint64_t number = 0;
  stdb::ScheduleAt next;
};
inline constexpr stdb::table<OftenTimer, "often_timer", stdb::is_public, stdb::primary_key<&OftenTimer::number>,
                             stdb::scheduled<&OftenTimer::next, run_often>>
    often_timer;

struct ProcedureTimer {
  stdb::ScheduleAt scheduled_at;
  std::uint64_t id = 0;
};
inline constexpr stdb::table<ProcedureTimer, "procedure_timer", stdb::primary_key<&ProcedureTimer::id>,
                             stdb::auto_inc<&ProcedureTimer::id>,
                             stdb::scheduled<&ProcedureTimer::scheduled_at, run_procedure>>
    procedure_timer;

struct Ran {
  std::string what;
  stdb::Timestamp at;
};
inline constexpr stdb::table<Ran, "ran", stdb::is_public> ran;

struct run_once {
  OnceTimer timer;

  ReducerResult operator()(ReducerContext& ctx) const {
    if (ctx.sender() != ctx.database_identity()) return stdb::Err("called by somebody");
    ctx.db[ran].insert({timer.text, ctx.timestamp()});
    return Ok();
  }
};

// Three times, and then no more.
struct run_often {
  OftenTimer timer;

  ReducerResult operator()(ReducerContext& ctx) const {
    const auto timers = ctx.db[often_timer].by(col<&OftenTimer::number>);
    const auto now = timers.find(timer.number);
    if (!now) return stdb::Err("the timer is gone");
    ctx.db[ran].insert({"often", ctx.timestamp()});
    if (now->count == 2) {
      timers.erase(timer.number);
    } else {
      timers.update({now->count + 1, timer.number, now->next});
    }
    return Ok();
  }
};

struct run_procedure {
  ProcedureTimer timer;

  void operator()(stdb::ProcedureContext& ctx) const {
    ctx.with_tx([](stdb::TransactionContext& tx) { tx.db[ran].insert({"procedure", tx.timestamp()}); });
  }
};

struct start_all {
  ReducerResult operator()(ReducerContext& ctx) const {
    const auto soon = stdb::ScheduleAt::time(ctx.timestamp() + stdb::TimeDuration::from_millis(10));
    ctx.db[once_timer].insert({.scheduled_at = soon, .text = "once"});
    ctx.db[once_timer].insert({.scheduled_at = stdb::ScheduleAt::time(ctx.timestamp()), .text = "at once"});
    ctx.db[often_timer].insert({.number = 77, .next = stdb::ScheduleAt::interval(stdb::TimeDuration::from_millis(10))});
    ctx.db[procedure_timer].insert({.scheduled_at = soon});
    // This one never comes: `stop` takes it away.
    const auto late = stdb::ScheduleAt::time(ctx.timestamp() + stdb::TimeDuration::from_hours(1));
    ctx.db[once_timer].insert({.scheduled_at = late, .text = "never"});
    return Ok();
  }
};

struct stop {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[once_timer].clear();
    return Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<once_timer, often_timer, procedure_timer, ran>,
                 stdb::reducers<run_once, run_often, start_all, stop>, stdb::procedures<run_procedure>>;
