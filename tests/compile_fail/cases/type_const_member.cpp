// expect: stdb: a member of this struct is const: nothing could be decoded into it
#include "module.hpp"

struct Row {
#ifdef STDB_BROKEN
  const std::uint32_t id = 0;
#else
  std::uint32_t id = 0;
#endif
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
