// expect: stdb: a view has a function operator()(const stdb::ViewContext& ctx) const
// broken: 5
#include "module.hpp"

#if STDB_BROKEN == 1
struct view_under_test {};
#elif STDB_BROKEN == 2
struct view_under_test {
  std::vector<Person> operator()(stdb::ViewContext&) const { return {}; }
};
#elif STDB_BROKEN == 3
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) { return {}; }
};
#elif STDB_BROKEN == 4
struct view_under_test {
  std::vector<Person> operator()(stdb::ReducerContext&) const { return {}; }
};
#elif STDB_BROKEN == 5
struct view_under_test {
  std::vector<Person> operator()() const { return {}; }
};
#else
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<view_under_test>>;
