// tests/modules/blackholio/tables.hpp: the arena, who is in it and who has left it, and the clocks of the game.
#pragma once

#include <cmath>
#include <stdb/module.hpp>

namespace blackholio {

struct DbVector2 {
  float x, y;

  friend DbVector2 operator+(DbVector2 a, DbVector2 b) { return {a.x + b.x, a.y + b.y}; }
  friend DbVector2 operator-(DbVector2 a, DbVector2 b) { return {a.x - b.x, a.y - b.y}; }
  friend DbVector2 operator*(DbVector2 a, float by) { return {a.x * by, a.y * by}; }
  float length() const { return std::sqrt(x * x + y * y); }
  DbVector2 normalized() const { return length() == 0 ? DbVector2{0, 0} : DbVector2{x / length(), y / length()}; }
};

struct Config {
  std::int32_t id;
  std::int64_t world_size;
};
inline constexpr stdb::table<Config, "config", stdb::is_public, stdb::primary_key<&Config::id>> config;

struct Entity {
  std::int32_t entity_id;
  DbVector2 position;
  std::int32_t mass;
};
template <stdb::FixedString Name, class... Access>
using entities =
    stdb::table<Entity, Name, stdb::primary_key<&Entity::entity_id>, stdb::auto_inc<&Entity::entity_id>, Access...>;
inline constexpr entities<"entity", stdb::is_public> entity;
inline constexpr entities<"logged_out_entity"> logged_out_entity;

struct Circle {
  std::int32_t entity_id, player_id;
  DbVector2 direction;
  float speed;
  stdb::Timestamp last_split_time;
};
template <stdb::FixedString Name, class... Access>
using circles =
    stdb::table<Circle, Name, stdb::primary_key<&Circle::entity_id>, stdb::btree<&Circle::player_id>, Access...>;
inline constexpr circles<"circle", stdb::is_public> circle;
inline constexpr circles<"logged_out_circle"> logged_out_circle;

struct Player {
  stdb::Identity identity;
  std::int32_t player_id;
  std::string name;
};
template <stdb::FixedString Name, class... Access>
using players = stdb::table<Player, Name, stdb::primary_key<&Player::identity>, stdb::unique<&Player::player_id>,
                            stdb::auto_inc<&Player::player_id>, Access...>;
inline constexpr players<"player", stdb::is_public> player;
inline constexpr players<"logged_out_player"> logged_out_player;

struct Food {
  std::int32_t entity_id;
};
inline constexpr stdb::table<Food, "food", stdb::is_public, stdb::primary_key<&Food::entity_id>> food;

struct ConsumeEntityEvent {
  std::int32_t consumed_entity_id, consumer_entity_id;
};
inline constexpr stdb::table<ConsumeEntityEvent, "consume_entity_event", stdb::is_public, stdb::is_event>
    consume_entity_event;

template <class Row, stdb::FixedString Name, class Target>
using timer = stdb::table<Row, Name, stdb::primary_key<&Row::scheduled_id>, stdb::auto_inc<&Row::scheduled_id>,
                          stdb::scheduled<&Row::scheduled_at, Target>>;
struct MoveAllPlayersTimer {
  std::uint64_t scheduled_id;
  stdb::ScheduleAt scheduled_at;
};
inline constexpr timer<MoveAllPlayersTimer, "move_all_players_timer", struct move_all_players> move_all_players_timer;
struct SpawnFoodTimer {
  std::uint64_t scheduled_id;
  stdb::ScheduleAt scheduled_at;
};
inline constexpr timer<SpawnFoodTimer, "spawn_food_timer", struct spawn_food> spawn_food_timer;
struct CircleDecayTimer {
  std::uint64_t scheduled_id;
  stdb::ScheduleAt scheduled_at;
};
inline constexpr timer<CircleDecayTimer, "circle_decay_timer", struct circle_decay> circle_decay_timer;
struct CircleRecombineTimer {
  std::uint64_t scheduled_id;
  stdb::ScheduleAt scheduled_at;
  std::int32_t player_id;
};
inline constexpr timer<CircleRecombineTimer, "circle_recombine_timer", struct circle_recombine> circle_recombine_timer;
struct ConsumeEntityTimer {
  std::uint64_t scheduled_id;
  stdb::ScheduleAt scheduled_at;
  std::int32_t consumed_entity_id, consumer_entity_id;
};
inline constexpr timer<ConsumeEntityTimer, "consume_entity_timer", struct consume_entity> consume_entity_timer;

}  // namespace blackholio
