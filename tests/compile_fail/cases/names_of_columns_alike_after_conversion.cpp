// expect: stdb: case_conversion makes two columns of this table have the same name
#include "module.hpp"

struct Row {
  std::uint32_t player1 = 0;
  std::uint32_t player_1 = 0;
};
inline constexpr stdb::table<Row, "row"> table_under_test;

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::case_conversion<stdb::CaseConversionPolicy::unchanged>>;
#endif
