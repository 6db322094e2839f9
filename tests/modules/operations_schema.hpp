// tests/modules/operations_schema.hpp: the tables of the module that tries every operation.
#pragma once

#include <stdb/schema.hpp>

namespace operations {

struct Person {
  std::uint64_t id = 0;
  std::string name;
  std::uint8_t age = 0;
};
inline constexpr stdb::table<Person, "person", stdb::is_public, stdb::primary_key<&Person::id>,
                             stdb::auto_inc<&Person::id>, stdb::btree<"by_age", &Person::age>>
    person;

// Two unique columns, one of them text.
struct Account {
  std::string email;
  stdb::Identity owner;
  std::int32_t balance = 0;
};
inline constexpr stdb::table<Account, "account", stdb::is_public, stdb::primary_key<&Account::email>,
                             stdb::unique<&Account::owner>>
    account;

// An index over three columns, of which the last but one is what ranges are asked of.
struct Score {
  std::uint32_t game = 0;
  std::int16_t level = 0;
  std::int64_t points = 0;
  std::string player;
};
inline constexpr stdb::table<Score, "score", stdb::is_public,
                             stdb::btree<"by_game_level_points", &Score::game, &Score::level, &Score::points>>
    score;

// Rows larger than any buffer.
struct Blob {
  std::uint32_t id = 0;
  std::vector<std::uint8_t> bytes;
};
inline constexpr stdb::table<Blob, "blob", stdb::primary_key<&Blob::id>> blob;

// No index at all, so a table is a set of rows.
struct Cell {
  std::int32_t x = 0;
  std::int32_t y = 0;
};
inline constexpr stdb::table<Cell, "cell", stdb::is_public> cell;

// One row of every kind of type.
enum class Mood : std::uint8_t { calm, merry = 7, cross = 200 };
struct ShapeCases {
  float circle;
  float square;
  stdb::Unit none;
};
struct Shape : stdb::Sum<ShapeCases> {};
struct Place {
  float x = 0;
  float y = 0;
};
struct Everything {
  std::uint32_t id = 0;
  bool flag = false;
  std::int8_t i8 = 0;
  std::uint16_t u16 = 0;
  std::int32_t i32 = 0;
  std::uint64_t u64 = 0;
  stdb::i128 i128 = 0;
  stdb::u128 u128 = 0;
  stdb::i256 i256;
  stdb::u256 u256;
  float f32 = 0;
  double f64 = 0;
  std::string text;
  std::vector<std::uint8_t> bytes;
  std::vector<Place> places;
  std::array<std::int16_t, 3> triple{};
  std::optional<std::string> maybe;
  Mood mood = Mood::calm;
  Shape shape;
  stdb::Identity identity;
  stdb::ConnectionId connection;
  stdb::Timestamp at;
  stdb::TimeDuration lasted;
  stdb::ScheduleAt schedule;
};
inline constexpr stdb::table<Everything, "everything", stdb::is_public, stdb::primary_key<&Everything::id>> everything;

}  // namespace operations
