// expect: stdb: two different types of this module have the same name
#include "module.hpp"

#ifdef STDB_BROKEN
namespace shop {
struct Person {
  int price;
};
using Item = Person;
}  // namespace shop
#else
namespace shop {
struct Item {
  int price;
};
}  // namespace shop
#endif

inline constexpr stdb::table<shop::Item, "item"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person, table_under_test>>;
