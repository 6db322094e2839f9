// expect: stdb: this type has no BSATN encoding: use bool, the fixed-width integers
#include "module.hpp"

#ifdef STDB_BROKEN
struct Row {
  std::vector<wchar_t> x;
};
#else
struct Row {
  std::vector<std::int32_t> x;
};
#endif

inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
