// sdk/bsatn/.../detail/blake3.hpp: BLAKE3, the hash that identities are made with. Made for short texts: one
// compression at a time. Source: the BLAKE3 specification, section 2.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stdb::bsatn::detail {

namespace blake3 {

using Chain = std::array<std::uint32_t, 8>;
using Block = std::array<std::uint32_t, 16>;

inline constexpr Chain initial = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                  0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
inline constexpr std::array<std::uint8_t, 16> permutation = {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8};
inline constexpr std::size_t block_size = 64;
inline constexpr std::size_t chunk_size = 1024;

enum Flag : std::uint32_t { chunk_start = 1, chunk_end = 2, parent = 4, root = 8 };

constexpr void mix(Block& state, std::size_t a, std::size_t b, std::size_t c, std::size_t d, std::uint32_t x,
                   std::uint32_t y) {
  state[a] += state[b] + x;
  state[d] = std::rotr(state[d] ^ state[a], 16);
  state[c] += state[d];
  state[b] = std::rotr(state[b] ^ state[c], 12);
  state[a] += state[b] + y;
  state[d] = std::rotr(state[d] ^ state[a], 8);
  state[c] += state[d];
  state[b] = std::rotr(state[b] ^ state[c], 7);
}

constexpr Chain compress(const Chain& chain, Block message, std::uint64_t counter, std::size_t size,
                         std::uint32_t flags) {
  Block state{};
  std::copy(chain.begin(), chain.end(), state.begin());
  std::copy_n(initial.begin(), 4, state.begin() + 8);
  state[12] = static_cast<std::uint32_t>(counter);
  state[13] = static_cast<std::uint32_t>(counter >> 32);
  state[14] = static_cast<std::uint32_t>(size);
  state[15] = flags;
  for (int round = 0; round < 7; ++round) {
    for (std::size_t i = 0; i < 4; ++i) mix(state, i, 4 + i, 8 + i, 12 + i, message[2 * i], message[2 * i + 1]);
    for (std::size_t i = 0; i < 4; ++i) {
      mix(state, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, message[8 + 2 * i], message[9 + 2 * i]);
    }
    const Block before = message;
    for (std::size_t i = 0; i < message.size(); ++i) message[i] = before[permutation[i]];
  }
  Chain out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = state[i] ^ state[i + 8];
  return out;
}

constexpr Block block_of(std::string_view bytes) {
  Block block{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    block[i / 4] |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[i])) << (i % 4 * 8);
  }
  return block;
}

// At most chunk_size bytes.
constexpr Chain hash_chunk(std::string_view bytes, std::uint64_t number, std::uint32_t flags) {
  Chain chain = initial;
  std::uint32_t start = chunk_start;
  while (bytes.size() > block_size) {
    chain = compress(chain, block_of(bytes.substr(0, block_size)), number, block_size, start);
    bytes.remove_prefix(block_size);
    start = 0;
  }
  return compress(chain, block_of(bytes), number, bytes.size(), start | chunk_end | flags);
}

// The left half is the largest power of two of chunks that leaves something for the right one.
constexpr Chain hash_tree(std::string_view bytes, std::uint64_t number, std::uint32_t flags) {
  if (bytes.size() <= chunk_size) return hash_chunk(bytes, number, flags);
  const std::size_t left = std::bit_floor((bytes.size() - 1) / chunk_size);
  const Chain first = hash_tree(bytes.substr(0, left * chunk_size), number, 0);
  const Chain second = hash_tree(bytes.substr(left * chunk_size), number + left, 0);
  Block both{};
  std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), both.begin()));
  return compress(initial, both, 0, block_size, parent | flags);
}

}  // namespace blake3

// 32 bytes.
constexpr std::array<std::uint8_t, 32> blake3_of(std::string_view bytes) {
  const blake3::Chain chain = blake3::hash_tree(bytes, 0, blake3::root);
  std::array<std::uint8_t, 32> hash{};
  for (std::size_t i = 0; i < hash.size(); ++i) hash[i] = static_cast<std::uint8_t>(chain[i / 4] >> (i % 4 * 8));
  return hash;
}

}  // namespace stdb::bsatn::detail
