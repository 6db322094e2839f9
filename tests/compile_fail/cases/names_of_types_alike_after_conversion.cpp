// expect: stdb: case_conversion makes two types of this module have the same name
#include "module.hpp"

struct HTTPPart {
  std::uint32_t x = 0;
};
struct http_part {
  std::uint32_t x = 0;
};
struct Row {
  HTTPPart one;
  http_part two;
};
inline constexpr stdb::table<Row, "row"> table_under_test;

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::case_conversion<stdb::CaseConversionPolicy::unchanged>>;
#endif
