// sdk/module/src/random.cpp: ChaCha with 12 rounds, and what is made of its words as rand 0.8 does.
#include "stdb/module/random.hpp"

#include <cstring>
#include <limits>
#include <numeric>

#include "stdb/bsatn/violation.hpp"

namespace stdb {
namespace {

using bsatn::detail::Words;

// RFC 8439, 2.1.
void quarter_round(std::array<std::uint32_t, 16>& state, std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
  state[a] += state[b];
  state[d] = std::rotl(state[d] ^ state[a], 16);
  state[c] += state[d];
  state[b] = std::rotl(state[b] ^ state[c], 12);
  state[a] += state[b];
  state[d] = std::rotl(state[d] ^ state[a], 8);
  state[c] += state[d];
  state[b] = std::rotl(state[b] ^ state[c], 7);
}

struct Product {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

// In halves: a product of 128 bits needs a helper of the compiler's in wasm.
Product multiply(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t a_low = a & 0xFFFF'FFFF;
  const std::uint64_t b_low = b & 0xFFFF'FFFF;
  const std::uint64_t low = a_low * b_low;
  const std::uint64_t middle = (a >> 32) * b_low + (low >> 32);
  const std::uint64_t other = a_low * (b >> 32) + (middle & 0xFFFF'FFFF);
  return {(other << 32) | (low & 0xFFFF'FFFF), (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32)};
}

Words low_words(const Words& words, std::size_t count) {
  Words low{};
  for (std::size_t i = 0; i < count; ++i) low[i] = words[i];
  return low;
}

std::size_t leading_zeros(const Words& words) {
  for (std::size_t i = words.size(); i-- > 0;) {
    if (words[i] != 0) return (words.size() - 1 - i) * 64 + static_cast<std::size_t>(std::countl_zero(words[i]));
  }
  return 256;
}

template <class Real>
Real draw_between(Real low, Real high, Random& random) {
  Real scale = high - low;
  if (!(low < high) || scale > std::numeric_limits<Real>::max())
    bsatn::violation("a Random was asked for a range that is empty or infinite");
  for (;;) {
    Real fraction = 0;
    if constexpr (sizeof(Real) == 4) {
      fraction = std::bit_cast<float>((random.next_u32() >> 9) | 0x3F80'0000u) - 1;
    } else {
      fraction = std::bit_cast<double>((random.next_u64() >> 12) | 0x3FF0'0000'0000'0000u) - 1;
    }
    const Real value = fraction * scale + low;
    if (value < high) return value;
    // Rounding gave the end itself: the next smaller scale.
    using Bits = std::conditional_t<sizeof(Real) == 4, std::uint32_t, std::uint64_t>;
    scale = std::bit_cast<Real>(std::bit_cast<Bits>(scale) - 1);
  }
}

}  // namespace

// A 64-bit seed becomes the key by a generator of its own, PCG. Source: rand_core 0.6, seed_from_u64.
Random::Random(std::uint64_t seed) {
  for (std::uint32_t& word : key_) {
    seed = seed * 6364136223846793005u + 11634580027462260723u;
    const auto mixed = static_cast<std::uint32_t>(((seed >> 18) ^ seed) >> 27);
    const auto turn = static_cast<std::uint32_t>(seed >> 59);
    // One instruction, and the same for every turn; std::rotr looks whether it is 0.
    word = (mixed >> turn) | (mixed << (-turn & 31));
  }
}

void Random::refuse_range() { bsatn::violation("a Random was asked for a range whose end lies before its beginning"); }

void Random::refill() {
  const std::array<std::uint32_t, 16> start = {0x61707865,
                                               0x3320646e,
                                               0x79622d32,
                                               0x6b206574,
                                               key_[0],
                                               key_[1],
                                               key_[2],
                                               key_[3],
                                               key_[4],
                                               key_[5],
                                               key_[6],
                                               key_[7],
                                               static_cast<std::uint32_t>(counter_),
                                               static_cast<std::uint32_t>(counter_ >> 32),
                                               0,
                                               0};
  block_ = start;
  for (int round = 0; round < 6; ++round) {
    for (std::size_t i = 0; i < 4; ++i) quarter_round(block_, i, 4 + i, 8 + i, 12 + i);
    for (std::size_t i = 0; i < 4; ++i) {
      quarter_round(block_, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
  }
  for (std::size_t i = 0; i < block_.size(); ++i) block_[i] += start[i];
  ++counter_;
  used_ = 0;
}

std::uint32_t Random::next_u32() {
  if (used_ == block_.size()) refill();
  return block_[used_++];
}

std::uint64_t Random::next_u64() {
  const std::uint64_t low = next_u32();
  return low | (static_cast<std::uint64_t>(next_u32()) << 32);
}

Words Random::next_words(std::size_t count) {
  Words words{};
  for (std::size_t i = 0; i < count; ++i) words[i] = next_u64();
  return words;
}

// A word is spent for each four bytes begun.
void Random::fill(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const std::uint32_t word = next_u32();
    const std::size_t size = bytes.size() < 4 ? bytes.size() : 4;
    std::memcpy(bytes.data(), &word, size);
    bytes = bytes.subspan(size);
  }
}

// The high half of the product with a random word is the result; a low half beyond the zone would make some results
// more likely than others and is drawn again. Source: rand 0.8, UniformInt::sample_single_inclusive.
std::uint32_t Random::below_u32(std::uint32_t count, bool exact) {
  const std::uint32_t zone = exact ? ~std::uint32_t{0} - (0 - count) % count : (count << std::countl_zero(count)) - 1;
  for (;;) {
    const std::uint64_t product = static_cast<std::uint64_t>(next_u32()) * count;
    if (static_cast<std::uint32_t>(product) <= zone) return static_cast<std::uint32_t>(product >> 32);
  }
}

std::uint64_t Random::below_u64(std::uint64_t count) {
  const std::uint64_t zone = (count << std::countl_zero(count)) - 1;
  for (;;) {
    const Product product = multiply(next_u64(), count);
    if (product.low <= zone) return product.high;
  }
}

// Of 128 bits as Rust does it, whose product fits the words; of 256 by drawing again what is too large.
Words Random::range_words(const Words& low, const Words& high, std::size_t words) {
  const Words last = low_words(bsatn::detail::subtract(high, low), words);
  const Words count = low_words(bsatn::detail::add(last, {1, 0, 0, 0}), words);
  if (bsatn::detail::is_zero(count)) return next_words(words);
  if (words == 2) {
    const std::size_t shift = leading_zeros(count) - 128;
    const Words zone = bsatn::detail::subtract(low_words(bsatn::detail::shift_left(count, shift), 2), {1, 0, 0, 0});
    for (;;) {
      const Words product = bsatn::detail::multiply(next_words(2), count);
      if (bsatn::detail::is_less(zone, low_words(product, 2))) continue;
      return bsatn::detail::add(low, {product[2], product[3], 0, 0});
    }
  }
  const std::size_t unused = leading_zeros(last);
  for (;;) {
    const Words drawn = unused < 256 ? bsatn::detail::shift_right(next_words(4), unused, 0) : Words{};
    if (!bsatn::detail::is_less(last, drawn)) return bsatn::detail::add(low, drawn);
  }
}

double Random::real_between(double low, double high) { return draw_between(low, high, *this); }

float Random::real_between(float low, float high) { return draw_between(low, high, *this); }

bool Random::chance(double probability) {
  if (probability >= 1) return true;
  const std::uint64_t drawn = next_u64();
  return probability > 0 && drawn < static_cast<std::uint64_t>(probability * 0x1p64);
}

std::size_t Random::index(std::size_t count) {
  if (count <= 0xFFFF'FFFF) return below_u32(static_cast<std::uint32_t>(count), false);
  return static_cast<std::size_t>(below_u64(count));
}

// The first `count` places of a shuffle that is broken off.
std::vector<std::size_t> Random::sample_places(std::size_t size, std::size_t count) {
  std::vector<std::size_t> places(size);
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (count > size) count = size;
  for (std::size_t i = 0; i < count; ++i) std::swap(places[i], places[i + index(size - i)]);
  places.resize(count);
  return places;
}

}  // namespace stdb
