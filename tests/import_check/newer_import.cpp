// tests/import_check/newer_import.cpp: uses spacetime_10.4, and is built for servers that offer 10.0 only. Must not
// build.
#include <stdb/shim/bindings.h>
#include <stdb/module.hpp>

[[gnu::noinline]] std::int32_t find_by_point(std::uint32_t index) {
  std::uint32_t rows = 0;
  const std::uint8_t point = 7;
  return stdb_datastore_index_scan_point_bsatn(index, &point, sizeof point, &rows);
}

struct look {
  std::uint32_t index = 0;

  stdb::ReducerResult operator()(stdb::ReducerContext&) const {
    if (find_by_point(index) != 0) return stdb::Err("not found");
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<>, stdb::reducers<look>>;
