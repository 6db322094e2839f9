// tests/modules/schema_types.cpp: types within types, and types as arguments and results.
#include <stdb/module.hpp>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct Nothing {};

enum class Color : std::uint8_t { red, green, blue };

struct Point {
  float x = 0;
  float y = 0;
};

struct Line {
  Point from;
  Point to;
  std::optional<Color> color;
};

// Two cases carry the same type, one carries a type of its own, one nothing.
struct ShapeCases {
  float circle;
  float square;
  std::vector<Point> polygon;
  Line line;
  stdb::Unit none;
};
struct Shape : stdb::Sum<ShapeCases> {};

struct Wide {
  stdb::u128 a = 0;
  stdb::i128 b = 0;
  stdb::u256 c;
  stdb::i256 d;
};

struct Special {
  stdb::Identity identity;
  stdb::ConnectionId connection;
  stdb::Timestamp at;
  stdb::TimeDuration lasted;
  stdb::Uuid id;
  stdb::ScheduleAt when;
};

struct Drawing {
  std::uint32_t id = 0;
  std::vector<Shape> shapes;
  std::vector<std::optional<Color>> colors;
  std::vector<std::vector<std::int16_t>> nested;
  std::optional<std::optional<std::uint8_t>> maybe;
  stdb::Result<Point, std::string> result;
  stdb::Result<std::uint32_t, std::uint32_t> same;
  Nothing nothing;
  Wide wide;
  Special special;
  std::vector<std::uint8_t> bytes;
};
inline constexpr stdb::table<Drawing, "drawing", stdb::is_public, stdb::primary_key<&Drawing::id>> drawing;

struct draw {
  Drawing drawing;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[::drawing].insert(drawing);
    return Ok();
  }
};

struct take_apart {
  Wide wide;
  Special special;
  Shape shape;
  std::vector<Line> lines;

  ReducerResult operator()(ReducerContext&) const {
    stdb::log::info("{} {} {} {}", wide.b < 0, special.lasted.micros, shape.tag(), lines.size());
    return Ok();
  }
};

struct shapes_of {
  std::uint32_t id = 0;

  std::vector<Shape> operator()(stdb::ProcedureContext& ctx) const {
    return ctx.with_tx([this](stdb::TransactionContext& tx) {
      const std::optional<Drawing> found = tx.db[drawing].by(col<&Drawing::id>).find(id);
      return found ? found->shapes : std::vector<Shape>();
    });
  }
};

struct first_wide {
  std::optional<Wide> operator()(stdb::ProcedureContext& ctx) const {
    return ctx.with_tx([](stdb::TransactionContext& tx) -> std::optional<Wide> {
      for (const Drawing& one : tx.db[drawing].rows()) return one.wide;
      return std::nullopt;
    });
  }
};

struct echo_special {
  Special special;

  Special operator()(stdb::ProcedureContext&) const { return special; }
};

struct result_of {
  bool good = false;

  stdb::Result<Point, std::string> operator()(stdb::ProcedureContext&) const {
    if (good) return stdb::Ok(Point{1, 2});
    return stdb::Err(std::string("not good"));
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<drawing>, stdb::reducers<draw, take_apart>,
                 stdb::procedures<shapes_of, first_wide, echo_special, result_of>>;
