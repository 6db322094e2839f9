// tests/modules/perf_test.cpp: how fast an index answers: 1.2 million rows, asked for one and for 1,200 of them.
#include <stdb/module.hpp>

using stdb::col;
using stdb::ReducerContext;

struct Location {
  std::uint64_t id;
  std::uint64_t chunk;
  std::int32_t x, z;
  std::uint32_t dimension;
};
inline constexpr stdb::table<Location, "location", stdb::primary_key<&Location::id>, stdb::btree<&Location::chunk>,
                             stdb::btree<&Location::x>,
                             stdb::btree<"coordinates", &Location::x, &Location::z, &Location::dimension>>
    location;

constexpr std::uint64_t chunks = 1000;
constexpr std::uint64_t rows_per_chunk = 1200;
// The row that is looked for.
constexpr std::uint64_t id = 989'987;
constexpr std::uint64_t chunk = id / rows_per_chunk;

struct load_location_table {
  void operator()(ReducerContext& ctx) const {
    for (std::uint64_t next = 0; next < chunks * rows_per_chunk; ++next) {
      const std::uint64_t in = next / rows_per_chunk;
      ctx.db[location].insert({next, in, 0, static_cast<std::int32_t>(in), static_cast<std::uint32_t>(next)});
    }
  }
};

auto timed(std::string_view name, auto&& run) {
  const stdb::LogStopwatch watch(name);
  return run();
}
struct test_index_scan_on_id {
  void operator()(ReducerContext& ctx) const {
    const std::optional<Location> found =
        timed("Index scan on {id}", [&] { return ctx.db[location].by(col<&Location::id>).find(id); });
    stdb::check(found && found->id == id, "the row is found by its id");
  }
};
struct test_index_scan_on_chunk {
  void operator()(ReducerContext& ctx) const {
    const std::uint64_t found = timed("Index scan on {chunk}",
                                      [&] { return ctx.db[location].by(col<&Location::chunk>).filter(chunk).count(); });
    stdb::check(found == rows_per_chunk, "the rows are found by their chunk");
  }
};

// The rows at x = 0 and these values of the next columns.
std::uint64_t count_at(ReducerContext& ctx, auto... rest) {
  const auto coordinates = ctx.db[location].by(col<&Location::x>, col<&Location::z>, col<&Location::dimension>);
  return coordinates.filter(0, rest...).count();
}
struct test_index_scan_on_x_z_dimension {
  void operator()(ReducerContext& ctx) const {
    const std::uint64_t found = timed("Index scan on {x, z, dimension}", [&] {
      return count_at(ctx, static_cast<std::int32_t>(chunk), static_cast<std::uint32_t>(id));
    });
    stdb::check(found == 1, "the row is found by its coordinates");
  }
};
struct test_index_scan_on_x_z {
  void operator()(ReducerContext& ctx) const {
    const std::uint64_t found =
        timed("Index scan on {x, z}", [&] { return count_at(ctx, static_cast<std::int32_t>(chunk)); });
    stdb::check(found == rows_per_chunk, "the rows are found by two of their coordinates");
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<location>,
                 stdb::reducers<load_location_table, test_index_scan_on_id, test_index_scan_on_chunk,
                                test_index_scan_on_x_z_dimension, test_index_scan_on_x_z>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
