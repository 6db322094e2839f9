// expect: stdb: the reducer or procedure that a scheduled table calls is not in the module
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
  Timer timer;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<timer>, stdb::reducers<greet>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<timer>, stdb::private_reducers<tick>>;
#endif
