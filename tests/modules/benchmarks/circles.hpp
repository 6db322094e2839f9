// tests/modules/benchmarks/circles.hpp: the joins that a game of circles which eat each other makes.
#pragma once

#include <algorithm>
#include <cmath>
#include <stdb/module.hpp>

#include "synthetic.hpp"

namespace benchmarks {

struct Vector2 {
  float x, y;
};
struct Entity {
  std::uint32_t id;
  Vector2 position;
  std::uint32_t mass;
};
inline constexpr stdb::table<Entity, "entity", stdb::primary_key<&Entity::id>, stdb::auto_inc<&Entity::id>> entity;
struct Circle {
  std::uint32_t entity_id, player_id;
  Vector2 direction;
  float magnitude;
  stdb::Timestamp last_split_time;
};
inline constexpr stdb::table<Circle, "circle", stdb::primary_key<&Circle::entity_id>, stdb::btree<&Circle::player_id>>
    circle;
struct Food {
  std::uint32_t entity_id;
};
inline constexpr stdb::table<Food, "food", stdb::primary_key<&Food::entity_id>> food;

inline float radius_of(const Entity& one) { return std::sqrt(static_cast<float>(one.mass)); }

inline bool is_overlapping(const Entity& a, const Entity& b) {
  const float dx = a.position.x - b.position.x;
  const float dy = a.position.y - b.position.y;
  return std::sqrt(dx * dx + dy * dy) < std::max(radius_of(a), radius_of(b));
}

struct insert_bulk_entity {
  std::uint32_t count;
  void operator()(ReducerContext& ctx) const {
    for (std::uint32_t id = 0; id < count; ++id) {
      ctx.db[entity].insert({0, {static_cast<float>(id), static_cast<float>(id + 5)}, id * 5});
    }
    stdb::log::info("INSERT ENTITY: {}", count);
  }
};
struct insert_bulk_circle {
  std::uint32_t count;
  void operator()(ReducerContext& ctx) const {
    for (std::uint32_t id = 0; id < count; ++id) {
      const Vector2 direction = {static_cast<float>(id), static_cast<float>(id + 5)};
      ctx.db[circle].insert({id, id, direction, static_cast<float>(id * 5), ctx.timestamp()});
    }
    stdb::log::info("INSERT CIRCLE: {}", count);
  }
};
struct insert_bulk_food {
  std::uint32_t count;
  void operator()(ReducerContext& ctx) const {
    for (std::uint32_t id = 1; id <= count; ++id) ctx.db[food].insert({id});
    stdb::log::info("INSERT FOOD: {}", count);
  }
};

struct cross_join_all {
  std::uint32_t expected;
  void operator()(ReducerContext& ctx) const {
    std::uint32_t count = 0;
    for ([[maybe_unused]] const Circle& each : ctx.db[circle].rows()) {
      for ([[maybe_unused]] const Entity& of : ctx.db[entity].rows()) {
        for ([[maybe_unused]] const Food& with : ctx.db[food].rows()) ++count;
      }
    }
    stdb::log::info("CROSS JOIN ALL: {}, processed: {}", expected, count);
  }
};
struct cross_join_circle_food {
  std::uint32_t expected;
  void operator()(ReducerContext& ctx) const {
    const auto entities = ctx.db[entity].by(col<&Entity::id>);
    std::uint32_t count = 0;
    for (const Circle& each : ctx.db[circle].rows()) {
      const std::optional<Entity> round = entities.find(each.entity_id);
      if (!round) continue;
      for (const Food& with : ctx.db[food].rows()) {
        ++count;
        const std::optional<Entity> eaten = entities.find(with.entity_id);
        stdb::check(eaten.has_value(), "a food has an entity");
        keep(is_overlapping(*round, *eaten));
      }
    }
    stdb::log::info("CROSS JOIN CIRCLE FOOD: {}, processed: {}", expected, count);
  }
};

struct init_game_circles {
  std::uint32_t initial_load;
  void operator()(ReducerContext& ctx) const {
    insert_bulk_food{initial_load}(ctx);
    insert_bulk_entity{initial_load}(ctx);
    insert_bulk_circle{initial_load}(ctx);
  }
};
struct run_game_circles {
  std::uint32_t initial_load;
  void operator()(ReducerContext& ctx) const {
    const std::uint32_t squared = initial_load * initial_load;
    cross_join_circle_food{squared}(ctx);
    cross_join_all{squared * initial_load}(ctx);
  }
};

}  // namespace benchmarks
