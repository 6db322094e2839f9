// expect: stdb: a view that returns a Query has the primary key of its table
#include "module.hpp"

#ifdef STDB_BROKEN
struct view_under_test {
  using primary_key = stdb::primary_key<&Person::id>;
  stdb::Query<Person> operator()(const stdb::ViewContext& ctx) const { return ctx.from[person]; }
};
#else
struct view_under_test {
  using primary_key = stdb::primary_key<&Person::id>;
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<view_under_test>>;
