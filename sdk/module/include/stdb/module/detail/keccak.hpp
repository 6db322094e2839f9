// sdk/module/.../detail/keccak.hpp: the hash Keccak-256, at compile time.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace stdb::detail {

// The permutation of Keccak over 1600 bits: 25 words, 24 rounds. Source: the Keccak reference, version 3.0.
class KeccakState {
 public:
  constexpr void absorb(std::size_t place, std::uint8_t byte) {
    words_[place / 8] ^= static_cast<std::uint64_t>(byte) << (8 * (place % 8));
  }
  constexpr std::uint8_t byte(std::size_t place) const {
    return static_cast<std::uint8_t>(words_[place / 8] >> (8 * (place % 8)));
  }

  constexpr void permute() {
    std::uint8_t feedback = 1;
    for (int round = 0; round < 24; ++round) {
      mix_columns();
      rotate_and_move();
      mix_rows();
      for (int bit = 0; bit < 7; ++bit) {
        if (feedback & 1) words_[0] ^= std::uint64_t{1} << ((1 << bit) - 1);
        feedback = static_cast<std::uint8_t>((feedback << 1) ^ ((feedback >> 7) * 0x71));
      }
    }
  }

 private:
  constexpr void mix_columns() {
    std::array<std::uint64_t, 5> parity{};
    for (std::size_t x = 0; x < 5; ++x) {
      for (std::size_t y = 0; y < 5; ++y) parity[x] ^= words_[x + 5 * y];
    }
    for (std::size_t x = 0; x < 5; ++x) {
      const std::uint64_t change = parity[(x + 4) % 5] ^ std::rotl(parity[(x + 1) % 5], 1);
      for (std::size_t y = 0; y < 5; ++y) words_[x + 5 * y] ^= change;
    }
  }

  constexpr void rotate_and_move() {
    std::size_t x = 1;
    std::size_t y = 0;
    std::uint64_t moving = words_[1];
    for (int step = 0; step < 24; ++step) {
      const std::size_t next = (2 * x + 3 * y) % 5;
      x = y;
      y = next;
      const std::uint64_t displaced = words_[x + 5 * y];
      words_[x + 5 * y] = std::rotl(moving, ((step + 1) * (step + 2) / 2) % 64);
      moving = displaced;
    }
  }

  constexpr void mix_rows() {
    for (std::size_t y = 0; y < 25; y += 5) {
      const std::array<std::uint64_t, 5> row = {words_[y], words_[y + 1], words_[y + 2], words_[y + 3], words_[y + 4]};
      for (std::size_t x = 0; x < 5; ++x) words_[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
  }

  std::array<std::uint64_t, 25> words_{};
};

// With the padding of the original Keccak, which is not that of SHA3-256.
constexpr std::array<std::uint8_t, 32> keccak_256(std::span<const std::uint8_t> bytes) {
  constexpr std::size_t rate = 136;
  KeccakState state;
  std::size_t place = 0;
  for (const std::uint8_t byte : bytes) {
    state.absorb(place++, byte);
    if (place == rate) {
      state.permute();
      place = 0;
    }
  }
  state.absorb(place, 0x01);
  state.absorb(rate - 1, 0x80);
  state.permute();
  std::array<std::uint8_t, 32> hash{};
  for (std::size_t i = 0; i < hash.size(); ++i) hash[i] = state.byte(i);
  return hash;
}

}  // namespace stdb::detail
