// expect: stdb: a view that returns a Query needs TARGET 2.1 or newer
// target: 20000
#include "module.hpp"

#ifdef STDB_BROKEN
struct view_under_test {
  stdb::Query<Person> operator()(const stdb::ViewContext& ctx) const { return ctx.from[person]; }
};
#else
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person>, stdb::views<view_under_test>>;
