// expect: stdb: a view takes no arguments: its struct has no fields
#include "module.hpp"

#ifdef STDB_BROKEN
struct view_under_test {
  std::uint8_t age = 0;
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#else
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<view_under_test>>;
