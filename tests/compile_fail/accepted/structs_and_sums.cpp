// tests/compile_fail/accepted/structs_and_sums.cpp: structs in structs, in namespaces, empty, without a table; enums of
// many cases and such as were there before; sums with lists, with nothing, with one type twice.
#include <stdb/module.hpp>

namespace game::map {

struct Point {
  std::int32_t x = 0;
  std::int32_t y = 0;
};

// An enum that knows nothing of SpacetimeDB.
enum class Mood { calm, merry, cross };

}  // namespace game::map

namespace game {

enum class Month : std::uint8_t { jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec };

struct Empty {};
struct AlsoEmpty {};

struct ShapeCases {
  float circle;
  float square;
  map::Point dot;
  std::vector<map::Point> polygon;
  Empty nothing;
  stdb::Unit also_nothing;
};
struct Shape : stdb::Sum<ShapeCases> {};

struct Deep {
  std::vector<std::optional<map::Point>> points;
  std::optional<std::optional<std::uint32_t>> twice;
  std::vector<std::vector<std::string>> table;
  std::array<std::uint8_t, 32> digest{};
  std::array<map::Point, 3> triangle;
  stdb::Result<std::string, std::string> same;
  stdb::Result<map::Point, map::Mood> other;
  Shape shape;
  map::Mood mood = map::Mood::calm;
  Month month = Month::jan;
  Empty empty;
};

inline constexpr stdb::table<Deep, "deep", stdb::btree<&Deep::mood>, stdb::unique<&Deep::month>> deep;
inline constexpr stdb::table<map::Point, "point"> point;
inline constexpr stdb::table<map::Point, "point_event", stdb::is_event, stdb::is_public> point_event;

// Used by no table.
struct OnlyArgument {
  std::optional<Deep> deep;
  std::vector<Shape> shapes;
  AlsoEmpty empty;
};

// Helpers take what they like; a reducer's arguments are its fields.
inline std::int32_t sum_of(const map::Point& at) { return at.x + at.y; }

struct take_deep {
  Deep deep;
  OnlyArgument more;
  std::optional<std::string> text;
  std::int32_t a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[point].insert({.x = sum_of(deep.triangle[0]), .y = 0});
    ctx.db[point_event].insert({.x = 1, .y = 2});
    return stdb::Ok();
  }
};

}  // namespace game

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<game::deep, game::point, game::point_event>, stdb::reducers<game::take_deep>>;
