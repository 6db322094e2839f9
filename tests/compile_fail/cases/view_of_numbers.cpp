// expect: stdb: a view's row is an aggregate struct, as a table's is
// broken: 4
#include "module.hpp"

#if STDB_BROKEN == 1
struct view_under_test {
  std::optional<std::uint64_t> operator()(const stdb::ViewContext&) const { return {}; }
};
#elif STDB_BROKEN == 2
struct view_under_test {
  std::vector<std::uint64_t> operator()(const stdb::ViewContext&) const { return {}; }
};
#elif STDB_BROKEN == 3
struct view_under_test {
  std::vector<std::string> operator()(const stdb::ViewContext&) const { return {}; }
};
#elif STDB_BROKEN == 4
struct view_under_test {
  std::vector<std::optional<Person>> operator()(const stdb::ViewContext&) const { return {}; }
};
#else
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<view_under_test>>;
