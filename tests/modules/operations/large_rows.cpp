// tests/modules/operations/large_rows.cpp: a second source of the module, which shares the header of its tables: rows
// larger than any buffer, and than a megabyte.
#include <stdb/module.hpp>

#include "../check.hpp"
#include "../operations_schema.hpp"

using namespace operations;
using stdb::col;

struct large_rows {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};

stdb::ReducerResult large_rows::operator()(stdb::ReducerContext& ctx) const {
  constexpr std::uint32_t step = 300'000;
  Check check;
  const auto blobs = ctx.db[blob];
  for (std::uint32_t id = 1; id <= 4; ++id) {
    blobs.insert({id, std::vector<std::uint8_t>(id * step, static_cast<std::uint8_t>(id))});
  }
  std::size_t bytes = 0;
  for (const Blob& one : blobs.rows()) {
    check(one.bytes.size() == one.id * step && one.bytes.back() == one.id, "a large row is whole");
    bytes += one.bytes.size();
  }
  check(bytes == 10 * step, "all large rows are there");
  const auto found = blobs.by(col<&Blob::id>).find(4);
  check(found && found->bytes.size() == 4 * step, "a large row is found");
  check(blobs.by(col<&Blob::id>).erase(stdb::at_least(0)) == 4, "large rows are erased");
  return check.result();
}
