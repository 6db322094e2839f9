// expect: stdb: a table has one scheduled<> at most
#include "module.hpp"

struct Timer {
  std::uint64_t id = 0;
  std::uint32_t number = 0;
  stdb::ScheduleAt at;
  stdb::ScheduleAt later;
  stdb::Timestamp when;
};
struct tick;

#ifdef STDB_BROKEN
inline constexpr stdb::table<Timer, "timer", stdb::primary_key<&Timer::id>, stdb::scheduled<&Timer::at, tick>,
                             stdb::scheduled<&Timer::later, tick>>
    table_under_test;
#else
inline constexpr stdb::table<Timer, "timer", stdb::primary_key<&Timer::id>, stdb::scheduled<&Timer::at, tick>>
    table_under_test;
#endif

struct tick {
  Timer timer;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>, stdb::reducers<tick>>;
