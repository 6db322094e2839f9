// tests/unit/query/literal_test.cpp: how values are written in SQL, at run time and at compile time.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "tables.hpp"

namespace {

using game::Values;
using game::values;
using stdb::col;

// What a condition compares with, as it stands in the query.
template <class Condition>
constexpr std::string literal(const Condition& condition) {
  const std::string sql = stdb::from[values].where(condition).sql();
  const std::size_t begin = sql.find(" = ", sql.find("WHERE")) + 3;
  return sql.substr(begin, sql.size() - 1 - begin);
}

TEST(Literal, Integers) {
  EXPECT_EQ(literal(col<&Values::score> == -100), "-100");
  EXPECT_EQ(literal(col<&Values::score> == std::numeric_limits<std::int32_t>::min()), "-2147483648");
  EXPECT_EQ(literal(col<&Values::tiny> == std::int8_t{-128}), "-128");
  EXPECT_EQ(literal(col<&Values::large> == std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
  EXPECT_EQ(literal(col<&Values::large> == 0), "0");
}

TEST(Literal, WideIntegers) {
  const stdb::i128 lowest = static_cast<stdb::i128>(1) << 127;
  EXPECT_EQ(literal(col<&Values::i128> == lowest), "-170141183460469231731687303715884105728");
  EXPECT_EQ(literal(col<&Values::i128> == -5), "-5");
  EXPECT_EQ(literal(col<&Values::u128> == ~stdb::u128{0}), "340282366920938463463374607431768211455");
  EXPECT_EQ(literal(col<&Values::u128> == 7), "7");
  const std::uint64_t ones = ~std::uint64_t{0};
  EXPECT_EQ(literal(col<&Values::u256> == stdb::u256(ones, ones, ones, ones)),
            "115792089237316195423570985008687907853269984665640564039457584007913129639935");
  EXPECT_EQ(literal(col<&Values::u256> == 18), "18");
  EXPECT_EQ(literal(col<&Values::u256> == stdb::u256()), "0");
  stdb::i256 number;
  number.words = {0, std::uint64_t{1} << 56, 0, 0};
  EXPECT_EQ(literal(col<&Values::i256> == number), "1329227995784915872903807060280344576");
  number.words = {0, ~((std::uint64_t{1} << 56) - 1), ones, ones};
  EXPECT_EQ(literal(col<&Values::i256> == number), "-1329227995784915872903807060280344576");
  number.words = {0, 0, 0, std::uint64_t{1} << 63};
  EXPECT_EQ(literal(col<&Values::i256> == number),
            "-57896044618658097711785492504343953926634992332820282019728792003956564819968");
}

TEST(Literal, TextAndBool) {
  EXPECT_EQ(literal(col<&Values::name> == "Alice"), "'Alice'");
  EXPECT_EQ(literal(col<&Values::name> == "'; DELETE FROM x; --"), "'''; DELETE FROM x; --'");
  EXPECT_EQ(literal(col<&Values::name> == ""), "''");
  EXPECT_EQ(literal(col<&Values::name> == std::string("a\0b", 3)), std::string("'a\0b'", 5));
  EXPECT_EQ(literal(col<&Values::active> == true), "TRUE");
  EXPECT_EQ(literal(col<&Values::active> == false), "FALSE");
}

TEST(Literal, IdentitiesAndBytes) {
  EXPECT_EQ(literal(col<&Values::identity> == stdb::Identity{1}),
            "0x0000000000000000000000000000000000000000000000000000000000000001");
  EXPECT_EQ(literal(col<&Values::identity> == stdb::Identity{stdb::u256(0xa, 0xb, 0xc, 0xd)}),
            "0x000000000000000a000000000000000b000000000000000c000000000000000d");
  EXPECT_EQ(literal(col<&Values::connection> == stdb::ConnectionId()), "0x00000000000000000000000000000000");
  EXPECT_EQ(literal(col<&Values::connection> == stdb::ConnectionId{static_cast<stdb::u128>(0xfe) << 120}),
            "0xfe000000000000000000000000000000");
  EXPECT_EQ(literal(col<&Values::bytes> == std::vector<std::uint8_t>{1, 2, 3, 4, 255}), "0x01020304ff");
  EXPECT_EQ(literal(col<&Values::bytes> == std::vector<std::uint8_t>{}), "0x");
  EXPECT_EQ(literal(col<&Values::four_bytes> == std::array<std::uint8_t, 4>{0, 16, 32, 255}), "0x001020ff");
  EXPECT_EQ(literal(col<&Values::key> == stdb::Uuid{1}), "'00000000-0000-0000-0000-000000000001'");
  EXPECT_EQ(literal(col<&Values::key> == *stdb::Uuid::from_string("00112233-4455-6677-8899-aabbccddeeff")),
            "'00112233-4455-6677-8899-aabbccddeeff'");
}

std::string moment(std::int64_t micros) { return literal(col<&Values::at> == stdb::Timestamp{micros}); }

TEST(Literal, Timestamps) {
  EXPECT_EQ(moment(0), "'1970-01-01T00:00:00+00:00'");
  EXPECT_EQ(moment(1000), "'1970-01-01T00:00:00.001+00:00'");
  EXPECT_EQ(moment(1), "'1970-01-01T00:00:00.000001+00:00'");
  EXPECT_EQ(moment(-1), "'1969-12-31T23:59:59.999999+00:00'");
  EXPECT_EQ(moment(951'782'400'000'000), "'2000-02-29T00:00:00+00:00'");
  EXPECT_EQ(moment(253'402'300'799'999'999), "'9999-12-31T23:59:59.999999+00:00'");
  EXPECT_EQ(moment(253'402'300'800'000'000), "'+10000-01-01T00:00:00+00:00'");
  EXPECT_EQ(moment(-62'167'219'200'000'000), "'0000-01-01T00:00:00+00:00'");
  EXPECT_EQ(moment(-62'167'219'200'000'001), "'-0001-12-31T23:59:59.999999+00:00'");
  // Beyond the calendar of the official builder, which ends its program here.
  EXPECT_EQ(moment(std::numeric_limits<std::int64_t>::max()), "'+294247-01-10T04:00:54.775807+00:00'");
  EXPECT_EQ(moment(std::numeric_limits<std::int64_t>::min()), "'-290308-12-21T19:59:05.224192+00:00'");
}

std::string real(double number) { return literal(col<&Values::wide> == number); }

TEST(Literal, Reals) {
  EXPECT_EQ(real(0), "0");
  EXPECT_EQ(real(-0.0), "-0");
  EXPECT_EQ(real(1), "1");
  EXPECT_EQ(real(-1.5), "-1.5");
  EXPECT_EQ(real(0.1), "0.1");
  EXPECT_EQ(real(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(real(9007199254740993.0), "9007199254740992");
  // 1e23 lies halfway between two numbers, and is read as the first.
  EXPECT_EQ(real(1e23), "100000000000000000000000");
  EXPECT_EQ(real(std::nextafter(1e23, 1e24)), "100000000000000010000000");
  EXPECT_EQ(real(9.5), "9.5");
  EXPECT_EQ(real(123456.789e3), "123456789");
  EXPECT_EQ(real(5e-324), "0." + std::string(323, '0') + "5");
  EXPECT_EQ(real(2.2250738585072014e-308), "0." + std::string(307, '0') + "22250738585072014");
  EXPECT_EQ(real(std::numeric_limits<double>::max()), "17976931348623157" + std::string(292, '0'));
  EXPECT_EQ(real(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(real(-std::numeric_limits<double>::infinity()), "-inf");
  EXPECT_EQ(real(std::nan("")), "NaN");
}

TEST(Literal, FloatsAreWrittenAsTheDoublesTheyAre) {
  EXPECT_EQ(literal(col<&Values::narrow> == 0.1F), "0.10000000149011612");
  EXPECT_EQ(literal(col<&Values::narrow> == 0.1), "0.10000000149011612");
  EXPECT_EQ(literal(col<&Values::narrow> == 3), "3");
  EXPECT_EQ(literal(col<&Values::wide> == 3), "3");
  EXPECT_EQ(literal(col<&Values::wide> == 0.5F), "0.5");
}

// The same at compile time.
static_assert(literal(col<&Values::wide> == 0.3) == "0.3");
static_assert(literal(col<&Values::wide> == 6.02214076e23) == "602214076000000000000000");
static_assert(literal(col<&Values::score> == -7) == "-7");
static_assert(literal(col<&Values::large> == std::uint64_t{12}) == "12");
static_assert(literal(col<&Values::i256> == stdb::i256(-3)) == "-3");
static_assert(literal(col<&Values::u128> == 1) == "1");
static_assert(literal(col<&Values::at> == stdb::Timestamp{-1}) == "'1969-12-31T23:59:59.999999+00:00'");
static_assert(literal(col<&Values::key> == stdb::Uuid{}) == "'00000000-0000-0000-0000-000000000000'");
static_assert(literal(col<&Values::connection> == stdb::ConnectionId{1}) == "0x00000000000000000000000000000001");
static_assert(literal(col<&Values::bytes> == std::vector<std::uint8_t>{171}) == "0xab");
static_assert(literal(col<&Values::name> == "it's") == "'it''s'");
static_assert(literal(col<&Values::active> == false) == "FALSE");

}  // namespace
