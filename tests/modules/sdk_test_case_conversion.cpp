// tests/modules/sdk_test_case_conversion.cpp: names in every manner of writing, and what a server makes of them.
#include <stdb/module.hpp>

using stdb::col;
using stdb::ReducerContext;

struct Player2StatusCases {
  stdb::Unit Active1;
  std::uint32_t BannedUntil;
};
struct Player2Status : stdb::Sum<Player2StatusCases> {};
struct Person3Info {
  std::uint8_t AgeValue1;
  std::uint32_t ScoreTotal;
};

struct Player1 {
  std::uint32_t Player1Id;
  std::string player_name;
  std::uint32_t currentLevel2;
  Player2Status status3Field;
};
inline constexpr stdb::table<Player1, "player1", stdb::is_public, stdb::canonical<"Player1Canonical">,
                             stdb::primary_key<&Player1::Player1Id>, stdb::auto_inc<&Player1::Player1Id>>
    player1;
struct Person2 {
  std::uint32_t Person2Id;
  std::string FirstName;
  std::uint32_t playerRef;
  Person3Info personInfo;
};
inline constexpr stdb::table<Person2, "person2", stdb::is_public, stdb::primary_key<&Person2::Person2Id>,
                             stdb::auto_inc<&Person2::Person2Id>, stdb::btree<&Person2::playerRef>>
    person2;

struct CreatePlayer1 {
  std::string Player1Name;
  std::uint32_t Start2Level;
  void operator()(ReducerContext& ctx) const { ctx.db[player1].insert({0, Player1Name, Start2Level, {}}); }
};
struct AddPerson2 {
  std::string First3Name;
  std::uint32_t playerRef;
  std::uint8_t AgeValue;
  std::uint32_t ScoreTotal;
  void operator()(ReducerContext& ctx) const {
    ctx.db[person2].insert({0, First3Name, playerRef, {AgeValue, ScoreTotal}});
  }
};
struct BanPlayer1 {
  std::uint32_t Player1Id, BanUntil6;
  void operator()(ReducerContext& ctx) const {
    const auto by_id = ctx.db[player1].by(col<&Player1::Player1Id>);
    if (std::optional<Player1> banned = by_id.find(Player1Id)) {
      banned->status3Field = {Player2Status::of<&Player2StatusCases::BannedUntil>(BanUntil6)};
      by_id.update(*banned);
    }
  }
};
template <>
inline constexpr std::string_view stdb::canonical_name<BanPlayer1> = "banPlayer1";

// The accessor differs from the function's name in the original; here the view's type is the accessor.
struct person_at_level_2 {
  stdb::Query<Person2> operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.from[player1]
        .where(col<&Player1::currentLevel2> == 2)
        .right_semijoin(ctx.from[person2], col<&Player1::Player1Id> == col<&Person2::playerRef>);
  }
};
template <>
inline constexpr std::string_view stdb::canonical_name<person_at_level_2> = "Level2Person";

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<player1, person2>, stdb::reducers<CreatePlayer1, AddPerson2, BanPlayer1>,
                 stdb::views<person_at_level_2>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
