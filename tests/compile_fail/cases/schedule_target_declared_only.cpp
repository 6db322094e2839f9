// expect: stdb: the reducer or procedure that a scheduled table calls is declared but not defined
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
#ifndef STDB_BROKEN
struct tick {
  Timer timer;
  void operator()(stdb::ProcedureContext&) const {}
};
using functions = stdb::procedures<tick>;
#else
using functions = stdb::reducers<greet>;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<timer>, functions>;
