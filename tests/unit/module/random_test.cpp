// tests/unit/module/random_test.cpp: Random gives the numbers of the official Rust SDK (rand 0.8.8's StdRng), keeps to
// its bounds and prefers none of the values.
#include "stdb/module/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <string>

#include "printing_host.hpp"
#include "stdb/bsatn/integer_literals.hpp"

namespace {

using namespace stdb::literals;
using stdb::Random;

template <class T, class Draw>
std::vector<T> drawn(std::size_t count, Draw draw) {
  std::vector<T> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(draw());
  return values;
}

TEST(Random, GivesTheWordsOfRust) {
  const std::map<std::uint64_t, std::vector<std::uint64_t>> words = {
      {0, {0xbb2a3fb2cd2c6f7f, 0xc6017c948e27697b, 0x69dc102cf310a16, 0x958b761dabe5f6d0}},
      {1, {0xf9681a64d3301861, 0xb0f4d125cc0d694a, 0x6d8fc15a3248c9da, 0x2cf33517376425d3}},
      {1'704'067'200'000'000, {0x935090e81a8a1492, 0x8461f894aa51666c, 0xc9175325be6516f3, 0xc86b30316ca5c1b6}},
      {~0ull, {0xfa798482e3d5fb8, 0xa3370b44112469e, 0x12a43d6f65c61658, 0x5d082f914e51203b}},
  };
  for (const auto& [seed, expected] : words) {
    Random random(seed);
    EXPECT_EQ(drawn<std::uint64_t>(4, [&] { return random.next_u64(); }), expected) << seed;
    Random again(stdb::Timestamp{static_cast<std::int64_t>(seed)});
    EXPECT_EQ(again.next_u32(), static_cast<std::uint32_t>(expected[0]));
    EXPECT_EQ(again.next_u32(), expected[0] >> 32);
  }
}

// Draws of every size, over the ends of many blocks, folded into one number.
TEST(Random, GivesTheWordsOfRustInEveryMixture) {
  Random random(42);
  const auto folded = [&random](std::size_t size, int rotation) {
    std::vector<std::uint8_t> bytes(size);
    random.fill(bytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) value = rotation == 8 ? (value << 8) | byte : std::rotl(value, 5) ^ byte;
    return value;
  };
  std::uint64_t hash = 0xcbf29ce484222325;
  for (int i = 0; i < 10'000; ++i) {
    const std::uint64_t value = i % 5 == 0   ? random.next_u32()
                                : i % 5 == 1 ? random.next_u64()
                                : i % 5 == 2 ? folded(7, 8)
                                : i % 5 == 3 ? random.next_u32()
                                             : folded(300, 5);
    hash = (hash ^ value) * 0x100000001b3;
  }
  EXPECT_EQ(hash, 0x692912ac4a0045dfu);
}

// One generator, asked for one thing after the other as the Rust program was.
TEST(Random, MakesOfItsWordsWhatRustMakes) {
  Random random(7);
  using Bytes = std::vector<std::uint8_t>;
  EXPECT_EQ(drawn<std::uint8_t>(8, [&] { return random.next<std::uint8_t>(); }),
            (Bytes{190, 233, 134, 232, 205, 70, 153, 5}));
  EXPECT_EQ(drawn<std::int16_t>(4, [&] { return random.next<std::int16_t>(); }),
            (std::vector<std::int16_t>{8630, 25005, 27616, 22351}));
  EXPECT_EQ(random.next<stdb::u128>(), 0x41bb69a0be5ade8a2ceb0dab9897f4d2_u128);
  EXPECT_EQ(random.next<stdb::u128>(), 0xb934252f607e716b200e74db785397a7_u128);
  EXPECT_EQ(drawn<int>(12, [&] { return random.next<bool>() ? 1 : 0; }),
            (std::vector<int>{1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1}));
  EXPECT_EQ(drawn<std::uint32_t>(3, [&] { return std::bit_cast<std::uint32_t>(random.next<float>()); }),
            (std::vector<std::uint32_t>{1053251040, 1063493690, 1064131413}));
  EXPECT_EQ(drawn<std::uint64_t>(3, [&] { return std::bit_cast<std::uint64_t>(random.next<double>()); }),
            (std::vector<std::uint64_t>{4606175153143032699, 4590744678852221576, 4593564817564156184}));
  EXPECT_EQ(drawn<std::uint8_t>(8, [&] { return random.range<std::uint8_t>(3, 200); }),
            (Bytes{84, 47, 77, 3, 97, 74, 158, 27}));
  EXPECT_EQ(drawn<std::int16_t>(8, [&] { return random.range<std::int16_t>(-300, 300); }),
            (std::vector<std::int16_t>{-160, 209, -139, 234, 246, 208, 240, -138}));
  EXPECT_EQ(drawn<int>(8, [&] { return random.range(-7, 7); }), (std::vector<int>{-7, 6, -4, -1, 0, -1, -5, 7}));
  EXPECT_EQ(drawn<std::uint32_t>(3, [&] { return random.range<std::uint32_t>(0, ~0u); }),
            (std::vector<std::uint32_t>{369275310, 1324552674, 2749559478}));
  EXPECT_EQ(drawn<std::uint64_t>(4, [&] { return random.range<std::uint64_t>(1, 0xC000'0000'0000'0001); }),
            (std::vector<std::uint64_t>{5330359860268023206, 10368991512987173934u, 2747734842664798804,
                                        7696756110850499773}));
  EXPECT_EQ(drawn<std::int64_t>(4, [&] { return random.range<std::int64_t>(INT64_MIN, INT64_MAX); }),
            (std::vector<std::int64_t>{-4791328560586693234, -1900098341195799900, 5871790543599369096,
                                       6586952812846947699}));
  for (const stdb::u128 expected : {0xa9073ee658b5fc44861b2b1f39c9da9f_u128, 0x8b34370b76f8c66d3f648e227a4f33f4_u128,
                                    0x12c0ac91647de15bb617bb638dabf413_u128, 0x9b71fe10b1d86e7c962ad538360f90d6_u128}) {
    EXPECT_EQ(random.range<stdb::u128>(5, stdb::u128{3} << 126), expected);
  }
  EXPECT_EQ(random.range<stdb::i128>(-10, 10), -3);
  EXPECT_EQ(random.range<stdb::i128>(-10, 10), -9);
  EXPECT_EQ(drawn<std::uint64_t>(4, [&] { return std::bit_cast<std::uint64_t>(random.range(-2.5, 10.0)); }),
            (std::vector<std::uint64_t>{13835787414491389305u, 4620902672783812632, 4607127049476572184,
                                        4617426401571892413}));
  EXPECT_EQ(drawn<std::uint32_t>(4, [&] { return std::bit_cast<std::uint32_t>(random.range(0.1f, 0.3f)); }),
            (std::vector<std::uint32_t>{1040634605, 1043791367, 1048023000, 1050100913}));
  EXPECT_EQ(drawn<int>(12, [&] { return random.chance(0.25) ? 1 : 0; }),
            (std::vector<int>{0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0}));
  std::vector<int> items(20);
  std::iota(items.begin(), items.end(), 0);
  random.shuffle(items);
  EXPECT_EQ(items, (std::vector<int>{1, 15, 19, 11, 6, 4, 10, 14, 8, 3, 18, 12, 16, 17, 13, 5, 2, 0, 7, 9}));
  EXPECT_EQ(drawn<int>(6, [&] { return *random.choose(items); }), (std::vector<int>{9, 0, 17, 1, 0, 1}));
  EXPECT_EQ(random.next_u64(), 0xe3699242606bfb37u);
}

TEST(Random, KeepsToItsBounds) {
  Random random(3);
  for (int i = 0; i < 20'000; ++i) {
    const auto low = random.next<std::int32_t>();
    const auto high = random.range<std::int32_t>(low, INT32_MAX);
    ASSERT_GE(high, low);
    const auto within = random.range(low, high);
    ASSERT_TRUE(low <= within && within <= high);
    const auto real = random.next<float>();
    ASSERT_TRUE(real >= 0 && real < 1);
    const stdb::i256 wide = random.range<stdb::i256>(low, high);
    ASSERT_TRUE(wide >= low && wide <= high);
    const double between = random.range(-1e300, 1e300);
    ASSERT_TRUE(between >= -1e300 && between < 1e300);
    ASSERT_EQ(random.range(low, low), low);
    ASSERT_EQ(random.range<stdb::u256>(stdb::u256::max(), stdb::u256::max()), stdb::u256::max());
  }
  // As narrow as two neighbours: the upper one is never given.
  const double next = std::nextafter(1.0, 2.0);
  for (int i = 0; i < 1'000; ++i) ASSERT_EQ(random.range(1.0, next), 1.0);
}

// How far the counts of equally likely values are from being equal, as chi-square has it. Beyond 1.5 times the degrees
// of freedom (here at least 98) is less likely than one in a thousand; seeds are fixed, so a test cannot fail by
// chance.
template <class Draw>
double unevenness(std::size_t values, std::size_t draws, Draw draw) {
  std::vector<double> counts(values);
  for (std::size_t i = 0; i < draws; ++i) ++counts[static_cast<std::size_t>(draw())];
  const double expected = static_cast<double>(draws) / static_cast<double>(values);
  double sum = 0;
  for (const double count : counts) sum += (count - expected) * (count - expected) / expected;
  return sum / static_cast<double>(values - 1);
}

TEST(Random, PrefersNoValue) {
  Random random(11);
  EXPECT_LT(unevenness(256, 256'000, [&] { return random.next<std::uint8_t>(); }), 1.5);
  EXPECT_LT(unevenness(100, 100'000, [&] { return random.range<std::uint8_t>(0, 99); }), 1.5);
  EXPECT_LT(unevenness(100, 100'000, [&] { return random.range(0, 99); }), 1.5);
  EXPECT_LT(unevenness(100, 100'000, [&] { return random.range<std::int64_t>(-50, 49) + 50; }), 1.5);
  EXPECT_LT(unevenness(100, 100'000, [&] { return random.range<stdb::u128>(0, 99); }), 1.5);
  EXPECT_LT(unevenness(100, 100'000, [&] { return static_cast<int>(random.range<stdb::i256>(-50, 49)) + 50; }), 1.5);
  EXPECT_LT(unevenness(100, 100'000, [&] { return random.next<double>() * 100; }), 1.5);
  EXPECT_LT(unevenness(100, 100'000, [&] { return random.range(0.0f, 100.0f); }), 1.5);
  // Three quarters of all values: a remainder instead of a rejection would prefer a third of them.
  constexpr std::uint64_t most = 0xBFFF'FFFF'FFFF'FFFF;
  EXPECT_LT(unevenness(99, 99'000, [&] { return random.range<std::uint64_t>(0, most) / (most / 99 + 1); }), 1.5);
  constexpr std::uint32_t many = 0xBFFF'FFFF;
  EXPECT_LT(unevenness(99, 99'000, [&] { return random.range<std::uint32_t>(0, many) / (many / 99 + 1); }), 1.5);
}

TEST(Random, ShufflesAndSamplesWithoutPreference) {
  Random random(5);
  const std::vector<int> five = {0, 1, 2, 3, 4};
  EXPECT_LT(unevenness(120, 120'000,
                       [&] {
                         std::vector<int> items = five;
                         random.shuffle(items);
                         int rank = 0;
                         for (std::size_t i = 0; i < 5; ++i) {
                           const auto less = std::count_if(items.begin() + static_cast<long>(i), items.end(),
                                                           [&](int other) { return other < items[i]; });
                           rank = rank * static_cast<int>(5 - i) + static_cast<int>(less);
                         }
                         return rank;
                       }),
            1.5);
  std::vector<int> hundred(100);
  std::iota(hundred.begin(), hundred.end(), 0);
  EXPECT_LT(unevenness(100, 100'000, [&] { return random.sample(hundred, 3)[2]; }), 1.5);
  for (int i = 0; i < 1'000; ++i) {
    std::vector<int> sample = random.sample(hundred, 10);
    std::sort(sample.begin(), sample.end());
    ASSERT_EQ(std::adjacent_find(sample.begin(), sample.end()), sample.end());
    ASSERT_EQ(sample.size(), 10u);
  }
  EXPECT_EQ(random.sample(five, 9).size(), 5u);
  EXPECT_TRUE(random.sample(std::vector<int>(), 3).empty());
  std::vector<int> nothing;
  EXPECT_EQ(random.choose(nothing), nullptr);
  int array[] = {7};
  random.shuffle(array);
  EXPECT_EQ(random.choose(array), array);
  static_assert(std::is_same_v<decltype(random.choose(five)), const int*>);
}

TEST(Random, IsTheSameForTheSameMoment) {
  Random first(stdb::Timestamp{123});
  Random second(stdb::Timestamp{123});
  Random third(stdb::Timestamp{124});
  EXPECT_EQ((first.bytes<16>()), (second.bytes<16>()));
  EXPECT_NE(first.next_u64(), third.next_u64());
}

TEST(Random, TakesChancesAtTheirWord) {
  Random random(9);
  for (int i = 0; i < 100; ++i) {
    EXPECT_TRUE(random.chance(1.0) && random.chance(7.5));
    EXPECT_FALSE(random.chance(0.0) || random.chance(-1.0) || random.chance(std::nan("")));
  }
}

TEST(Random, ServesTheStandardLibrary) {
  Random random(1);
  static_assert(std::uniform_random_bit_generator<Random>);
  std::uniform_int_distribution<int> die(1, 6);
  for (int i = 0; i < 100; ++i) EXPECT_LE(die(random), 6);
}

TEST(RandomDeathTest, RefusesEmptyRanges) {
  Random random(1);
  const PrintingHost host;
  EXPECT_DEATH(static_cast<void>(random.range(2, 1)), "a range whose end lies before its beginning");
  EXPECT_DEATH(static_cast<void>(random.range(1.0, 1.0)), "a range that is empty or infinite");
  EXPECT_DEATH(static_cast<void>(random.range(-1e308, 1e308 * 10)), "a range that is empty or infinite");
  EXPECT_DEATH(static_cast<void>(random.range(-1.7e308, 1.7e308)), "a range that is empty or infinite");
}

}  // namespace
