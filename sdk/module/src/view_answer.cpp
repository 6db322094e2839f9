// sdk/module/src/view_answer.cpp: the answer of a view that is a query.
#include <cstring>

#include "stdb/bsatn/encode.hpp"
#include "stdb/module/detail/function_thunk.hpp"

void stdb::detail::write_sql(std::uint32_t sink, std::string_view sql) {
  const std::size_t size = 5 + sql.size();
  std::uint8_t* const bytes = scratch(size);
  bytes[0] = header_sql;
  bsatn::detail::encode_text(bytes + 1, sql);
  write_sink(sink, {bytes, size});
}
