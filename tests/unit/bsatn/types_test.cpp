// tests/unit/bsatn/types_test.cpp: the types that SpacetimeDB has and C++ has not.
#include <gtest/gtest.h>

#include "stdb/bsatn.hpp"

namespace {

using namespace std::string_literals;

TEST(WideIntegers, CompareAsNumbers) {
  EXPECT_LT(stdb::u256(~0ull), stdb::u256(0, 0, 1, 0));
  EXPECT_LT(stdb::i256(-1), stdb::i256(0));
  EXPECT_LT(stdb::i256(-2), stdb::i256(-1));
  EXPECT_GT(stdb::i256(5), stdb::i256(-5));
}

TEST(Identity, IsWrittenFromItsHighestByte) {
  const auto identity = stdb::Identity::from_hex("c200000000000000000000000000000000000000000000000000000000000001");
  ASSERT_TRUE(identity);
  EXPECT_EQ(identity->value.words[0], 1u);
  EXPECT_EQ(identity->value.words[3], 0xc200000000000000u);
  EXPECT_EQ(identity->to_hex(), "c200000000000000000000000000000000000000000000000000000000000001");
  EXPECT_EQ(stdb::Identity::from_hex("0x" + identity->to_hex()), identity);
  EXPECT_FALSE(stdb::Identity::from_hex("c2"));
  EXPECT_FALSE(stdb::Identity::from_hex(std::string(63, '0') + "g"));
}

TEST(ConnectionId, IsWrittenFromItsHighestByte) {
  const stdb::ConnectionId id{(stdb::u128{0x0102} << 64) | 0x03};
  EXPECT_EQ(id.to_hex(), "00000000000001020000000000000003");
  EXPECT_EQ(stdb::ConnectionId::from_hex(id.to_hex()), id);
  EXPECT_FALSE(stdb::ConnectionId::from_hex(""));
}

TEST(Uuid, KeepsItsGroups) {
  const auto text = "00112233-4455-6677-8899-aabbccddeeff"s;
  const auto uuid = stdb::Uuid::from_string(text);
  ASSERT_TRUE(uuid);
  EXPECT_EQ(uuid->to_string(), text);
  EXPECT_FALSE(stdb::Uuid::from_string("00112233445566778899aabbccddeeff"));
  EXPECT_FALSE(stdb::Uuid::from_string("0011223-34455-6677-8899-aabbccddeeff"));
}

TEST(Times, AreMicroseconds) {
  const stdb::Timestamp start{1'000'000};
  EXPECT_EQ((start + stdb::TimeDuration::from_millis(5)).micros_since_unix_epoch, 1'005'000);
  EXPECT_EQ(stdb::Timestamp{7} - stdb::Timestamp{9}, stdb::TimeDuration{-2});
  EXPECT_LT(start - stdb::TimeDuration::from_seconds(2), start);
}

struct ShapeCases {
  float circle;
  float square;  // two cases may have one payload type
  stdb::Unit none;
};
struct Shape : stdb::Sum<ShapeCases> {};

TEST(Sum, KnowsItsCaseAndGivesItsPayload) {
  const Shape shape{Shape::of<&ShapeCases::square>(2.5f)};
  EXPECT_TRUE(shape.is<&ShapeCases::square>());
  EXPECT_FALSE(shape.is<&ShapeCases::circle>());
  EXPECT_EQ(shape.get<&ShapeCases::square>(), 2.5f);
  EXPECT_EQ(shape.get_if<&ShapeCases::circle>(), nullptr);
  EXPECT_EQ(Shape{Shape::of<&ShapeCases::none>()}.tag(), 2u);
  EXPECT_EQ(Shape{}.tag(), 0u);
  EXPECT_NE(shape, Shape{Shape::of<&ShapeCases::circle>(2.5f)});
}

TEST(SumDeathTest, RefusesThePayloadOfAnotherCase) {
  EXPECT_DEATH(static_cast<void>(Shape{}.get<&ShapeCases::none>()), "a case that it does not hold");
}

TEST(Result, HoldsAValueOrAnError) {
  const stdb::Result<int, std::string> good = stdb::Ok(5);
  const stdb::Result<int, std::string> bad = stdb::Err("no");
  EXPECT_TRUE(good.is_ok());
  EXPECT_EQ(good.value(), 5);
  EXPECT_TRUE(bad.is_err());
  EXPECT_EQ(bad.error(), "no");
  EXPECT_NE(good, bad);
}

TEST(Result, OfTwoEqualTypesKeepsThemApart) {
  const stdb::Result<std::string, std::string> good = stdb::Ok("same"s);
  const stdb::Result<std::string, std::string> bad = stdb::Err("same"s);
  EXPECT_NE(good, bad);
}

stdb::Outcome<int> half(int number) {
  if (number % 2 != 0) return stdb::Err<int>("odd");
  return stdb::Ok(number / 2);
}

stdb::ReducerResult quarter(int number) {
  const auto halved = half(number);
  if (halved.is_err()) return stdb::Err(halved.error());
  return half(halved.value()).is_ok() ? stdb::ReducerResult(stdb::Ok()) : stdb::Err("only half");
}

TEST(Outcome, PassesTextsOn) {
  EXPECT_TRUE(quarter(8).is_ok());
  EXPECT_EQ(quarter(3).error(), "odd");
  EXPECT_EQ(quarter(6).error(), "only half");
}

TEST(ResultDeathTest, RefusesWhatItDoesNotHold) {
  EXPECT_DEATH(static_cast<void>(half(3).value()), "value.. of a Result that holds an error");
  EXPECT_DEATH(static_cast<void>(half(2).error()), "error.. of a Result that holds a value");
}

// Encoding is constexpr, so a wrong byte would not even compile.
constexpr bool encodes_at_compile_time() {
  std::array<std::uint8_t, 9> bytes{};
  stdb::bsatn::encode_at(bytes.data(), stdb::ScheduleAt::interval(stdb::TimeDuration{0x0102}));
  stdb::bsatn::Reader reader(bytes);
  stdb::ScheduleAt back;
  return bytes == std::array<std::uint8_t, 9>{0, 2, 1, 0, 0, 0, 0, 0, 0} && stdb::bsatn::decode_next(reader, back) &&
         back.get<&stdb::ScheduleAtCases::Interval>().micros == 0x0102;
}
static_assert(encodes_at_compile_time());

}  // namespace
