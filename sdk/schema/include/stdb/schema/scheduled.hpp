// sdk/schema/.../scheduled.hpp: scheduled, a table whose rows are calls to come.
#pragma once

#include "stdb/schema/column.hpp"
#include "stdb/schema/detail/option_kind.hpp"

namespace stdb {

// Each row is a call of Target, a reducer or procedure of the module whose one field is the row, at the time in this
// ScheduleAt column; a row for one moment is erased when it has run, a row with an interval stays. The table needs a
// std::uint64_t primary_key. Clients cannot call Target. Target may be declared later, before the module is defined:
//   struct move_all;
//   inline constexpr stdb::table<MoveTimer, "move_timer", stdb::primary_key<&MoveTimer::id>,
//                                stdb::auto_inc<&MoveTimer::id>, stdb::scheduled<&MoveTimer::at, move_all>> move_timer;
//   struct move_all { MoveTimer timer; stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const; };
template <auto Member, class Target>
struct scheduled {
  static constexpr detail::OptionKind kind = detail::OptionKind::schedule;
  using column = Column<Member>;
  using target = Target;
};

}  // namespace stdb
