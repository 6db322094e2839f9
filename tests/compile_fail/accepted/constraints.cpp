// tests/compile_fail/accepted/constraints.cpp: what can be said of a table, and scans by it: several constraints and
// indexes on one table, defaults, names, and every bound on every kind of key.
#include <stdb/module.hpp>

enum class Rank : std::uint8_t { low, high };
struct Point {
  std::int32_t x = 0;
  std::int32_t y = 0;
};
struct Player {
  std::uint64_t id = 0;
  std::string name;
  std::uint8_t level = 0;
  stdb::Identity owner;
  stdb::u128 wide = 0;
  stdb::u256 wider;
  stdb::Timestamp since;
  Rank rank = Rank::low;
  std::optional<std::string> title;
  std::vector<std::uint32_t> scores;
  Point at;
};

inline constexpr stdb::table<
    Player, "player", stdb::is_public, stdb::primary_key<&Player::id>, stdb::direct<&Player::id>,
    stdb::auto_inc<&Player::id>, stdb::unique<&Player::name>, stdb::hash<"named", &Player::name>,
    stdb::btree<"by_three", &Player::level, &Player::rank, &Player::since>, stdb::btree<&Player::owner>,
    stdb::btree<&Player::wide>, stdb::btree<&Player::wider>, stdb::btree<&Player::since>, stdb::btree<&Player::level>,
    stdb::index_name<"by_three", "player_by_three">, stdb::canonical<"players">,
    stdb::default_value<&Player::rank, Rank::high>, stdb::default_value<&Player::title, "none yet">,
    stdb::default_value<&Player::scores, stdb::empty>, stdb::default_value<&Player::at, Point{1, 2}>,
    stdb::default_value<&Player::wide, 5>>
    player;
// Two more tables of the row, one of them for events.
inline constexpr stdb::table<Player, "former_player", stdb::primary_key<&Player::name>> former_player;
inline constexpr stdb::table<Player, "player_event", stdb::is_event, stdb::btree<&Player::level>> player_event;

constexpr auto by_three(const auto& db) {
  return db[player].by(stdb::col<&Player::level>, stdb::col<&Player::rank>, stdb::col<&Player::since>);
}

template <class Db>
void scan_all(const Db& db, const std::string& text, std::string_view view, const char* characters,
              stdb::Identity owner, stdb::u128 wide, stdb::Timestamp since, std::uint8_t level) {
  by_three(db).filter(5);
  by_three(db).filter(level, Rank::low);
  by_three(db).filter(5, Rank::low, since);
  by_three(db).filter(5, Rank::low, stdb::between(since, since));
  by_three(db).filter(5, stdb::at_most(Rank::high));
  by_three(db).filter(stdb::greater_than(5));
  db[player].by(stdb::col<&Player::owner>).filter(stdb::between(owner, owner));
  db[player].by(stdb::col<&Player::wide>).filter(stdb::at_least(wide));
  db[player].by(stdb::col<&Player::wide>).filter(stdb::less_than(5));
  db[player].by(stdb::col<&Player::wider>).filter(stdb::between(1, 5));
  db[player].by(stdb::col<&Player::name>).filter(text);
  db[player].by(stdb::col<&Player::name>).filter(characters);
  static_cast<void>(db[player].by(stdb::col<&Player::name>).find(view));
  static_cast<void>(db[player].by(stdb::col<&Player::id>).find(5));
  // Bounds of text are only looked at: a std::string stays the caller's.
  static_assert(std::is_same_v<decltype(stdb::between(text, text)), stdb::Range<std::string_view>>);
  static_assert(std::is_same_v<decltype(stdb::at_least("a")), stdb::Range<std::string_view>>);
  db[former_player].by(stdb::col<&Player::name>).filter(stdb::between(text, text));
  db[former_player].by(stdb::col<&Player::name>).filter(stdb::at_most(view));
  db[former_player].by(stdb::col<&Player::name>).filter(stdb::less_than("b"));
}
template void scan_all(const stdb::Database&, const std::string&, std::string_view, const char*, stdb::Identity,
                       stdb::u128, stdb::Timestamp, std::uint8_t);
template void scan_all(const stdb::ReadOnlyDatabase&, const std::string&, std::string_view, const char*, stdb::Identity,
                       stdb::u128, stdb::Timestamp, std::uint8_t);

struct promote {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[player_event].insert({});
    by_three(ctx.db).erase(5, Rank::low, stdb::between(stdb::Timestamp(), ctx.timestamp()));
    return stdb::Ok();
  }
};

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<player, former_player, player_event>, stdb::reducers<promote>>;
