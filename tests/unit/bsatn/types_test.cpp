// tests/unit/bsatn/types_test.cpp: the types that SpacetimeDB has and C++ has not.
#include <gtest/gtest.h>

#include "stdb/bsatn.hpp"

namespace {

using namespace std::string_literals;

TEST(Result, HoldsAValueOrAnError) {
  const stdb::Result<int, std::string> good = stdb::Ok(5);
  const stdb::Result<int, std::string> bad = stdb::Err("no");
  EXPECT_TRUE(good.is_ok());
  EXPECT_EQ(good.value(), 5);
  EXPECT_TRUE(bad.is_err());
  EXPECT_EQ(bad.error(), "no");
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
