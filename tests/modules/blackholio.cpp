// tests/modules/blackholio.cpp: the official demo game: circles that split, eat food and each other.
#include "blackholio/tables.hpp"

#include <algorithm>
#include <map>

using namespace blackholio;
using stdb::col;
using stdb::Err;
using stdb::Ok;
using stdb::Outcome;
using stdb::ReducerContext;
using stdb::ReducerResult;
using stdb::ScheduleAt;
using stdb::TimeDuration;

constexpr std::int32_t start_player_mass = 15;
constexpr float start_player_speed = 10;
constexpr std::int32_t food_mass_min = 2, food_mass_max = 4;
constexpr std::uint64_t target_food_count = 600;
constexpr float minimum_safe_mass_ratio = 0.85f;
constexpr std::int32_t min_mass_to_split = start_player_mass * 2;
constexpr std::size_t max_circles_per_player = 16;
constexpr float split_recombine_delay = 5;  // seconds, as the next
constexpr float split_pull_before_recombine = 2;
constexpr float allowed_split_circle_overlap = 0.9f;
constexpr float self_collision_speed = 0.05f;  // 1 would part them at once

float radius_of(std::int32_t mass) { return std::sqrt(static_cast<float>(mass)); }
float max_speed_of(std::int32_t mass) {
  return 2 * start_player_speed / (1 + std::sqrt(static_cast<float>(mass) / start_player_mass));
}
bool is_overlapping(const Entity& a, const Entity& b) {
  return (a.position - b.position).length() <= radius_of(std::max(a.mass, b.mass));
}
float seconds_since(ReducerContext& ctx, stdb::Timestamp then) {
  return static_cast<float>((ctx.timestamp() - then).micros) / 1e6f;
}

auto entity_by_id(ReducerContext& ctx) { return ctx.db[entity].by(col<&Entity::entity_id>); }
auto circle_by_id(ReducerContext& ctx) { return ctx.db[circle].by(col<&Circle::entity_id>); }
std::vector<Circle> circles_of(ReducerContext& ctx, std::int32_t player_id) {
  return ctx.db[circle].by(col<&Circle::player_id>).filter(player_id).collect();
}
std::optional<Player> player_of_sender(ReducerContext& ctx) {
  return ctx.db[player].by(col<&Player::identity>).find(ctx.sender());
}
Entity must_find_entity(ReducerContext& ctx, std::int32_t entity_id) {
  const std::optional<Entity> found = entity_by_id(ctx).find(entity_id);
  stdb::check(found.has_value(), "a circle has an entity");
  return *found;
}
float world_size(ReducerContext& ctx) {
  const std::optional<Config> found = ctx.db[config].by(col<&Config::id>).find(0);
  stdb::check(found.has_value(), "there is a config");
  return static_cast<float>(found->world_size);
}
DbVector2 random_place(ReducerContext& ctx, std::int32_t mass) {
  const float low = radius_of(mass), high = world_size(ctx) - low;
  const float x = ctx.rng().range(low, high);
  return {x, ctx.rng().range(low, high)};
}

void spawn_circle_at(ReducerContext& ctx, std::int32_t player_id, std::int32_t mass, DbVector2 position) {
  const Entity spawned = ctx.db[entity].insert({0, position, mass});
  ctx.db[circle].insert({spawned.entity_id, player_id, {0, 1}, 0, ctx.timestamp()});
}
void destroy_entity(ReducerContext& ctx, std::int32_t entity_id) {
  ctx.db[food].by(col<&Food::entity_id>).erase(entity_id);
  circle_by_id(ctx).erase(entity_id);
  entity_by_id(ctx).erase(entity_id);
}
void schedule_consume_entity(ReducerContext& ctx, std::int32_t consumer_id, std::int32_t consumed_id) {
  ctx.db[consume_entity_timer].insert({0, ScheduleAt::time(ctx.timestamp()), consumed_id, consumer_id});
}

struct init {
  void operator()(ReducerContext& ctx) const {
    stdb::log::info("Initializing...");
    ctx.db[config].insert({0, 1000});
    ctx.db[circle_decay_timer].insert({0, ScheduleAt::interval(TimeDuration::from_seconds(5))});
    ctx.db[spawn_food_timer].insert({0, ScheduleAt::interval(TimeDuration::from_millis(500))});
    ctx.db[move_all_players_timer].insert({0, ScheduleAt::interval(TimeDuration::from_millis(50))});
  }
};

// Moves a circle with its entity out of the arena or back.
void move_circle(ReducerContext& ctx, const Circle& moved, const auto& from_circles, const auto& to_circles,
                 const auto& from_entities, const auto& to_entities) {
  const std::optional<Entity> body = ctx.db[from_entities].by(col<&Entity::entity_id>).find(moved.entity_id);
  stdb::check(body.has_value(), "a circle has an entity");
  ctx.db[to_entities].insert(*body);
  ctx.db[from_entities].erase(*body);
  ctx.db[to_circles].insert(moved);
  ctx.db[from_circles].erase(moved);
}
struct connect {
  void operator()(ReducerContext& ctx) const {
    const auto left = ctx.db[logged_out_player].by(col<&Player::identity>);
    if (const std::optional<Player> back = left.find(ctx.sender())) {
      ctx.db[player].insert(*back);
      left.erase(back->identity);
      for (const Circle& one : ctx.db[logged_out_circle].by(col<&Circle::player_id>).filter(back->player_id)) {
        move_circle(ctx, one, logged_out_circle, circle, logged_out_entity, entity);
      }
    } else {
      ctx.db[player].insert({ctx.sender(), 0, ""});
    }
  }
};
struct disconnect {
  ReducerResult operator()(ReducerContext& ctx) const {
    const std::optional<Player> gone = player_of_sender(ctx);
    if (!gone) return Err("Player not found");
    ctx.db[logged_out_player].insert(*gone);
    ctx.db[player].erase(*gone);
    for (const Circle& one : circles_of(ctx, gone->player_id)) {
      move_circle(ctx, one, circle, logged_out_circle, entity, logged_out_entity);
    }
    return Ok();
  }
};

struct enter_game {
  std::string name;
  ReducerResult operator()(ReducerContext& ctx) const {
    stdb::log::info("Creating player with name {}", name);
    std::optional<Player> entering = player_of_sender(ctx);
    if (!entering) return Err("");
    entering->name = name;
    ctx.db[player].by(col<&Player::identity>).update(*entering);
    spawn_circle_at(ctx, entering->player_id, start_player_mass, random_place(ctx, start_player_mass));
    return Ok();
  }
};
struct respawn {
  ReducerResult operator()(ReducerContext& ctx) const {
    const std::optional<Player> me = player_of_sender(ctx);
    if (!me) return Err("No such player found");
    spawn_circle_at(ctx, me->player_id, start_player_mass, random_place(ctx, start_player_mass));
    return Ok();
  }
};
struct suicide {
  ReducerResult operator()(ReducerContext& ctx) const {
    const std::optional<Player> me = player_of_sender(ctx);
    if (!me) return Err("No such player found");
    for (const Circle& one : circles_of(ctx, me->player_id)) destroy_entity(ctx, one.entity_id);
    return Ok();
  }
};
struct update_player_input {
  DbVector2 direction;
  ReducerResult operator()(ReducerContext& ctx) const {
    const std::optional<Player> me = player_of_sender(ctx);
    if (!me) return Err("Player not found");
    for (Circle one : circles_of(ctx, me->player_id)) {
      one.direction = direction.normalized();
      one.speed = std::clamp(direction.length(), 0.0f, 1.0f);
      circle_by_id(ctx).update(one);
    }
    return Ok();
  }
};

// Where each circle wants to go, by its entity.
using Directions = std::map<std::int32_t, DbVector2>;

// Two circles of one player: what lies between them, and how it changes where they go.
struct Pair {
  const Entity& a;
  const Entity& b;

  DbVector2 between() const {
    const DbVector2 difference = a.position - b.position;
    return difference.length() <= 0.01f ? DbVector2{1, 0} : difference;  // in one place: taken to be side by side
  }
  float radius_sum() const { return radius_of(a.mass) + radius_of(b.mass); }
  void pull(Directions& directions, float strength) const {
    const DbVector2 way = between().normalized() * ((radius_sum() - between().length()) * strength / 2);
    directions[a.entity_id] = directions[a.entity_id] + way;
    directions[b.entity_id] = directions[b.entity_id] - way;
  }
};

// Circles of one player are drawn together before they recombine, and kept from overlapping.
void move_split_circles(ReducerContext& ctx, std::int32_t player_id, Directions& directions) {
  const std::vector<Circle> circles = circles_of(ctx, player_id);
  std::vector<Entity> bodies;
  for (const Circle& one : circles) bodies.push_back(must_find_entity(ctx, one.entity_id));
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const float left = std::max(split_recombine_delay - seconds_since(ctx, circles[i].last_split_time), 0.0f);
    if (left > split_pull_before_recombine) continue;
    const float strength = (1 - left / split_pull_before_recombine) * 0.05f / static_cast<float>(bodies.size());
    for (std::size_t j = 0; j < bodies.size(); ++j) {
      const Pair pair{bodies[i], bodies[j]};
      if (i != j && pair.between().length() > pair.radius_sum()) pair.pull(directions, strength);
    }
  }
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    for (std::size_t j = i + 1; j < bodies.size(); ++j) {
      const Pair pair{bodies[i], bodies[j]};
      const bool too_near = pair.between().length() < pair.radius_sum() * allowed_split_circle_overlap;
      if (too_near) pair.pull(directions, self_collision_speed);
    }
  }
}

void move_circles(ReducerContext& ctx, Directions& directions) {
  const float size = world_size(ctx);
  for (const Circle& one : ctx.db[circle].rows()) {
    std::optional<Entity> body = entity_by_id(ctx).find(one.entity_id);
    if (!body) continue;  // has been eaten
    const float radius = radius_of(body->mass);
    const DbVector2 to = body->position + directions[one.entity_id] * max_speed_of(body->mass);
    body->position = {std::clamp(to.x, radius, size - radius), std::clamp(to.y, radius, size - radius)};
    entity_by_id(ctx).update(*body);
  }
}

void eat_what_is_overlapped(ReducerContext& ctx) {
  const std::vector<Entity> entities = ctx.db[entity].rows().collect();
  for (const Circle& eater : ctx.db[circle].rows()) {
    const Entity body = must_find_entity(ctx, eater.entity_id);
    for (const Entity& other : entities) {
      if (other.entity_id == body.entity_id || !is_overlapping(body, other)) continue;
      const std::optional<Circle> prey = circle_by_id(ctx).find(other.entity_id);
      const bool is_small = static_cast<float>(other.mass) / static_cast<float>(body.mass) < minimum_safe_mass_ratio;
      const bool is_edible = !prey || (prey->player_id != eater.player_id && is_small);
      if (is_edible) schedule_consume_entity(ctx, body.entity_id, other.entity_id);
    }
  }
}

struct blackholio::move_all_players {
  MoveAllPlayersTimer _timer;
  void operator()(ReducerContext& ctx) const {
    Directions directions;
    for (const Circle& one : ctx.db[circle].rows()) directions[one.entity_id] = one.direction * one.speed;
    for (const Player& one : ctx.db[player].rows()) move_split_circles(ctx, one.player_id, directions);
    move_circles(ctx, directions);
    eat_what_is_overlapped(ctx);
  }
};

struct blackholio::consume_entity {
  ConsumeEntityTimer request;
  ReducerResult operator()(ReducerContext& ctx) const {
    const std::optional<Entity> consumed = entity_by_id(ctx).find(request.consumed_entity_id);
    std::optional<Entity> consumer = entity_by_id(ctx).find(request.consumer_entity_id);
    if (!consumed) return Err("Consumed entity doesn't exist");
    if (!consumer) return Err("Consumer entity doesn't exist");
    ctx.db[consume_entity_event].insert({consumed->entity_id, consumer->entity_id});
    consumer->mass += consumed->mass;
    destroy_entity(ctx, consumed->entity_id);
    entity_by_id(ctx).update(*consumer);
    return Ok();
  }
};

struct player_split {
  ReducerResult operator()(ReducerContext& ctx) const {
    const std::optional<Player> me = player_of_sender(ctx);
    if (!me) return Err("Sender has no player");
    std::vector<Circle> circles = circles_of(ctx, me->player_id);
    std::size_t count = circles.size();
    if (count >= max_circles_per_player) return Ok();
    for (Circle& one : circles) {
      Entity body = must_find_entity(ctx, one.entity_id);
      if (count >= max_circles_per_player || body.mass < min_mass_to_split * 2) continue;
      const std::int32_t half = body.mass / 2;
      spawn_circle_at(ctx, one.player_id, half, body.position + one.direction);
      body.mass -= half;
      one.last_split_time = ctx.timestamp();
      circle_by_id(ctx).update(one);
      entity_by_id(ctx).update(body);
      ++count;
    }
    const auto delay = TimeDuration::from_millis(static_cast<std::int64_t>(split_recombine_delay * 1000));
    ctx.db[circle_recombine_timer].insert({0, ScheduleAt::time(ctx.timestamp() + delay), me->player_id});
    stdb::log::warn("Player split!");
    return Ok();
  }
};

struct blackholio::spawn_food {
  SpawnFoodTimer _timer;
  void operator()(ReducerContext& ctx) const {
    if (ctx.db[player].count() == 0) return;
    for (std::uint64_t count = ctx.db[food].count(); count < target_food_count; ++count) {
      const std::int32_t mass = ctx.rng().range(food_mass_min, food_mass_max - 1);
      const Entity spawned = ctx.db[entity].insert({0, random_place(ctx, mass), mass});
      ctx.db[food].insert({spawned.entity_id});
      stdb::log::info("Spawned food! {}", spawned.entity_id);
    }
  }
};

struct blackholio::circle_decay {
  CircleDecayTimer _timer;
  void operator()(ReducerContext& ctx) const {
    for (const Circle& one : ctx.db[circle].rows()) {
      Entity body = must_find_entity(ctx, one.entity_id);
      if (body.mass <= start_player_mass) continue;
      body.mass = static_cast<std::int32_t>(static_cast<float>(body.mass) * 0.99f);
      entity_by_id(ctx).update(body);
    }
  }
};

struct blackholio::circle_recombine {
  CircleRecombineTimer timer;
  ReducerResult operator()(ReducerContext& ctx) const {
    std::vector<Circle> circles = circles_of(ctx, timer.player_id);
    std::erase_if(circles,
                  [&](const Circle& one) { return seconds_since(ctx, one.last_split_time) < split_recombine_delay; });
    for (std::size_t i = 1; i < circles.size(); ++i) {
      schedule_consume_entity(ctx, circles[0].entity_id, circles[i].entity_id);
    }
    return Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<config, entity, logged_out_entity, circle, logged_out_circle, player, logged_out_player,
                              food, move_all_players_timer, spawn_food_timer, circle_decay_timer,
                              circle_recombine_timer, consume_entity_event, consume_entity_timer>,
                 stdb::on_init<init>, stdb::on_connect<connect>, stdb::on_disconnect<disconnect>,
                 stdb::reducers<enter_game, respawn, suicide, update_player_input, move_all_players, consume_entity,
                                player_split, spawn_food, circle_decay, circle_recombine>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
