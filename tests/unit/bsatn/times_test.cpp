// tests/unit/bsatn/times_test.cpp: moments and spans: arithmetic, and texts as the official SDKs have them.
#include <gtest/gtest.h>

#include <chrono>
#include <limits>

#include "stdb/bsatn.hpp"

namespace {

using stdb::TimeDuration;
using stdb::Timestamp;
using namespace std::chrono_literals;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

TEST(Times, AreMicroseconds) {
  const Timestamp start{1'000'000};
  EXPECT_EQ((start + TimeDuration::from_millis(5)).micros_since_unix_epoch, 1'005'000);
  EXPECT_EQ((start + TimeDuration::from_micros(5)).micros_since_unix_epoch, 1'000'005);
  EXPECT_EQ(Timestamp{7} - Timestamp{9}, TimeDuration{-2});
  EXPECT_LT(start - TimeDuration::from_seconds(2), start);
  EXPECT_EQ(Timestamp::from_seconds_since_unix_epoch(-2), Timestamp{-2'000'000});
  Timestamp at = start;
  at += TimeDuration::from_days(1);
  at -= TimeDuration::from_hours(24);
  EXPECT_EQ(at, start);
}

TEST(Times, AreComputedWith) {
  TimeDuration span = TimeDuration::from_minutes(90);
  EXPECT_EQ(span / TimeDuration::from_hours(1), 1);
  EXPECT_EQ(span % TimeDuration::from_hours(1), TimeDuration::from_minutes(30));
  EXPECT_EQ(span * 2, TimeDuration::from_hours(3));
  EXPECT_EQ(2 * span / 3, TimeDuration::from_hours(1));
  EXPECT_EQ(-span, TimeDuration{-5'400'000'000});
  EXPECT_EQ((-span).abs(), span);
  EXPECT_EQ(span.millis(), 5'400'000);
  EXPECT_EQ((-span).seconds(), -5'400);
  EXPECT_EQ(TimeDuration{-1'500'000}.to_seconds(), -1.5);
  span += TimeDuration{1};
  span -= TimeDuration{1};
  span *= 4;
  span /= 8;
  EXPECT_EQ(span, TimeDuration::from_minutes(45));
}

TEST(Times, ConvertFromAndToChrono) {
  EXPECT_EQ(TimeDuration::from(5s), TimeDuration::from_seconds(5));
  EXPECT_EQ(TimeDuration::from(3h), TimeDuration::from_hours(3));
  EXPECT_EQ(TimeDuration::from(-1'999ns), TimeDuration{-1});
  EXPECT_EQ(TimeDuration::from(7us), TimeDuration{7});
  EXPECT_EQ(TimeDuration{1'999'999}.to<std::chrono::seconds>(), 1s);
  EXPECT_EQ(TimeDuration{-7}.to<std::chrono::nanoseconds>(), -7'000ns);
}

TEST(Times, NoticeTheEndsOfTheirRange) {
  EXPECT_EQ(Timestamp{most}.checked_add(TimeDuration{1}), std::nullopt);
  EXPECT_EQ(Timestamp{most}.checked_add(TimeDuration{-1}), Timestamp{most - 1});
  EXPECT_EQ(Timestamp{least}.checked_sub(TimeDuration{1}), std::nullopt);
  EXPECT_EQ(Timestamp{least}.checked_since(Timestamp{1}), std::nullopt);
  EXPECT_EQ(Timestamp{5}.checked_since(Timestamp{7}), TimeDuration{-2});
  EXPECT_EQ(TimeDuration{most}.checked_add(TimeDuration{1}), std::nullopt);
  EXPECT_EQ(TimeDuration{least}.checked_sub(TimeDuration{1}), std::nullopt);
  EXPECT_EQ(TimeDuration{least}.checked_mul(-1), std::nullopt);
  EXPECT_EQ(TimeDuration{-1}.checked_mul(least), std::nullopt);
  EXPECT_EQ(TimeDuration{most / 2}.checked_mul(2), TimeDuration{most - 1});
  EXPECT_EQ(TimeDuration{most / 2 + 1}.checked_mul(2), std::nullopt);
  EXPECT_EQ(TimeDuration{0}.checked_mul(least), TimeDuration{0});
}

TEST(TimesDeathTest, RefuseToLeaveTheirRange) {
  EXPECT_DEATH(static_cast<void>(Timestamp{most} + TimeDuration{1}), "beyond its range");
  EXPECT_DEATH(static_cast<void>(TimeDuration{least}.abs()), "beyond its range");
  EXPECT_DEATH(static_cast<void>(TimeDuration::from_days(most / 1'000)), "beyond its range");
}

struct Moment {
  std::int64_t micros;
  const char* text;
};

// As the official Timestamp prints them (spacetimedb-sats 2.14.0).
constexpr Moment official_moments[] = {
    {0, "1970-01-01T00:00:00+00:00"},
    {1, "1970-01-01T00:00:00.000001+00:00"},
    {1'000, "1970-01-01T00:00:00.001+00:00"},
    {1'001, "1970-01-01T00:00:00.001001+00:00"},
    {1'000'000, "1970-01-01T00:00:01+00:00"},
    {-1, "1969-12-31T23:59:59.999999+00:00"},
    {-1'000'000, "1969-12-31T23:59:59+00:00"},
    {1'704'067'200'000'000, "2024-01-01T00:00:00+00:00"},
    {951'782'400'000'000, "2000-02-29T00:00:00+00:00"},
    {951'868'799'123'456, "2000-02-29T23:59:59.123456+00:00"},
    {4'107'542'400'000'000, "2100-03-01T00:00:00+00:00"},
    {253'402'300'799'999'999, "9999-12-31T23:59:59.999999+00:00"},
    {253'402'300'800'000'000, "+10000-01-01T00:00:00+00:00"},
    {-62'135'596'800'000'000, "0001-01-01T00:00:00+00:00"},
    {-62'167'219'200'000'000, "0000-01-01T00:00:00+00:00"},
    {-62'167'219'200'000'001, "-0001-12-31T23:59:59.999999+00:00"},
    {8'210'266'876'799'999'999, "+262142-12-31T23:59:59.999999+00:00"},
    {-8'334'601'228'800'000'000, "-262143-01-01T00:00:00+00:00"},
};

TEST(TimestampText, IsTheOfficialOneAndIsReadBack) {
  for (const auto& [micros, text] : official_moments) {
    EXPECT_EQ(Timestamp{micros}.to_iso_string(), text);
    EXPECT_EQ(Timestamp::from_iso_string(text), Timestamp{micros}) << text;
  }
  for (const std::int64_t micros : {most, least, most - 86'400'000'000, least + 1}) {
    EXPECT_EQ(Timestamp::from_iso_string(Timestamp{micros}.to_iso_string()), Timestamp{micros});
  }
}

TEST(TimestampText, IsReadDayByDay) {
  for (std::int64_t day = -1'000'000; day < 1'000'000; day += 7) {
    const Timestamp at{day * 86'400'000'000 + 1};
    ASSERT_EQ(Timestamp::from_iso_string(at.to_iso_string()), at);
  }
}

// As the official Timestamp reads them.
TEST(TimestampText, IsReadWithOffsetsAndFractions) {
  constexpr Moment moments[] = {
      {1'709'210'096'789'000, "2024-02-29t12:34:56.789z"},
      {1'709'190'296'789'123, "2024-02-29 12:34:56.7891234567+05:30"},
      {1'704'153'600'000'000, "2024-01-01T23:59:60Z"},
      {1'704'110'460'000'000, "2024-01-01T12:00:60Z"},
      {1'704'153'540'000'000, "2024-01-01T00:00:00-23:59"},
      {1'704'067'200'123'456, "2024-01-01T00:00:00.1234567Z"},
      {-1, "1969-12-31T23:59:59.9999999Z"},
  };
  for (const auto& [micros, text] : moments) EXPECT_EQ(Timestamp::from_iso_string(text), Timestamp{micros}) << text;
}

TEST(TimestampText, IsRefusedWhereItIsNone) {
  for (const char* text : {"",
                           "2024-02-30T00:00:00Z",
                           "2023-02-29T00:00:00Z",
                           "2024-13-01T00:00:00Z",
                           "2024-00-01T00:00:00Z",
                           "2024-01-00T00:00:00Z",
                           "2024-01-01T24:00:00Z",
                           "2024-01-01T00:60:00Z",
                           "2024-01-01T00:00:61Z",
                           "2024-01-01T00:00:00",
                           "2024-01-01T00:00:00.Z",
                           "2024-01-01T00:00:00+24:00",
                           "2024-01-01T00:00:00+00:60",
                           "2024-01-01T00:00:00+0000",
                           "2024-1-01T00:00:00Z",
                           "12024-01-01T00:00:00Z",
                           "2024-01-01",
                           "2024-01-01T00:00:00Zz",
                           "2024-01-01T00:00:00 Z",
                           "+999999-01-01T00:00:00Z",
                           "-999999-01-01T00:00:00Z"}) {
    EXPECT_EQ(Timestamp::from_iso_string(text), std::nullopt) << text;
  }
}

TEST(TimeDurationText, IsTheOfficialOneAndIsReadBack) {
  struct Span {
    std::int64_t micros;
    const char* seconds;
    const char* iso;
  };
  constexpr Span spans[] = {
      {0, "+0.000000", "P0D"},
      {1, "+0.000001", "PT0.000001S"},
      {1'000, "+0.001000", "PT0.001S"},
      {-5, "-0.000005", "-PT0.000005S"},
      {1'500'000, "+1.500000", "PT1.5S"},
      {-1'000'000, "-1.000000", "-PT1S"},
      {86'400'000'000, "+86400.000000", "PT86400S"},
      {-90'061'000'001, "-90061.000001", "-PT90061.000001S"},
      {most, "+9223372036854.775807", "PT9223372036854.775807S"},
  };
  for (const auto& [micros, seconds, iso] : spans) {
    EXPECT_EQ(TimeDuration{micros}.to_string(), seconds);
    EXPECT_EQ(TimeDuration{micros}.to_iso_string(), iso);
    EXPECT_EQ(TimeDuration::from_string(seconds), TimeDuration{micros}) << seconds;
    EXPECT_EQ(TimeDuration::from_iso_string(iso), TimeDuration{micros}) << iso;
  }
  EXPECT_EQ(TimeDuration{least}.to_string(), "-9223372036854.775808");
  EXPECT_EQ(TimeDuration::from_string("-9223372036854.775808"), TimeDuration{least});
  EXPECT_EQ(TimeDuration::from_iso_string(TimeDuration{least}.to_iso_string()), TimeDuration{least});
}

TEST(TimeDurationText, IsReadInParts) {
  EXPECT_EQ(TimeDuration::from_iso_string("P1DT2H3M4.5S"), TimeDuration{93'784'500'000});
  EXPECT_EQ(TimeDuration::from_iso_string("PT90M"), TimeDuration::from_minutes(90));
  EXPECT_EQ(TimeDuration::from_iso_string("-P2D"), TimeDuration::from_days(-2));
  EXPECT_EQ(TimeDuration::from_string("0.001"), TimeDuration{1'000});
  EXPECT_EQ(TimeDuration::from_string("-2"), TimeDuration{-2'000'000});
  for (const char* text : {"", "P", "PT", "P1DT", "PT1", "P1H", "PT1D", "PT1S2M", "PT1M2M", "PT1.5M", "1S", "PT-1S",
                           "PT1SS", "P1DT2HT3M", "PT99999999999999999999S", "PT9999999999999999S"}) {
    EXPECT_EQ(TimeDuration::from_iso_string(text), std::nullopt) << text;
  }
  for (const char* text : {"", "+", "1.", ".5", "1.5 ", "++1", "1e3", "9223372036854.775808", "99999999999999999999"}) {
    EXPECT_EQ(TimeDuration::from_string(text), std::nullopt) << text;
  }
}

TEST(Times, AreConstants) {
  static_assert(Timestamp::from_iso_string("2024-01-01T00:00:00Z") == Timestamp{1'704'067'200'000'000});
  static_assert(Timestamp{0}.to_iso_string() == "1970-01-01T00:00:00+00:00");
  static_assert(TimeDuration::from(5s).to_iso_string() == "PT5S");
}

}  // namespace
