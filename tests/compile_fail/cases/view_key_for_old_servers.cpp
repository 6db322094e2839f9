// expect: stdb: a view's primary_key needs TARGET 2.4.1 or newer
// target: 20400
#include "module.hpp"

#ifdef STDB_BROKEN
struct view_under_test {
  using primary_key = stdb::primary_key<&Person::id>;
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#else
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<view_under_test>>;
