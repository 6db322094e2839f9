// tests/unit/bsatn/sum_test.cpp: sums, by the names of their cases.
#include <gtest/gtest.h>

#include "stdb/bsatn.hpp"

namespace {

namespace bsatn = stdb::bsatn;

struct ShapeCases {
  float circle;
  float square;  // two cases may have one payload type
  std::string text;
  stdb::Unit none;
};
struct Shape : stdb::Sum<ShapeCases> {};

TEST(Sum, KnowsItsCaseAndGivesItsPayload) {
  const Shape shape = Shape::of<&ShapeCases::square>(2.5f);
  EXPECT_TRUE(shape.is<&ShapeCases::square>());
  EXPECT_FALSE(shape.is<&ShapeCases::circle>());
  EXPECT_EQ(shape.get<&ShapeCases::square>(), 2.5f);
  EXPECT_EQ(shape.get_if<&ShapeCases::circle>(), nullptr);
  EXPECT_EQ(shape.case_name(), "square");
  EXPECT_EQ(Shape{Shape::of<&ShapeCases::none>()}.tag(), 3u);
  EXPECT_EQ(Shape{}.tag(), 0u);
  EXPECT_NE(shape, Shape{Shape::of<&ShapeCases::circle>(2.5f)});
}

TEST(Sum, IsChangedInPlace) {
  Shape shape = Shape::of<&ShapeCases::text>("a");
  shape.get<&ShapeCases::text>() += "b";
  EXPECT_EQ(shape.get<&ShapeCases::text>(), "ab");
  shape.set<&ShapeCases::none>();
  EXPECT_TRUE(shape.is<&ShapeCases::none>());
  shape = Shape::of<&ShapeCases::circle>(1.0f);
  if (float* const radius = shape.get_if<&ShapeCases::circle>()) *radius = 3.0f;
  EXPECT_EQ(shape.get<&ShapeCases::circle>(), 3.0f);
}

Shape unit_square() { return Shape::of<&ShapeCases::square>(1.0f); }
struct Drawing {
  std::optional<Shape> frame;
  std::vector<Shape> shapes;
};

TEST(Sum, IsMadeWhereItsNamedTypeIsWanted) {
  Drawing drawing{.frame = Shape::of<&ShapeCases::none>(), .shapes = {Shape::of<&ShapeCases::circle>(1.0f)}};
  drawing.shapes.push_back(Shape::of<&ShapeCases::square>(2.0f));
  EXPECT_TRUE(drawing.frame->is<&ShapeCases::none>());
  EXPECT_EQ(drawing.shapes[1].get<&ShapeCases::square>(), 2.0f);
  EXPECT_TRUE(unit_square().is<&ShapeCases::square>());
}

std::string described(const Shape& shape) {
  return shape.match(stdb::on<&ShapeCases::square>([](float) { return std::string("square"); }),
                     stdb::on<&ShapeCases::text>([](const std::string& text) { return text; }),
                     stdb::on<&ShapeCases::none>([] { return std::string("nothing"); }),
                     stdb::on<&ShapeCases::circle>([](float) { return std::string("circle"); }));
}

TEST(Sum, IsMatchedCaseByCase) {
  EXPECT_EQ(described(Shape::of<&ShapeCases::circle>(1.0f)), "circle");
  EXPECT_EQ(described(Shape::of<&ShapeCases::square>(1.0f)), "square");
  EXPECT_EQ(described(Shape::of<&ShapeCases::text>("words")), "words");
  EXPECT_EQ(described(Shape::of<&ShapeCases::none>()), "nothing");
  const auto is_round = [](const Shape& shape) {
    return shape.match(stdb::otherwise([] { return false; }),
                       stdb::on<&ShapeCases::circle>([](float) { return true; }));
  };
  EXPECT_TRUE(is_round(Shape{}));
  EXPECT_FALSE(is_round(unit_square()));
}

TEST(Sum, IsVisited) {
  const auto size = [](const auto& payload) { return sizeof payload; };
  EXPECT_EQ(unit_square().visit(size), sizeof(float));
  EXPECT_EQ(Shape{Shape::of<&ShapeCases::text>()}.visit(size), sizeof(std::string));
}

TEST(SumDeathTest, RefusesThePayloadOfAnotherCase) {
  EXPECT_DEATH(static_cast<void>(Shape{}.get<&ShapeCases::none>()), "a case that it does not hold");
}

// A type may contain itself behind a box or in a list.
struct Expression;
struct Addition {
  std::shared_ptr<const Expression> left;
  std::shared_ptr<const Expression> right;
};
struct ExpressionCases {
  std::int32_t number;
  Addition sum;
  std::vector<Expression> list;
};
struct Expression : stdb::Sum<ExpressionCases> {};

std::int32_t value_of(const Expression& expression) {
  return expression.match(
      stdb::on<&ExpressionCases::number>([](std::int32_t number) { return number; }),
      stdb::on<&ExpressionCases::sum>([](const Addition& sum) { return value_of(*sum.left) + value_of(*sum.right); }),
      stdb::on<&ExpressionCases::list>([](const std::vector<Expression>& list) {
        std::int32_t total = 0;
        for (const Expression& one : list) total += value_of(one);
        return total;
      }));
}

TEST(Sum, MayContainItself) {
  const auto number = [](std::int32_t value) -> Expression { return Expression::of<&ExpressionCases::number>(value); };
  const auto boxed = [](Expression inner) { return std::make_shared<const Expression>(std::move(inner)); };
  const Expression seven = Expression::of<&ExpressionCases::sum>(
      {boxed(number(3)), boxed(Expression::of<&ExpressionCases::list>({number(1), number(1), number(2)}))});
  EXPECT_EQ(value_of(seven), 7);
  const auto bytes = bsatn::encode(seven);
  EXPECT_EQ(bytes,
            (std::vector<std::uint8_t>{1, 0, 3, 0, 0, 0, 2, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0}));
  const auto back = bsatn::decode<Expression>(bytes);
  ASSERT_TRUE(back.is_ok());
  EXPECT_EQ(value_of(back.value()), 7);
}

TEST(SumDeathTest, RefusesAnEmptyBox) {
  const Expression empty = Expression::of<&ExpressionCases::sum>();
  EXPECT_DEATH(static_cast<void>(bsatn::encode(empty)), "a std::shared_ptr that holds nothing");
}

TEST(Result, OfTwoEqualTypesKeepsThemApart) {
  using Same = stdb::Result<std::string, std::string>;
  const Same good = stdb::Ok(std::string("same"));
  const Same bad = stdb::Err(std::string("same"));
  EXPECT_NE(good, bad);
  EXPECT_EQ(bsatn::encode(good)[0], 0);
  EXPECT_EQ(bsatn::encode(bad)[0], 1);
  EXPECT_EQ(bsatn::decode<Same>(bsatn::encode(good)).value(), good);
  EXPECT_EQ(bsatn::decode<Same>(bsatn::encode(bad)).value(), bad);
}

}  // namespace
