// expect: stdb: the view's primary_key names a member of another struct than its row
#include "module.hpp"

struct Other {
  std::uint64_t id = 0;
};

#ifdef STDB_BROKEN
struct view_under_test {
  using primary_key = stdb::primary_key<&Other::id>;
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#else
struct view_under_test {
  using primary_key = stdb::primary_key<&Person::id>;
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<view_under_test>>;
