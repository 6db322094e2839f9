// tests/unit/testing/print_test.cpp: every kind of value is printed so that a reader knows it.
#include <gtest/gtest.h>

#include <limits>
#include <stdb/testing.hpp>

namespace printing {

enum class Color : std::uint8_t { red, green };

struct ShapeCases {
  float circle;
  std::string named;
  stdb::Unit nothing;
};
struct Shape : stdb::Sum<ShapeCases> {};

struct Point {
  std::int32_t x = 0;
  std::int32_t y = 0;
};
struct Line {
  Point from{};
  Point to{};
};

struct Everything {
  bool flag = true;
  std::uint8_t small = 200;
  std::int64_t large = -5;
  stdb::u128 wide = 7;
  stdb::u256 widest = 8;
  float real = 0.1F;
  double real_too = 1e300;
  std::string text = "a \"b\"\n\\";
  std::vector<std::uint8_t> bytes = {1, 0xAB};
  std::vector<std::string> list = {"x", "y"};
  std::array<std::uint16_t, 2> array = {1, 2};
  std::optional<std::int32_t> some = 3;
  std::optional<std::int32_t> none{};
  stdb::Result<std::int32_t, std::string> result = stdb::Err("no");
  Color color = Color::green;
  Shape shape = Shape::of<&ShapeCases::circle>(1.5F);
  Line line{.to = {.x = 1, .y = -1}};
};

// The one line by which a test has its own rows printed; Line has none of its own to see that it is not needed.
using stdb::testing::operator<<;

}  // namespace printing

namespace {

using namespace printing;
using stdb::testing::to_string;

TEST(Print, EveryKindOfValue) {
  EXPECT_EQ(to_string(Everything()),
            "{flag: true, small: 200, large: -5, wide: 7, widest: 8, real: 0.1, real_too: 1e+300, text: "
            "\"a \\\"b\\\"\\n\\\\\", bytes: 0x01ab, list: [\"x\", \"y\"], array: [1, 2], some: 3, none: none, result: "
            "err(\"no\"), color: green, shape: circle(1.5), line: {from: {x: 0, y: 0}, to: {x: 1, y: -1}}}");
  EXPECT_EQ(to_string(Shape::of<&ShapeCases::nothing>()), "nothing");
  EXPECT_EQ(to_string(static_cast<Color>(9)), "no enumerator, 9");
  EXPECT_EQ(to_string(std::string("\x01\x7f")), "\"\\x01\\x7f\"");
  EXPECT_EQ(to_string(-std::numeric_limits<double>::infinity()), "-inf");
}

TEST(Print, TheTypesOfSpacetimeDB) {
  EXPECT_EQ(to_string(stdb::Identity{7}), "0x" + std::string(63, '0') + "7");
  EXPECT_EQ(to_string(stdb::ConnectionId{8}), "0x" + std::string(31, '0') + "8");
  EXPECT_EQ(to_string(stdb::Timestamp{1'500'000}), "1970-01-01T00:00:01.500+00:00");
  EXPECT_EQ(to_string(stdb::TimeDuration{-1}), "-0.000001 s");
  EXPECT_EQ(to_string(stdb::Uuid::nil()), "00000000-0000-0000-0000-000000000000");
  EXPECT_EQ(to_string(stdb::ScheduleAt::interval({2'000'000})), "Interval(+2.000000 s)");
}

TEST(Print, LongListsAreCut) {
  EXPECT_TRUE(to_string(std::vector<std::uint16_t>(300, 1)).ends_with(", 1, ... 44 more]"));
  EXPECT_TRUE(to_string(std::vector<std::uint8_t>(300, 1)).ends_with("01... 44 more"));
  const stdb::testing::Rows<Point> many(std::vector<Point>(102));
  EXPECT_TRUE(testing::PrintToString(many).ends_with("{x: 0, y: 0}\n  ... 2 more"));
}

TEST(Print, GoogleTestFindsTheOperators) {
  EXPECT_EQ(testing::PrintToString(Point{1, 2}), "{x: 1, y: 2}");
  EXPECT_EQ(testing::PrintToString(std::optional(Color::red)), "(red)");
  EXPECT_EQ(testing::PrintToString(stdb::u256(5)), "5");
  EXPECT_EQ(testing::PrintToString(stdb::Timestamp{0}), "1970-01-01T00:00:00+00:00");
  EXPECT_EQ(testing::PrintToString(stdb::testing::Rows({Point{1, 2}})), "1 row\n  {x: 1, y: 2}");
  EXPECT_EQ(testing::PrintToString(stdb::testing::Found<Point>(std::nullopt, "p")), "no row");
  EXPECT_EQ(testing::PrintToString(stdb::Err("text")), "error: \"text\"");
  EXPECT_EQ(testing::PrintToString(stdb::Ok()), "ok");
}

}  // namespace
