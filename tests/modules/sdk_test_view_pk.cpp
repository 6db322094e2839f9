// tests/modules/sdk_test_view_pk.cpp: views that are queries, whose rows keep the primary key of their table.
#include <stdb/module.hpp>

using namespace stdb;

struct ViewPkPlayer {
  std::uint64_t id;
  std::string name;
};
inline constexpr table<ViewPkPlayer, "view_pk_player", is_public, primary_key<&ViewPkPlayer::id>> view_pk_player;
struct ViewPkMembership {
  std::uint64_t id, player_id;
};
struct ViewPkMembershipSecondary {
  std::uint64_t id, player_id;
};
template <class Row, FixedString Name>
using membership = table<Row, Name, is_public, primary_key<&Row::id>, btree<&Row::player_id>>;
inline constexpr membership<ViewPkMembership, "view_pk_membership"> view_pk_membership;
inline constexpr membership<ViewPkMembershipSecondary, "view_pk_membership_secondary"> view_pk_membership_secondary;

struct insert_view_pk_player {
  std::uint64_t id;
  std::string name;
  void operator()(ReducerContext& ctx) const { ctx.db[view_pk_player].insert({id, name}); }
};
struct update_view_pk_player {
  std::uint64_t id;
  std::string name;
  void operator()(ReducerContext& ctx) const { ctx.db[view_pk_player].by(col<&ViewPkPlayer::id>).update({id, name}); }
};
struct insert_view_pk_membership {
  std::uint64_t id, player_id;
  void operator()(ReducerContext& ctx) const { ctx.db[view_pk_membership].insert({id, player_id}); }
};
struct insert_view_pk_membership_secondary {
  std::uint64_t id, player_id;
  void operator()(ReducerContext& ctx) const { ctx.db[view_pk_membership_secondary].insert({id, player_id}); }
};

struct all_view_pk_players {
  Query<ViewPkPlayer> operator()(const ViewContext& ctx) const { return ctx.from[view_pk_player]; }
};
Query<ViewPkPlayer> members(const ViewContext& ctx, const auto& table, auto player_id) {
  return ctx.from[table].right_semijoin(ctx.from[view_pk_player], player_id == col<&ViewPkPlayer::id>);
}
struct sender_view_pk_players_a {
  Query<ViewPkPlayer> operator()(const ViewContext& ctx) const {
    return members(ctx, view_pk_membership, col<&ViewPkMembership::player_id>);
  }
};
struct sender_view_pk_players_b {
  Query<ViewPkPlayer> operator()(const ViewContext& ctx) const {
    return members(ctx, view_pk_membership_secondary, col<&ViewPkMembershipSecondary::player_id>);
  }
};

constinit const Module stdb::module =
    define<tables<view_pk_player, view_pk_membership, view_pk_membership_secondary>,
           reducers<insert_view_pk_player, update_view_pk_player, insert_view_pk_membership,
                    insert_view_pk_membership_secondary>,
           views<all_view_pk_players, sender_view_pk_players_a, sender_view_pk_players_b>,
           case_conversion<CaseConversionPolicy::snake_case>>;
