// tests/modules/benchmarks/ia_loop.hpp: bodies that move, and the loop of a game whose enemies think.
#pragma once

#include <stdb/module.hpp>

#include "synthetic.hpp"

namespace benchmarks {

struct Velocity {
  std::uint32_t entity_id;
  float x, y, z;
};
inline constexpr stdb::table<Velocity, "velocity", stdb::primary_key<&Velocity::entity_id>> velocity;
struct Position {
  std::uint32_t entity_id;
  float x, y, z, vx, vy, vz;
};
inline constexpr stdb::table<Position, "position", stdb::primary_key<&Position::entity_id>> position;

enum class AgentAction : std::uint8_t { Inactive, Idle, Evading, Investigating, Retreating, Fighting };
struct GameEnemyAiAgentState {
  std::uint64_t entity_id;
  std::vector<std::uint64_t> last_move_timestamps;
  std::uint64_t next_action_timestamp;
  AgentAction action;
};
inline constexpr stdb::table<GameEnemyAiAgentState, "game_enemy_ai_agent_state",
                             stdb::primary_key<&GameEnemyAiAgentState::entity_id>>
    game_enemy_ai_agent_state;
struct GameTargetableState {
  std::uint64_t entity_id;
  std::int64_t quad;
};
inline constexpr stdb::table<GameTargetableState, "game_targetable_state",
                             stdb::primary_key<&GameTargetableState::entity_id>>
    game_targetable_state;
struct GameLiveTargetableState {
  std::uint64_t entity_id;
  std::int64_t quad;
};
inline constexpr stdb::table<GameLiveTargetableState, "game_live_targetable_state",
                             stdb::unique<&GameLiveTargetableState::entity_id>,
                             stdb::btree<&GameLiveTargetableState::quad>>
    game_live_targetable_state;
struct GameMobileEntityState {
  std::uint64_t entity_id;
  std::int32_t location_x, location_y;
  std::uint64_t timestamp;
};
inline constexpr stdb::table<GameMobileEntityState, "game_mobile_entity_state",
                             stdb::primary_key<&GameMobileEntityState::entity_id>,
                             stdb::btree<&GameMobileEntityState::location_x>>
    game_mobile_entity_state;
struct GameEnemyState {
  std::uint64_t entity_id;
  std::int32_t herd_id;
};
inline constexpr stdb::table<GameEnemyState, "game_enemy_state", stdb::primary_key<&GameEnemyState::entity_id>>
    game_enemy_state;
struct SmallHexTile {
  std::int32_t x, z;
  std::uint32_t dimension;
};
struct GameHerdCache {
  std::int32_t id;
  std::uint32_t dimension_id;
  std::int32_t current_population;
  SmallHexTile location;
  std::int32_t max_population;
  float spawn_eagerness;
  std::int32_t roaming_distance;
};
inline constexpr stdb::table<GameHerdCache, "game_herd_cache", stdb::primary_key<&GameHerdCache::id>> game_herd_cache;

struct insert_bulk_position {
  std::uint32_t count;
  void operator()(ReducerContext& ctx) const {
    for (std::uint32_t id = 0; id < count; ++id) {
      const float x = static_cast<float>(id), y = static_cast<float>(id + 5), z = static_cast<float>(id * 5);
      ctx.db[position].insert({id, x, y, z, x + 10, y + 20, z + 30});
    }
    stdb::log::info("INSERT POSITION: {}", count);
  }
};
struct insert_bulk_velocity {
  std::uint32_t count;
  void operator()(ReducerContext& ctx) const {
    for (std::uint32_t id = 0; id < count; ++id) {
      ctx.db[velocity].insert({id, static_cast<float>(id), static_cast<float>(id + 5), static_cast<float>(id * 5)});
    }
    stdb::log::info("INSERT VELOCITY: {}", count);
  }
};

struct update_position_all {
  std::uint32_t expected;
  void operator()(ReducerContext& ctx) const {
    std::uint32_t count = 0;
    for (Position moved : ctx.db[position].rows()) {
      moved.x += moved.vx;
      moved.y += moved.vy;
      moved.z += moved.vz;
      ctx.db[position].by(col<&Position::entity_id>).update(moved);
      ++count;
    }
    stdb::log::info("UPDATE POSITION ALL: {}, processed: {}", expected, count);
  }
};
struct update_position_with_velocity {
  std::uint32_t expected;
  void operator()(ReducerContext& ctx) const {
    const auto positions = ctx.db[position].by(col<&Position::entity_id>);
    std::uint32_t count = 0;
    for (const Velocity& by : ctx.db[velocity].rows()) {
      std::optional<Position> moved = positions.find(by.entity_id);
      if (!moved) continue;
      moved->x += by.x;
      moved->y += by.y;
      moved->z += by.z;
      positions.update(*moved);
      ++count;
    }
    stdb::log::info("UPDATE POSITION BY VELOCITY: {}, processed: {}", expected, count);
  }
};

// The time in a game that stands still, in milliseconds.
constexpr std::uint64_t now = 1;

struct insert_world {
  std::uint64_t players;
  void operator()(ReducerContext& ctx) const {
    for (std::uint64_t id = 0; id < players; ++id) {
      const std::uint64_t next_action = (id & 2) == 2 ? now + 2000 : now;
      const auto i32 = static_cast<std::int32_t>(id);
      const auto u32 = static_cast<std::uint32_t>(id);
      const auto i64 = static_cast<std::int64_t>(id);
      ctx.db[game_enemy_ai_agent_state].insert({id, {id, 0, id * 2}, next_action, AgentAction::Idle});
      ctx.db[game_live_targetable_state].insert({id, i64});
      ctx.db[game_targetable_state].insert({id, i64});
      ctx.db[game_mobile_entity_state].insert({id, i32, i32, next_action});
      ctx.db[game_enemy_state].insert({id, i32});
      ctx.db[game_herd_cache].insert({.id = i32,
                                      .dimension_id = u32,
                                      .current_population = i32 * 2,
                                      .location = {i32, i32, u32 * 2},
                                      .max_population = i32 * 4,
                                      .spawn_eagerness = static_cast<float>(id),
                                      .roaming_distance = i32});
    }
    stdb::log::info("INSERT WORLD PLAYERS: {}", players);
  }
};

// The row with this primary key, which must be there.
template <auto Key, class Table>
typename Table::row_type must_find(ReducerContext& ctx, const Table& table, const auto& key) {
  std::optional<typename Table::row_type> found = ctx.db[table].by(col<Key>).find(key);
  stdb::check(found.has_value(), "an entity has all of its rows");
  return *std::move(found);
}

// Some other quadrant, the same every time.
constexpr std::int64_t scatter(std::int64_t quad) {
  std::uint64_t bits = static_cast<std::uint64_t>(quad) + 0x9e3779b97f4a7c15;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return static_cast<std::int64_t>(bits ^ (bits >> 31));
}

inline std::vector<GameTargetableState> targetables_near(ReducerContext& ctx, std::uint64_t entity_id,
                                                         std::uint64_t players) {
  std::vector<GameTargetableState> result;
  result.reserve(4);
  const auto by_quad = ctx.db[game_live_targetable_state].by(col<&GameLiveTargetableState::quad>);
  for (std::uint64_t id = entity_id; id < players; ++id) {
    for (const GameLiveTargetableState& live : by_quad.filter(static_cast<std::int64_t>(id))) {
      result.push_back(must_find<&GameTargetableState::entity_id>(ctx, game_targetable_state, live.entity_id));
    }
  }
  return result;
}

inline void move_agent(ReducerContext& ctx, GameEnemyAiAgentState& agent) {
  constexpr std::size_t remembered_moves = 20;
  const std::uint64_t id = agent.entity_id;
  const auto enemies = ctx.db[game_enemy_state].by(col<&GameEnemyState::entity_id>);
  enemies.update(must_find<&GameEnemyState::entity_id>(ctx, game_enemy_state, id));
  agent.next_action_timestamp = now + 2000;
  agent.last_move_timestamps.push_back(now);
  if (agent.last_move_timestamps.size() > remembered_moves) {
    agent.last_move_timestamps.erase(agent.last_move_timestamps.begin());
  }

  GameTargetableState target = must_find<&GameTargetableState::entity_id>(ctx, game_targetable_state, id);
  target.quad = scatter(target.quad);
  ctx.db[game_targetable_state].by(col<&GameTargetableState::entity_id>).update(target);
  const auto live = ctx.db[game_live_targetable_state].by(col<&GameLiveTargetableState::entity_id>);
  if (live.find(id)) live.update({id, target.quad});

  GameMobileEntityState body = must_find<&GameMobileEntityState::entity_id>(ctx, game_mobile_entity_state, id);
  ++body.location_x;
  ++body.location_y;
  body.timestamp = agent.next_action_timestamp;
  ctx.db[game_enemy_ai_agent_state].by(col<&GameEnemyAiAgentState::entity_id>).update(agent);
  ctx.db[game_mobile_entity_state].by(col<&GameMobileEntityState::entity_id>).update(body);
}

struct game_loop_enemy_ia {
  std::uint64_t players;
  void operator()(ReducerContext& ctx) const {
    std::uint32_t count = 0;
    for (GameEnemyAiAgentState agent : ctx.db[game_enemy_ai_agent_state].rows()) {
      const std::uint64_t id = agent.entity_id;
      const auto target = must_find<&GameTargetableState::entity_id>(ctx, game_targetable_state, id);
      keep(targetables_near(ctx, target.entity_id, players));
      agent.action = AgentAction::Fighting;
      keep(must_find<&GameMobileEntityState::entity_id>(ctx, game_mobile_entity_state, id));
      const auto enemy = must_find<&GameEnemyState::entity_id>(ctx, game_enemy_state, id);
      keep(must_find<&GameHerdCache::id>(ctx, game_herd_cache, enemy.herd_id));
      move_agent(ctx, agent);
      ++count;
    }
    stdb::log::info("ENEMY IA LOOP PLAYERS: {}, processed: {}", players, count);
  }
};

struct init_game_ia_loop {
  std::uint32_t initial_load;
  void operator()(ReducerContext& ctx) const {
    const std::uint32_t positions = initial_load * 100;
    const std::uint32_t velocities = initial_load * 50;
    insert_bulk_position{positions}(ctx);
    insert_bulk_velocity{velocities}(ctx);
    update_position_all{positions}(ctx);
    update_position_with_velocity{velocities}(ctx);
    insert_world{initial_load}(ctx);
  }
};
struct run_game_ia_loop {
  std::uint32_t initial_load;
  void operator()(ReducerContext& ctx) const { game_loop_enemy_ia{initial_load}(ctx); }
};

}  // namespace benchmarks
