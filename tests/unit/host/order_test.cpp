// tests/unit/host/order_test.cpp: values sort as servers sort them.
#include <gtest/gtest.h>
#include <bit>
#include <cmath>
#include <limits>

#include "stdb/host/value.hpp"
#include "support.hpp"

namespace stdb::host::test {
namespace {

Bytes key_of(const AlgebraicType& type, const Bytes& value) {
  Bytes key;
  EXPECT_EQ(append_sort_key(type, {}, value, key), value.size());
  return key;
}

// All values rise from each to the next.
void expect_rising(const AlgebraicType& type, const std::vector<Bytes>& values) {
  for (std::size_t left = 0; left < values.size(); ++left) {
    for (std::size_t right = 0; right < values.size(); ++right) {
      EXPECT_EQ(key_of(type, values[left]) < key_of(type, values[right]), left < right)
          << to_hex(values[left]) << " and " << to_hex(values[right]);
    }
  }
}

// No key is the start of another, so that indexes may cut keys and fill them up.
void expect_prefix_free(const AlgebraicType& type, const std::vector<Bytes>& values) {
  for (const Bytes& left : values) {
    for (const Bytes& right : values) {
      const Bytes a = key_of(type, left);
      const Bytes b = key_of(type, right);
      if (a == b || a.size() > b.size()) continue;
      EXPECT_FALSE(std::equal(a.begin(), a.end(), b.begin())) << to_hex(a) << " begins " << to_hex(b);
    }
  }
}

Bytes f64(double value) { return number(std::bit_cast<std::uint64_t>(value)); }

TEST(SortKey, Integers) {
  expect_rising(scalar(TypeKind::u16), {number<std::uint16_t>(0), number<std::uint16_t>(1), number<std::uint16_t>(255),
                                        number<std::uint16_t>(256), number<std::uint16_t>(65535)});
  expect_rising(scalar(TypeKind::i32),
                {number(std::numeric_limits<std::int32_t>::min()), number<std::int32_t>(-256), number<std::int32_t>(-1),
                 number<std::int32_t>(0), number<std::int32_t>(1), number(std::numeric_limits<std::int32_t>::max())});
  expect_rising(scalar(TypeKind::boolean), {{0}, {1}});
}

TEST(SortKey, IntegersOf256Bits) {
  Bytes least(32, 0);
  least[31] = 0x80;
  Bytes greatest(32, 0xFF);
  greatest[31] = 0x7F;
  Bytes large(32, 0);
  large[30] = 1;
  expect_rising(scalar(TypeKind::i256), {least, Bytes(32, 0xFF), Bytes(32, 0), large, greatest});
  expect_rising(scalar(TypeKind::u256), {Bytes(32, 0), large, greatest, least, Bytes(32, 0xFF)});
}

TEST(SortKey, Floats) {
  const double infinity = std::numeric_limits<double>::infinity();
  const AlgebraicType type = scalar(TypeKind::f64);
  expect_rising(type, {f64(-infinity), f64(-1e300), f64(-1.5), f64(-1), f64(-5e-324), f64(0), f64(5e-324), f64(1),
                       f64(1.5), f64(infinity), f64(std::nan(""))});
  EXPECT_EQ(key_of(type, f64(0.0)), key_of(type, f64(-0.0)));
  EXPECT_EQ(key_of(type, from_hex("000000000000f87f")), key_of(type, from_hex("010000000000f0ff")));
  EXPECT_EQ(key_of(scalar(TypeKind::f32), golden("f32_neg_zero")), key_of(scalar(TypeKind::f32), Bytes(4, 0)));
}

TEST(SortKey, StringsByBytes) {
  using namespace std::string_view_literals;
  std::vector<Bytes> values;
  for (const auto text : {""sv, "\0"sv, "\0\0"sv, "\0a"sv, "\1"sv, "a"sv, "a\0"sv, "a\0b"sv, "a\1"sv, "aa"sv, "ab"sv,
                          "b"sv, "\xC3\xA9"sv}) {
    values.push_back(string(text));
  }
  expect_rising(scalar(TypeKind::string), values);
  expect_prefix_free(scalar(TypeKind::string), values);
}

TEST(SortKey, ArraysWithTheShorterFirst) {
  const AlgebraicType type = prepared(array_of(scalar(TypeKind::u16)));
  const std::vector<Bytes> values{from_hex("00000000"),     from_hex("010000000000"),     from_hex("0200000000000000"),
                                  from_hex("010000000100"), from_hex("020000000100ffff"), from_hex("010000000001")};
  expect_rising(type, values);
  expect_prefix_free(type, values);
}

TEST(SortKey, SumsByCaseAndThenPayload) {
  // Some(x) sorts before None, as its tag is lower.
  expect_rising(prepared(option_of(scalar(TypeKind::u8))), {from_hex("0000"), from_hex("00ff"), from_hex("01")});
}

TEST(SortKey, ProductsByTheirMembersInTurn) {
  const AlgebraicType type = prepared(product({{"name", scalar(TypeKind::string)}, {"age", scalar(TypeKind::i8)}}));
  expect_rising(type, {join({string("a"), {0xFF}}), join({string("a"), {0}}), join({string("aa"), {0x80}}),
                       join({string("b"), {0x80}})});
}

}  // namespace
}  // namespace stdb::host::test
