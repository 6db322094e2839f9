// tests/modules/schema_defaults.cpp: columns with default values of every type that can have one.
#include <stdb/module.hpp>

enum class Level : std::uint8_t { low, middle, high };

struct Offset {
  std::int32_t x = 0;
  std::int32_t y = 0;
};

struct Settings {
  std::uint32_t id = 0;
  bool flag = false;
  std::uint8_t a = 0;
  std::uint16_t b = 0;
  std::uint32_t c = 0;
  std::uint64_t d = 0;
  stdb::u128 e = 0;
  std::int8_t f = 0;
  std::int16_t g = 0;
  std::int32_t h = 0;
  std::int64_t i = 0;
  stdb::i128 j = 0;
  float k = 0;
  double l = 0;
  std::string m;
  std::optional<std::string> n;
  std::optional<std::uint8_t> o;
  Level p = Level::low;
  Offset q;
  std::string r;
};
inline constexpr stdb::table<
    Settings, "settings", stdb::primary_key<&Settings::id>, stdb::default_value<&Settings::flag, true>,
    stdb::default_value<&Settings::a, 255>, stdb::default_value<&Settings::b, 65535>,
    stdb::default_value<&Settings::c, 4294967295>, stdb::default_value<&Settings::d, 18446744073709551615u>,
    stdb::default_value<&Settings::e, 5>, stdb::default_value<&Settings::f, -128>,
    stdb::default_value<&Settings::g, -32768>, stdb::default_value<&Settings::h, -2147483648>,
    stdb::default_value<&Settings::i, -9223372036854775807 - 1>, stdb::default_value<&Settings::j, -5>,
    stdb::default_value<&Settings::k, 0.5f>, stdb::default_value<&Settings::l, -1.25>,
    stdb::default_value<&Settings::m, "some text">, stdb::default_value<&Settings::n, stdb::none>,
    stdb::default_value<&Settings::o, 7>, stdb::default_value<&Settings::p, Level::middle>,
    stdb::default_value<&Settings::q, Offset{1, -1}>, stdb::default_value<&Settings::r, stdb::empty>>
    settings;

// Defaults are for rows from before a column was there; a new row has what it is given.
struct store {
  Settings row;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[settings].insert(row);
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<settings>, stdb::reducers<store>>;
