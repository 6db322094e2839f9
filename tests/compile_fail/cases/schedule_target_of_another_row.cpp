// expect: stdb: what a scheduled table calls has one field, of the table's row type
// broken: 4
#include "module.hpp"

struct Timer {
  std::uint64_t id = 0;
  std::uint32_t number = 0;
  stdb::ScheduleAt at;
  stdb::ScheduleAt later;
  stdb::Timestamp when;
};
struct tick;
inline constexpr stdb::table<Timer, "timer", stdb::primary_key<&Timer::id>, stdb::scheduled<&Timer::at, tick>> timer;
struct tick {
#if STDB_BROKEN == 1
  Person person;
#elif STDB_BROKEN == 2
  Timer timer;
  std::uint64_t id = 0;
#elif STDB_BROKEN == 3
  std::uint64_t id = 0;
#elif !defined STDB_BROKEN
  Timer timer;
#endif
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<timer>, stdb::reducers<tick>>;
