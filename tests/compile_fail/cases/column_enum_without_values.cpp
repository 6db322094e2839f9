// expect: stdb: this enum has no enumerator with a value from 0 to 255
#include "module.hpp"

#ifdef STDB_BROKEN
enum class Mood { calm = 1000, merry };
#else
enum class Mood { calm, merry };
#endif

struct Row {
  Mood mood;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
