// expect: stdb: an enumerator of this enum is less than 0 or greater than 255, and such values have no encoding
#include "module.hpp"

#ifdef STDB_BROKEN
enum class Mood { calm, merry, none = -1 };
#else
enum class Mood { calm, merry, none = 255 };
#endif

struct Row {
  Mood mood;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
