// expect: stdb: a member of this struct is a C array, which has no encoding: write std::array
#include "module.hpp"

struct Row {
  std::uint32_t id;
#ifdef STDB_BROKEN
  std::uint8_t digest[32];
#else
  std::array<std::uint8_t, 32> digest;
#endif
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
