// expect: stdb: a std::variant has no name of its own: derive a struct from stdb::Sum and use that
#include "module.hpp"

#ifdef STDB_BROKEN
struct Row {
  std::variant<Person, stdb::Unit> x;
};
#else
struct Row {
  std::optional<std::string> x;
};
#endif

inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
