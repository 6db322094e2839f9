// expect: stdb: a member of this struct is a reference or has no default value: nothing could be decoded into it
#include "module.hpp"

struct Row {
#ifdef STDB_BROKEN
  const std::string& name;
#else
  std::string name;
#endif
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
