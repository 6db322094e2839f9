// expect: stdb: a view returns a std::optional, a std::vector or a stdb::Query of a row struct
// broken: 4
#include "module.hpp"

#if STDB_BROKEN == 1
struct view_under_test {
  Person operator()(const stdb::ViewContext&) const { return {}; }
};
#elif STDB_BROKEN == 2
struct view_under_test {
  void operator()(const stdb::ViewContext&) const {}
};
#elif STDB_BROKEN == 3
struct view_under_test {
  std::array<Person, 2> operator()(const stdb::ViewContext&) const { return {}; }
};
#elif STDB_BROKEN == 4
struct view_under_test {
  stdb::Result<Person, int> operator()(const stdb::ViewContext&) const { return stdb::Err(1); }
};
#else
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<view_under_test>>;
