// expect: stdb: a view has the name of a table or of what belongs to one
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
namespace views {
struct person {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
}  // namespace views
using view_under_test = views::person;
#elif STDB_BROKEN == 2
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
template <>
inline constexpr std::string_view stdb::canonical_name<view_under_test> = "person_age_idx_btree";
#else
struct view_under_test {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person>, stdb::views<view_under_test>>;
