// sdk/module/.../random.hpp: Random, numbers that look random and are the same whenever a call is run again.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "stdb/bsatn/integer_text.hpp"
#include "stdb/bsatn/integers.hpp"
#include "stdb/bsatn/timestamp.hpp"

namespace stdb {

namespace detail {

template <class T>
concept RandomInteger = bsatn::detail::Integer<T> || bsatn::detail::WideInteger<T>;

template <class Items>
concept RandomAccess = std::ranges::random_access_range<Items> && std::ranges::sized_range<Items>;

}  // namespace detail

// ctx.rng(). ChaCha with 12 rounds, seeded by the call's timestamp: everybody who knows when a call was made knows its
// numbers, so no secrets are made of them. The sequence, and what next, range, chance, fill, shuffle and choose make of
// it, are those of the official Rust SDK, which is the crate rand 0.8; sample is our own. Also a generator for the
// standard library's distributions.
class Random {
 public:
  using result_type = std::uint64_t;

  // The same numbers for the same seed, for tests and for worlds that are made again.
  explicit Random(std::uint64_t seed);
  // As ctx.rng() is made.
  explicit Random(Timestamp now) : Random(static_cast<std::uint64_t>(now.micros_since_unix_epoch)) {}
  // A copy would give the same numbers again.
  Random(const Random&) = delete;
  Random& operator=(const Random&) = delete;

  // All 32 or 64 bits, all values alike likely.
  std::uint32_t next_u32();
  std::uint64_t next_u64();

  // Any value of an integer type or of bool, all alike likely; a float or double of at least 0 and less than 1.
  template <class T>
  T next() {
    if constexpr (std::same_as<T, bool>) {
      return boolean();
    } else if constexpr (std::same_as<T, float>) {
      return static_cast<float>(next_u32() >> 8) * 0x1p-24f;
    } else if constexpr (std::same_as<T, double>) {
      return static_cast<double>(next_u64() >> 11) * 0x1p-53;
    } else if constexpr (detail::RandomInteger<T> && sizeof(T) <= 4) {
      return static_cast<T>(next_u32());
    } else if constexpr (detail::RandomInteger<T> && sizeof(T) == 8) {
      return static_cast<T>(next_u64());
    } else {
      static_assert(detail::RandomInteger<T>, "stdb: next<T>() is for integers, bool, float and double");
      return bsatn::detail::integer_of<T>(next_words(sizeof(T) / 8));
    }
  }

  // From low to high, both of them among the values, all alike likely. low > high is a panic.
  template <detail::RandomInteger T>
  T range(T low, T high) {
    if (high < low) refuse_range();
    if constexpr (sizeof(T) <= 4) {
      using Unsigned = std::make_unsigned_t<T>;
      const auto count = static_cast<Unsigned>(static_cast<Unsigned>(high) - static_cast<Unsigned>(low) + 1u);
      if (count == 0) return next<T>();  // every value
      return static_cast<T>(static_cast<Unsigned>(low) + below_u32(count, sizeof(T) < 4));
    } else if constexpr (sizeof(T) == 8) {
      const std::uint64_t count = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
      if (count == 0) return next<T>();
      return static_cast<T>(static_cast<std::uint64_t>(low) + below_u64(count));
    } else {
      const bsatn::detail::Words first = bsatn::detail::words_of_integer(low);
      const bsatn::detail::Words last = bsatn::detail::words_of_integer(high);
      return bsatn::detail::integer_of<T>(range_words(first, last, sizeof(T) / 8));
    }
  }

  // From low on, below high. Unless low < high, and both are finite, a panic.
  template <bsatn::detail::Float T>
  T range(T low, T high) {
    return real_between(low, high);
  }

  // One or the other, alike likely.
  bool boolean() { return next_u32() >> 31 != 0; }

  // True so often out of one time: chance(0.25) once in four. Never for 0 or less, always for 1 or more.
  bool chance(double probability);

  // Fills the bytes.
  void fill(std::span<std::uint8_t> bytes);
  // So many random bytes, as fill() gives them.
  template <std::size_t Size>
  std::array<std::uint8_t, Size> bytes() {
    std::array<std::uint8_t, Size> filled{};
    fill(filled);
    return filled;
  }

  // Puts the items into an order that is any of all alike likely.
  template <detail::RandomAccess Items>
  void shuffle(Items&& items) {
    for (std::size_t left = std::ranges::size(items); left > 1; --left) {
      std::ranges::swap(items[left - 1], items[index(left)]);
    }
  }

  // One of the items, all alike likely; null if there are none.
  template <detail::RandomAccess Items>
  auto choose(Items& items) -> decltype(&items[0]) {
    const std::size_t count = std::ranges::size(items);
    return count == 0 ? nullptr : &items[index(count)];
  }

  // So many of the items, none twice, in any order; all of them if there are fewer. Costs a word for each item.
  template <detail::RandomAccess Items>
  std::vector<std::ranges::range_value_t<Items>> sample(const Items& items, std::size_t count) {
    std::vector<std::ranges::range_value_t<Items>> chosen;
    for (const std::size_t place : sample_places(std::ranges::size(items), count)) chosen.push_back(items[place]);
    return chosen;
  }

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }
  result_type operator()() { return next_u64(); }

 private:
  [[noreturn]] static void refuse_range();

  void refill();
  bsatn::detail::Words next_words(std::size_t count);
  // Below `count`, which is not 0. An exact bound for what is rejected draws less, a rough one divides less; Rust takes
  // the exact one for the narrow types.
  std::uint32_t below_u32(std::uint32_t count, bool exact);
  std::uint64_t below_u64(std::uint64_t count);
  bsatn::detail::Words range_words(const bsatn::detail::Words& low, const bsatn::detail::Words& high,
                                   std::size_t words);
  float real_between(float low, float high);
  double real_between(double low, double high);
  std::size_t index(std::size_t count);
  std::vector<std::size_t> sample_places(std::size_t size, std::size_t count);

  std::array<std::uint32_t, 8> key_;
  std::array<std::uint32_t, 16> block_;  // of which `used_` words have been given
  std::uint64_t counter_ = 0;
  std::size_t used_ = 16;
};

}  // namespace stdb
