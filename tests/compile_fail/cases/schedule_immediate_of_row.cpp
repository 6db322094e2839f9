// expect: stdb: schedule_immediate takes a reducer or a procedure with its arguments
// broken: 3
#include "module.hpp"

struct later {
  void operator()(stdb::ReducerContext&) const {
#if STDB_BROKEN == 1
    stdb::schedule_immediate(Person{});
#elif STDB_BROKEN == 2
    stdb::schedule_immediate(5);
#elif STDB_BROKEN == 3
    stdb::schedule_immediate<"auth.person">(Person{});
#else
    stdb::schedule_immediate(greet{});
    stdb::schedule_immediate<"auth.greet">(greet{});
#endif
  }
};
