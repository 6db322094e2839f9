// sdk/query/src/condition_code.cpp: conditions that are put together at run time.
#include "stdb/query/detail/condition_code.hpp"

namespace stdb::detail {

void append_sql_code(std::string& sql, std::string_view code, std::string_view table) { write_code(sql, code, table); }

void turn_sql_code_round(std::span<char> code) { turn_code_round(code); }

}  // namespace stdb::detail
