// tests/unit/bsatn/integers_test.cpp: integers of 128 and 256 bits: their order, arithmetic and texts.
#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "stdb/bsatn.hpp"

namespace {

using namespace stdb::literals;
using stdb::i128;
using stdb::i256;
using stdb::u128;
using stdb::u256;

TEST(WideIntegers, CompareAsNumbers) {
  EXPECT_LT(u256(~0ull), u256(0, 0, 1, 0));
  EXPECT_LT(i256(-1), i256(0));
  EXPECT_LT(i256(-2), i256(-1));
  EXPECT_GT(i256(5), i256(-5));
  EXPECT_LT(i256::min(), i256::max());
  EXPECT_EQ(u256(7), 7u);
  EXPECT_TRUE(i256(-7) <= -7 && i256(-7) >= -7 && i256(-7) != 7);
}

TEST(WideIntegers, MixWithLiteralsAndBuiltinIntegers) {
  u256 number = 5;
  number += std::uint64_t{10};
  EXPECT_EQ(number * 2 - 1, 29);
  EXPECT_EQ(1 + number, number + 1);
  i256 balance = -3;
  const int change = -4;
  EXPECT_EQ(balance + change, -7);
  EXPECT_EQ(balance-- - 1, -4);
  EXPECT_EQ(++balance, -3);
  EXPECT_EQ(static_cast<std::int8_t>(balance), -3);
  EXPECT_EQ(u256(u128{1} << 100), u256(1) << 100);
  EXPECT_EQ(static_cast<u128>(u256(1) << 100), u128{1} << 100);
  EXPECT_EQ(i256(-5), static_cast<i256>(i128{-5}));
  EXPECT_TRUE(u256(1) && !u256());
}

// Every result below is checked against arithmetic on builtin integers, or against what must hold of any numbers.
class Numbers {
 public:
  // Of every size: a uniformly random number nearly always fills all words.
  u256 next() {
    const auto words = [this] { return random_() >> (random_() % 64); };
    const u256 number(words(), words(), words(), words());
    return number >> (random_() % 256);
  }
  std::uint64_t word() { return random_() >> (random_() % 64); }

 private:
  std::mt19937_64 random_{42};
};

TEST(WideIntegers, AgreeWithBuiltinOnes) {
  Numbers numbers;
  for (int i = 0; i < 20'000; ++i) {
    const auto a = static_cast<i128>((static_cast<u128>(numbers.word()) << 64) | numbers.word());
    const auto b = static_cast<i128>(numbers.word()) * (i % 2 == 0 ? 1 : -1);
    ASSERT_EQ(static_cast<i128>(i256(a) + b), static_cast<i128>(static_cast<u128>(a) + static_cast<u128>(b)));
    ASSERT_EQ(static_cast<i128>(i256(a) * b), static_cast<i128>(static_cast<u128>(a) * static_cast<u128>(b)));
    if (b == 0) continue;
    ASSERT_EQ(i256(a) / b, a / b);
    ASSERT_EQ(i256(a) % b, a % b);
    ASSERT_EQ(u256(static_cast<u128>(a)) / static_cast<u128>(b), static_cast<u128>(a) / static_cast<u128>(b));
    ASSERT_EQ(i256(a) <=> b, a <=> b);
    const auto by = static_cast<std::size_t>(i % 127);
    ASSERT_EQ(i256(a) >> by, a >> by);
  }
}

TEST(WideIntegers, DivideAndMultiplyBack) {
  Numbers numbers;
  for (int i = 0; i < 100'000; ++i) {
    const u256 a = numbers.next();
    const u256 b = numbers.next();
    if (b == 0) continue;
    ASSERT_EQ(a / b * b + a % b, a) << to_hex(a) << " / " << to_hex(b);
    ASSERT_LT(a % b, b);
    ASSERT_EQ((a - b) + b, a);
    ASSERT_EQ((a ^ b) & b, ~a & b);
    ASSERT_EQ((a | b) - (a & b), a ^ b);
    ASSERT_EQ(-(-a), a);
  }
}

// Divisions whose estimated digits are one too large. Source: the cases of H. S. Warren's divmnu64.
TEST(WideIntegers, DivideWhereEstimatesAreWrong) {
  EXPECT_EQ(0x80000000'00000000'00000003_u256 / 0x20000000'00000000'00000001_u256, 3);
  EXPECT_EQ(0x7fff'00008000'00000000'00000000_u256 / 0x8000'00000000'00000001_u256, 0xfffe0000);
  EXPECT_EQ(0x8000'00000000'0000fffe'00000000_u256 / 0x8000'00000000'0000ffff_u256, 0xffffffff);
  EXPECT_EQ(u256::max() / u256::max(), 1);
  EXPECT_EQ(u256::max() / (u256::max() - 1), 1);
  EXPECT_EQ(u256::max() % (u256::max() - 1), 1);
}

TEST(WideIntegers, ShiftEverythingOut) {
  EXPECT_EQ(u256::max() << 256, 0);
  EXPECT_EQ(u256::max() >> 300, 0);
  EXPECT_EQ(i256(-1) >> 300, -1);
  EXPECT_EQ(i256::min() >> 255, -1);
  for (std::size_t by = 0; by < 256; ++by) {
    EXPECT_EQ((u256(1) << by) >> by, 1);
    EXPECT_EQ((u256::max() >> by) + 1, by == 0 ? u256() : u256(1) << (256 - by));
  }
}

TEST(WideIntegersDeathTest, RefuseToDivideByZero) {
  EXPECT_DEATH(static_cast<void>(u256(5) / u256()), "an integer is divided by zero");
  EXPECT_DEATH(static_cast<void>(i256(5) % i256()), "an integer is divided by zero");
}

TEST(IntegerText, IsDecimal) {
  EXPECT_EQ(stdb::to_string(u256()), "0");
  EXPECT_EQ(stdb::to_string(u256::max()),
            "115792089237316195423570985008687907853269984665640564039457584007913129639935");
  EXPECT_EQ(stdb::to_string(i256::min()),
            "-57896044618658097711785492504343953926634992332820282019728792003956564819968");
  EXPECT_EQ(stdb::to_string(~u128{0}), "340282366920938463463374607431768211455");
  EXPECT_EQ(stdb::to_string(static_cast<i128>(u128{1} << 127)), "-170141183460469231731687303715884105728");
  EXPECT_EQ(stdb::to_string(std::int8_t{-128}), "-128");
  EXPECT_EQ(stdb::to_string(u256(1'000'000'000)), "1000000000");
  EXPECT_EQ(stdb::to_string(u256(10'000'000'001)), "10000000001");
}

TEST(IntegerText, IsHexadecimalInTheTypesWidth) {
  EXPECT_EQ(stdb::to_hex(std::uint16_t{255}), "00ff");
  EXPECT_EQ(stdb::to_hex(i128{-2}), "fffffffffffffffffffffffffffffffe");
  EXPECT_EQ(stdb::to_hex(u256(0xc2, 0, 0, 1)), "00000000000000c2000000000000000000000000000000000000000000000001");
}

TEST(IntegerText, IsReadBack) {
  Numbers numbers;
  for (int i = 0; i < 2'000; ++i) {
    const u256 number = numbers.next();
    ASSERT_EQ(stdb::from_string<u256>(stdb::to_string(number)), number);
    ASSERT_EQ(stdb::from_string<u256>("0x" + stdb::to_hex(number)), number);
    ASSERT_EQ(stdb::from_string<i256>(stdb::to_string(i256(number))), i256(number));
    const auto half = static_cast<u128>(number);
    ASSERT_EQ(stdb::from_string<u128>(stdb::to_string(half)), half);
    ASSERT_EQ(stdb::from_string<i128>(stdb::to_string(static_cast<i128>(half))), static_cast<i128>(half));
  }
}

TEST(IntegerText, IsRefusedBeyondTheTypesEnds) {
  EXPECT_EQ(stdb::from_string<std::int8_t>("-128"), -128);
  EXPECT_FALSE(stdb::from_string<std::int8_t>("-129"));
  EXPECT_EQ(stdb::from_string<std::int8_t>("127"), 127);
  EXPECT_FALSE(stdb::from_string<std::int8_t>("128"));
  EXPECT_EQ(stdb::from_string<std::uint8_t>("255"), 255);
  EXPECT_FALSE(stdb::from_string<std::uint8_t>("256"));
  EXPECT_FALSE(stdb::from_string<std::uint8_t>("-1"));
  EXPECT_EQ(stdb::from_string<std::uint8_t>("-0"), 0);
  EXPECT_EQ(stdb::from_string<i256>(stdb::to_string(i256::min())), i256::min());
  EXPECT_EQ(stdb::from_string<i256>(stdb::to_string(i256::max())), i256::max());
  EXPECT_FALSE(stdb::from_string<i256>(stdb::to_string(u256(1) << 255)));
  EXPECT_FALSE(stdb::from_string<i256>("-" + stdb::to_string((u256(1) << 255) + 1)));
  EXPECT_FALSE(stdb::from_string<i256>("-" + stdb::to_string(u256::max())));
  EXPECT_FALSE(
      stdb::from_string<u256>("115792089237316195423570985008687907853269984665640564039457584007913129639936"));
  EXPECT_FALSE(stdb::from_string<u128>("340282366920938463463374607431768211456"));
}

TEST(IntegerText, IsRefusedWhereItIsNoNumber) {
  for (const char* text : {"", "-", "0x", "1 ", " 1", "+1", "1a", "0xg", "--1", "1.0", "1e3", "'1"}) {
    EXPECT_FALSE(stdb::from_string<i256>(text)) << text;
  }
  EXPECT_EQ(stdb::from_string<i256>("-0xFf"), -255);
}

TEST(IntegerLiterals, AreConstantsOfTheirTypes) {
  static_assert(340'282'366'920'938'463'463'374'607'431'768'211'455_u128 == ~u128{0});
  static_assert(0xffff'ffff'ffff'ffff'ffff'ffff'ffff'ffff_u256 == u256(~u128{0}));
  static_assert(-1_i256 == i256(-1));
  static_assert(stdb::from_string<i128>("-5") == -5);
  static_assert(stdb::to_string(12_u256) == "12");
  EXPECT_EQ(7_i128, 7);
}

}  // namespace
