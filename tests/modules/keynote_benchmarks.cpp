// tests/modules/keynote_benchmarks.cpp: a million positions and velocities, moved on by one step.
#include <algorithm>
#include <stdb/module.hpp>

using stdb::col;
using stdb::LogStopwatch;
using stdb::ReducerContext;

struct Position {
  std::uint32_t id;
  float x, y, z;
};
inline constexpr stdb::table<Position, "position", stdb::is_public, stdb::primary_key<&Position::id>,
                             stdb::direct<&Position::id>>
    position;
struct Velocity {
  std::uint32_t id;
  float dx, dy, dz;
};
inline constexpr stdb::table<Velocity, "velocity", stdb::is_public, stdb::primary_key<&Velocity::id>,
                             stdb::direct<&Velocity::id>>
    velocity;

struct init {
  void operator()(ReducerContext& ctx) const {
    const LogStopwatch watch("init");
    auto& rng = ctx.rng();
    const auto next = [&rng] { return rng.next<float>(); };
    for (std::uint32_t id = 0; id < 1'000'000; ++id) {
      ctx.db[position].insert({id, next(), next(), next()});
      ctx.db[velocity].insert({id, next(), next(), next()});
    }
  }
};

struct update_positions_by_collect {
  void operator()(ReducerContext& ctx) const {
    const LogStopwatch watch("update_positions_by_collect");
    std::vector<Velocity> velocities = ctx.db[velocity].rows().collect();
    std::ranges::sort(velocities, {}, &Velocity::id);
    for (Position moved : ctx.db[position].rows().collect()) {
      const auto by = std::ranges::lower_bound(velocities, moved.id, {}, &Velocity::id);
      if (by == velocities.end() || by->id != moved.id) continue;
      moved = {moved.id, moved.x + by->dx, moved.y + by->dy, moved.z + by->dz};
      ctx.db[position].by(col<&Position::id>).update(moved);
    }
  }
};

struct roundtrip {
  void operator()(ReducerContext& ctx) const {
    const auto by_id = ctx.db[velocity].by(col<&Velocity::id>);
    for (std::uint32_t id = 0; id < 10'000; ++id) by_id.find(id);  // warms the index
    const LogStopwatch watch("index_roundtrip");
    by_id.find(10'001);
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<position, velocity>, stdb::on_init<init>,
                                                         stdb::reducers<update_positions_by_collect, roundtrip>,
                                                         stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
