// expect: stdb: a member of this struct is a C array, which has no encoding: write std::array
#include "module.hpp"

struct Digest {
#ifdef STDB_BROKEN
  std::uint8_t bytes[1];
#else
  std::array<std::uint8_t, 1> bytes;
#endif
};
struct Row {
  Digest digest;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
