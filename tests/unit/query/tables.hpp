// tests/unit/query/tables.hpp: what the tests of this folder query.
#pragma once

#include <stdb/query.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace game {

struct User {
  std::uint64_t id = 0;
  std::string name;
  std::uint8_t age = 0;
  bool online = false;
  bool banned = false;
  std::uint64_t best_friend = 0;
  stdb::Identity identity;
};

struct Membership {
  std::uint64_t id = 0;
  stdb::Identity user;
  std::uint64_t user_id = 0;
  std::uint32_t level = 0;
};

struct Values {
  std::int32_t score = 0;
  std::string name;
  bool active = false;
  stdb::ConnectionId connection;
  stdb::Identity identity;
  stdb::Timestamp at;
  stdb::Uuid key;
  std::vector<std::uint8_t> bytes;
  std::array<std::uint8_t, 4> four_bytes{};
  std::int8_t tiny = 0;
  std::uint64_t large = 0;
  stdb::i128 i128 = 0;
  stdb::u128 u128 = 0;
  stdb::i256 i256;
  stdb::u256 u256;
  float narrow = 0;
  double wide = 0;
};

inline constexpr stdb::table<User, "users", stdb::primary_key<&User::id>, stdb::unique<&User::identity>> users;
inline constexpr stdb::table<User, "old_users", stdb::primary_key<&User::id>> old_users;
inline constexpr stdb::table<Membership, "memberships", stdb::primary_key<&Membership::id>,
                             stdb::btree<"by_user", &Membership::user>, stdb::hash<"by_user_id", &Membership::user_id>>
    memberships;
inline constexpr stdb::table<Values, "values"> values;
// Of a submodule in a submodule, with the name that another table has.
inline constexpr stdb::table<User, "users", stdb::in_namespace<"game.kept">, stdb::primary_key<&User::id>> kept_users;
inline constexpr stdb::table<User, "announced", stdb::canonical<"told">, stdb::is_event, stdb::primary_key<&User::id>>
    announced;

struct Context;

struct online_users {
  std::vector<User> operator()(const Context& context) const;
};

struct first_user {
  using primary_key = stdb::primary_key<&User::id>;
  std::optional<User> operator()(const Context& context) const;
};

struct adult_users {
  stdb::Query<User> operator()(const Context& context) const;
};

}  // namespace game
