// sdk/module/.../detail/duplicates.hpp: whether two of several names are the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/module/detail/name_hash.hpp"

namespace stdb::detail {

using Hashes = std::span<const std::uint64_t>;

// Over all lists. A table, so that the cost grows with their number and not with its square. 0 stands for an empty
// place (a name whose hash is 0 would be said to be there twice).
constexpr bool has_equal_hashes(std::span<const Hashes> lists) {
  std::size_t count = 0;
  for (const Hashes list : lists) count += list.size();
  std::size_t room = 16;
  while (room < 2 * count) room *= 2;
  std::vector<std::uint64_t> table;
  table.assign(room, 0);
  std::uint64_t* const slots = table.data();
  for (const Hashes list : lists) {
    for (const std::uint64_t hash : list) {
      std::size_t slot = hash & (room - 1);
      while (slots[slot] != 0 && slots[slot] != hash) slot = (slot + 1) & (room - 1);
      if (slots[slot] == hash) return true;
      slots[slot] = hash;
    }
  }
  return false;
}

constexpr bool has_equal_hashes(Hashes hashes) { return has_equal_hashes(std::span<const Hashes>(&hashes, 1)); }

// By their hashes: the compiler compares texts a character at a time.
constexpr bool has_duplicates(std::span<const std::string_view> names) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(names.size());
  for (const std::string_view name : names) hashes.push_back((NameHash() << name).value());
  return has_equal_hashes(hashes);
}

// The places of two names that are the same, of which there are some.
constexpr std::pair<std::size_t, std::size_t> places_of_duplicates(std::span<const std::string_view> names) {
  for (std::size_t second = 1; second < names.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      if (names[first] == names[second]) return {first, second};
    }
  }
  return {0, 0};
}

}  // namespace stdb::detail
