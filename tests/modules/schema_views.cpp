// tests/modules/schema_views.cpp: views of every kind.
#include <stdb/module.hpp>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct Player {
  std::uint64_t id = 0;
  stdb::Identity owner;
  std::string name;
  std::uint32_t level = 0;
  bool online = false;
};
inline constexpr stdb::table<Player, "player", stdb::primary_key<&Player::id>, stdb::auto_inc<&Player::id>,
                             stdb::unique<&Player::owner>, stdb::btree<&Player::level>,
                             stdb::btree<&Player::level, &Player::name>>
    player;

struct Guild {
  std::uint32_t id = 0;
  std::uint64_t leader = 0;
};
inline constexpr stdb::table<Guild, "guild", stdb::is_public, stdb::primary_key<&Guild::id>,
                             stdb::btree<&Guild::leader>>
    guild;

struct Summary {
  std::uint32_t level = 0;
  std::uint64_t players = 0;
};

struct me {
  std::optional<Player> operator()(const stdb::ViewContext& ctx) const {
    return ctx.db[player].by(col<&Player::owner>).find(ctx.sender());
  }
};

struct my_equals {
  using primary_key = stdb::primary_key<&Player::id>;

  std::vector<Player> operator()(const stdb::ViewContext& ctx) const {
    std::vector<Player> equals;
    const auto mine = ctx.db[player].by(col<&Player::owner>).find(ctx.sender());
    if (!mine) return equals;
    for (const Player& one : ctx.db[player].by(col<&Player::level>).filter(mine->level)) equals.push_back(one);
    return equals;
  }
};

struct my_record {
  stdb::Query<Player> operator()(const stdb::ViewContext& ctx) const {
    return ctx.from[player].where(col<&Player::owner> == ctx.sender());
  }
};

struct champion {
  std::optional<Player> operator()(const stdb::AnonymousViewContext& ctx) const {
    for (const Player& one : ctx.db[player].by(col<&Player::level>).filter(stdb::at_least(100))) return one;
    return std::nullopt;
  }
};

struct summaries {
  using primary_key = stdb::primary_key<&Summary::level>;

  std::vector<Summary> operator()(const stdb::AnonymousViewContext& ctx) const {
    const auto by_level = ctx.db[player].by(col<&Player::level>, col<&Player::name>);
    std::vector<Summary> rows;
    for (std::uint32_t level = 1; level <= 3; ++level) {
      rows.push_back({level, static_cast<std::uint64_t>(by_level.filter(level).count())});
    }
    rows.push_back({0, ctx.db[player].count()});
    return rows;
  }
};

struct experts {
  stdb::Query<Player> operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.from[player].where(col<&Player::level> >= 3 && (col<&Player::online> || col<&Player::name> != "Bob"));
  }
};

// What it returns says which tables it queries, where the function is here to be read.
struct leaders {
  auto operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.from[guild].right_semijoin(ctx.from[player], col<&Guild::leader> == col<&Player::id>);
  }
};

struct led_guilds {
  stdb::Query<Guild> operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.from[guild].left_semijoin(ctx.from[player], col<&Guild::leader> == col<&Player::id>);
  }
};

struct join {
  std::string name;
  std::uint32_t level = 0;
  bool online = false;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[player].insert({.owner = ctx.sender(), .name = name, .level = level, .online = online});
    return Ok();
  }
};

struct found {
  std::uint32_t id = 0;

  ReducerResult operator()(ReducerContext& ctx) const {
    const auto leader = ctx.db[player].by(col<&Player::owner>).find(ctx.sender());
    ctx.db[guild].insert({id, leader ? leader->id : 0});
    return Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<player, guild>, stdb::reducers<join, found>,
                 stdb::views<me, my_equals, my_record, champion, summaries, experts, leaders, led_guilds>>;
