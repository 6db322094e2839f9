// expect: stdb: a pointer or reference has no encoding: hold the value itself
#include "module.hpp"

#ifdef STDB_BROKEN
using Value = int*;
#else
using Value = int;
#endif

struct Row {
  std::uint64_t id;
  Value x;
};

inline constexpr stdb::table<Row, "row", stdb::primary_key<&Row::id>, stdb::auto_inc<&Row::id>> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
