// tests/modules/sdk_test_view.cpp: views of one row and of many, for everybody and for who asks, joined by hand.
#include <cstdlib>
#include <stdb/module.hpp>

using stdb::AnonymousViewContext;
using stdb::col;
using stdb::ReducerContext;
using stdb::ViewContext;

struct Player {
  std::uint64_t entity_id;
  stdb::Identity identity;
};
inline constexpr stdb::table<Player, "player", stdb::is_public, stdb::primary_key<&Player::entity_id>,
                             stdb::auto_inc<&Player::entity_id>, stdb::unique<&Player::identity>>
    player;
struct PlayerLevel {
  std::uint64_t entity_id, level;
};
inline constexpr stdb::table<PlayerLevel, "player_level", stdb::is_public, stdb::unique<&PlayerLevel::entity_id>,
                             stdb::btree<&PlayerLevel::level>>
    player_level;
struct PlayerLocation {
  std::uint64_t entity_id;
  bool active;
  std::int32_t x, y;
};
inline constexpr stdb::table<PlayerLocation, "player_location", stdb::unique<&PlayerLocation::entity_id>,
                             stdb::btree<&PlayerLocation::active>>
    player_location;
struct PlayerAndLevel {
  std::uint64_t entity_id;
  stdb::Identity identity;
  std::uint64_t level;
};

// The row of this player in a table of its own key, in a reducer or a view.
auto of_player(const auto& handle, std::uint64_t entity_id) {
  return handle.by(col<&std::remove_cvref_t<decltype(handle)>::row_type::entity_id>).find(entity_id);
}
std::optional<Player> find_player(const auto& ctx, stdb::Identity identity) {
  return ctx.db[player].by(col<&Player::identity>).find(identity);
}

struct insert_player {
  stdb::Identity identity;
  std::uint64_t level;
  void operator()(ReducerContext& ctx) const {
    const Player inserted = ctx.db[player].insert({0, identity});
    ctx.db[player_level].insert({inserted.entity_id, level});
  }
};
struct delete_player {
  stdb::Identity identity;
  void operator()(ReducerContext& ctx) const {
    if (const auto found = find_player(ctx, identity)) {
      ctx.db[player].erase(*found);
      ctx.db[player_level].by(col<&PlayerLevel::entity_id>).erase(found->entity_id);
    }
  }
};
struct move_player {
  std::int32_t dx, dy;
  void operator()(ReducerContext& ctx) const {
    std::optional<Player> me = find_player(ctx, ctx.sender());
    if (!me) me = ctx.db[player].insert({0, ctx.sender()});
    const auto place = of_player(ctx.db[player_location], me->entity_id);
    if (place) ctx.db[player_location].erase(*place);
    const PlayerLocation from = place.value_or(PlayerLocation{me->entity_id, true, 0, 0});
    ctx.db[player_location].insert({from.entity_id, from.active, from.x + dx, from.y + dy});
  }
};

struct my_player {
  std::optional<Player> operator()(const ViewContext& ctx) const { return find_player(ctx, ctx.sender()); }
};
struct my_player_and_level {
  std::optional<PlayerAndLevel> operator()(const ViewContext& ctx) const {
    const auto me = find_player(ctx, ctx.sender());
    const auto level = me ? of_player(ctx.db[player_level], me->entity_id) : std::nullopt;
    if (!level) return std::nullopt;
    return PlayerAndLevel{me->entity_id, me->identity, level->level};
  }
};
struct players_at_level_0 {
  std::vector<Player> operator()(const AnonymousViewContext& ctx) const {
    std::vector<Player> players;
    for (const PlayerLevel& one : ctx.db[player_level].by(col<&PlayerLevel::level>).filter(0)) {
      if (const auto found = of_player(ctx.db[player], one.entity_id)) players.push_back(*found);
    }
    return players;
  }
};
struct nearby_players {
  std::vector<PlayerLocation> operator()(const ViewContext& ctx) const {
    std::vector<PlayerLocation> near;
    const auto me = find_player(ctx, ctx.sender());
    const auto here = me ? of_player(ctx.db[player_location], me->entity_id) : std::nullopt;
    if (!here) return near;
    for (const PlayerLocation& one : ctx.db[player_location].by(col<&PlayerLocation::active>).filter(true)) {
      const bool is_near = std::abs(one.x - here->x) < 5 && std::abs(one.y - here->y) < 5;
      if (is_near && one.entity_id != here->entity_id) near.push_back(one);
    }
    return near;
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<player, player_level, player_location>,
                 stdb::reducers<insert_player, delete_player, move_player>,
                 stdb::views<my_player, my_player_and_level, players_at_level_0, nearby_players>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
