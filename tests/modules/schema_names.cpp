// tests/modules/schema_names.cpp: names in every style that become snake_case, and such that are said.
#include <stdb/module.hpp>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

enum class HTTPStatus : std::uint8_t { NotFound404, okay, TooManyRequests };

struct InnerType2 {
  std::uint8_t FieldOne = 0;
  std::uint16_t fieldTwo2 = 0;
  std::uint32_t field_three3 = 0;
  std::uint64_t XMLHttp = 0;
};

struct PlayerState {
  std::uint32_t PlayerId = 0;
  std::string playerName;
  std::uint8_t Level1 = 0;
  InnerType2 innerValue;
  HTTPStatus lastStatus = HTTPStatus::okay;
};
inline constexpr stdb::table<PlayerState, "PlayerStates2", stdb::is_public, stdb::primary_key<&PlayerState::PlayerId>,
                             stdb::auto_inc<&PlayerState::PlayerId>, stdb::unique<&PlayerState::playerName>,
                             stdb::btree<"byLevelAndName", &PlayerState::Level1, &PlayerState::playerName>>
    PlayerStates2;

struct SaidName {
  std::uint64_t theValue = 0;
  std::uint64_t other_value = 0;
};
inline constexpr stdb::table<SaidName, "saidName", stdb::canonical<"TheSaidName">, stdb::is_public,
                             stdb::btree<"byValue", &SaidName::theValue>, stdb::index_name<"byValue", "SaidIndex">>
    saidName;

struct RunTimer1;
struct Player2Timer {
  std::uint64_t scheduledId = 0;
  stdb::ScheduleAt scheduled_at;
};
inline constexpr stdb::table<Player2Timer, "player2timer", stdb::primary_key<&Player2Timer::scheduledId>,
                             stdb::auto_inc<&Player2Timer::scheduledId>,
                             stdb::scheduled<&Player2Timer::scheduled_at, RunTimer1>>
    player2timer;

struct AddPlayer {
  std::string PlayerName;
  std::uint8_t level_1 = 0;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[PlayerStates2].insert({.playerName = PlayerName,
                                  .Level1 = level_1,
                                  .innerValue = {1, 2, 3, 4},
                                  .lastStatus = HTTPStatus::TooManyRequests});
    ctx.db[player2timer].insert({.scheduled_at = stdb::ScheduleAt::time(ctx.timestamp())});
    return Ok();
  }
};

struct saidReducer {
  std::uint64_t someValue = 0;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[saidName].insert({someValue, someValue + 1});
    return Ok();
  }
};

struct RunTimer1 {
  Player2Timer theTimer;

  ReducerResult operator()(ReducerContext&) const {
    stdb::log::info("timer {} ran", theTimer.scheduledId);
    return Ok();
  }
};

struct allPlayers {
  std::vector<PlayerState> operator()(const stdb::ViewContext& ctx) const {
    std::vector<PlayerState> all;
    const auto by = ctx.db[PlayerStates2].by(col<&PlayerState::Level1>, col<&PlayerState::playerName>);
    for (const PlayerState& one : by.filter(stdb::at_least(0))) all.push_back(one);
    return all;
  }
};

struct saidView {
  std::optional<SaidName> operator()(const stdb::ViewContext& ctx) const {
    for (const SaidName& one : ctx.db[saidName].by(col<&SaidName::theValue>).filter(7)) return one;
    return std::nullopt;
  }
};

struct CountOf2 {
  HTTPStatus whichOne = HTTPStatus::okay;

  InnerType2 operator()(stdb::ProcedureContext& ctx) const {
    const auto players = ctx.with_tx([](stdb::TransactionContext& tx) { return tx.db[PlayerStates2].count(); });
    return {.FieldOne = static_cast<std::uint8_t>(whichOne), .XMLHttp = players};
  }
};

struct saidProcedure {
  void operator()(stdb::ProcedureContext&) const { stdb::log::info("the said procedure ran"); }
};

namespace stdb {

template <>
inline constexpr std::string_view canonical_name<saidReducer> = "TheSaidReducer";
template <>
inline constexpr std::string_view canonical_name<saidView> = "TheSaidView";
template <>
inline constexpr std::string_view canonical_name<saidProcedure> = "TheSaidProcedure";

}  // namespace stdb

constinit const stdb::Module stdb::module =
    stdb::define<stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>,
                 stdb::tables<PlayerStates2, saidName, player2timer>, stdb::reducers<AddPlayer, saidReducer, RunTimer1>,
                 stdb::views<allPlayers, saidView>, stdb::procedures<CountOf2, saidProcedure>>;
