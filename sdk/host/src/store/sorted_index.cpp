// sdk/host/src/store/sorted_index.cpp: keys in order, each with the slot of its row.
#include "store/sorted_index.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/little_endian.hpp"

namespace stdb::host {
namespace {

constexpr std::size_t prefix_size = sizeof(std::uint64_t);

// The first eight bytes as a number that sorts like them; shorter keys are filled up with zeros, which cannot make two
// keys look alike, because none is the start of another.
std::uint64_t prefix_of(ByteView key) {
  std::uint8_t bytes[prefix_size]{};
  std::copy_n(key.begin(), std::min(key.size(), prefix_size), bytes);
  return __builtin_bswap64(load<std::uint64_t>(bytes));
}

int compare_bytes(ByteView left, ByteView right) {
  const std::size_t shared = std::min(left.size(), right.size());
  return shared == 0 ? 0 : std::memcmp(left.data(), right.data(), shared);
}

}  // namespace

SortedIndex::Probe SortedIndex::probe_of(ByteView key) {
  const std::size_t bits = 8 * std::min(key.size(), prefix_size);
  const std::uint64_t mask = bits == 0 ? 0 : ~std::uint64_t{0} << (64 - bits);
  return {key, prefix_of(key), mask};
}

int SortedIndex::compare(std::uint64_t prefix, Slot slot, const Probe& probe) const {
  const std::uint64_t covered = prefix & probe.mask;
  if (covered != probe.prefix) return covered < probe.prefix ? -1 : 1;
  if (probe.key.size() <= prefix_size) return 0;
  scratch_.clear();
  source_->write_key(slot, scratch_);
  return compare_bytes(scratch_, probe.key);
}

namespace {

// How many of `count` things, of which the first ones are before, are so. No branch depends on what is found: guesses
// of the processor would be wrong half of the time.
template <class IsBefore>
std::size_t count_before(std::size_t count, IsBefore is_before) {
  std::size_t start = 0;
  while (count > 1) {
    const std::size_t half = count / 2;
    start += is_before(start + half - 1) ? half : 0;
    count -= half;
  }
  return start + (count == 1 && is_before(start) ? 1 : 0);
}

// Has the processor fetch where a search goes first in a leaf of `count` entries.
template <class Leaf>
void ask_for(const Leaf& leaf, std::size_t count) {
  for (std::size_t eighth = 0; eighth < 8; ++eighth) __builtin_prefetch(&leaf.prefixes[count * eighth / 8]);
}

}  // namespace

// The place before the first entry for which `before` is false.
template <class Before>
SortedIndex::Place SortedIndex::partition(Before before) const {
  const std::size_t leaves =
      count_before(firsts_.size(), [&](std::size_t at) { return before(firsts_[at].prefix, firsts_[at].slot); });
  if (leaves == 0) return begin();
  // The last of these leaves may hold entries that are not before; its first one is.
  const Leaf& leaf = *leaves_[leaves - 1];
  // In a large index the leaf is seldom in the cache.
  ask_for(leaf, leaf.count);
  const std::size_t others = count_before(leaf.count - 1, [&](std::size_t behind_first) {
    return before(leaf.prefixes[behind_first + 1], leaf.slots[behind_first + 1]);
  });
  const std::size_t at = 1 + others;
  return at < leaf.count ? Place{leaves - 1, at} : Place{leaves, 0};
}

SortedIndex::Place SortedIndex::find(ByteView bound, bool after_equal) const {
  const Probe probe = probe_of(bound);
  if (bound.size() <= prefix_size) {
    // Nothing but prefixes counts.
    if (!after_equal) return partition([&](std::uint64_t prefix, Slot) { return prefix < probe.prefix; });
    const std::uint64_t last = probe.prefix | ~probe.mask;
    return partition([&](std::uint64_t prefix, Slot) { return prefix <= last; });
  }
  const int limit = after_equal ? 1 : 0;
  return partition([&](std::uint64_t prefix, Slot slot) { return compare(prefix, slot, probe) < limit; });
}

SortedIndex::Range SortedIndex::equal_to(ByteView key) const {
  const Place first = find(key, false);
  if (first == end() || !matches(first, key)) return {first, first};
  const Place second = next(first);
  return {first, second == end() || !matches(second, key) ? second : find(key, true)};
}

bool SortedIndex::matches(Place place, ByteView key) const {
  return compare(leaves_[place.leaf]->prefixes[place.at], slot_at(place), probe_of(key)) == 0;
}

SortedIndex::Place SortedIndex::place_of(ByteView key, Slot slot) const {
  const Probe probe = probe_of(key);
  if (key.size() <= prefix_size) return place_of({probe.prefix, slot});
  return partition([&](std::uint64_t prefix, Slot other) {
    const int order = compare(prefix, other, probe);
    return order < 0 || (order == 0 && other < slot);
  });
}

// Of an entry whose key its prefix holds.
SortedIndex::Place SortedIndex::place_of(Entry entry) const {
  return partition([&](std::uint64_t prefix, Slot other) {
    return (prefix < entry.prefix) | ((prefix == entry.prefix) & (other < entry.slot));
  });
}

std::unique_ptr<SortedIndex::Leaf> SortedIndex::new_leaf() {
  return spare_ ? std::move(spare_) : std::make_unique_for_overwrite<Leaf>();
}

void SortedIndex::note_first(std::size_t leaf) {
  firsts_[leaf] = {leaves_[leaf]->prefixes[0], leaves_[leaf]->slots[0]};
}

void SortedIndex::split(std::size_t index) {
  Leaf& full = *leaves_[index];
  auto upper = new_leaf();
  // Keys often come in rising order; the last leaf then stays nearly full.
  const std::uint32_t keep = index + 1 == leaves_.size() ? leaf_capacity - leaf_capacity / 8 : leaf_capacity / 2;
  upper->count = full.count - keep;
  std::copy_n(full.prefixes + keep, upper->count, upper->prefixes);
  std::copy_n(full.slots + keep, upper->count, upper->slots);
  full.count = keep;
  const auto at = static_cast<std::ptrdiff_t>(index) + 1;
  leaves_.insert(leaves_.begin() + at, std::move(upper));
  firsts_.insert(firsts_.begin() + at, Entry{});
  note_first(index + 1);
}

void SortedIndex::insert(ByteView key, Slot slot) { insert_at(place_of(key, slot), key, slot); }

void SortedIndex::insert_at(Place place, ByteView key, Slot slot) {
  if (leaves_.empty()) {
    leaves_.push_back(new_leaf());
    firsts_.push_back({});
  }
  // Between two leaves: at the end of the first, where the search began.
  if (place.at == 0 && place.leaf > 0) place = {place.leaf - 1, leaves_[place.leaf - 1]->count};
  if (leaves_[place.leaf]->count == leaf_capacity) {
    split(place.leaf);
    const std::uint32_t kept = leaves_[place.leaf]->count;
    if (place.at > kept) place = {place.leaf + 1, place.at - kept};
  }
  Leaf& leaf = *leaves_[place.leaf];
  std::copy_backward(leaf.prefixes + place.at, leaf.prefixes + leaf.count, leaf.prefixes + leaf.count + 1);
  std::copy_backward(leaf.slots + place.at, leaf.slots + leaf.count, leaf.slots + leaf.count + 1);
  leaf.prefixes[place.at] = prefix_of(key);
  leaf.slots[place.at] = slot;
  ++leaf.count;
  ++size_;
  has_long_keys_ |= key.size() > prefix_size;
  if (place.at == 0) note_first(place.leaf);
}

void SortedIndex::erase(ByteView key, Slot slot) { erase_at(place_of(key, slot)); }

void SortedIndex::erase_all(std::span<const Slot> slots) {
  for (; slots.size() > leaf_capacity; slots = slots.subspan(leaf_capacity)) erase_block(slots.first(leaf_capacity));
  erase_block(slots);
}

// At most so many as a leaf has.
void SortedIndex::erase_block(std::span<const Slot> slots) {
  // As in absorb, all leaves are asked for before the first is needed.
  std::uint64_t prefixes[leaf_capacity];
  bool are_long[leaf_capacity];
  for (std::size_t at = 0; at < slots.size(); ++at) {
    other_scratch_.clear();
    source_->write_key(slots[at], other_scratch_);
    const std::uint64_t prefix = prefixes[at] = prefix_of(other_scratch_);
    are_long[at] = other_scratch_.size() > prefix_size;
    const std::size_t leaf = count_before(firsts_.size() - 1, [&](std::size_t before) {
      const Entry& first = firsts_[before + 1];
      return (first.prefix < prefix) | ((first.prefix == prefix) & (first.slot <= slots[at]));
    });
    ask_for(*leaves_[leaf], leaves_[leaf]->count);
  }
  for (std::size_t at = 0; at < slots.size(); ++at) {
    if (are_long[at]) {
      other_scratch_.clear();
      source_->write_key(slots[at], other_scratch_);
      erase(other_scratch_, slots[at]);
    } else {
      erase_at(place_of({prefixes[at], slots[at]}));
    }
  }
}

void SortedIndex::erase_at(Place place) {
  Leaf& leaf = *leaves_[place.leaf];
  std::copy(leaf.prefixes + place.at + 1, leaf.prefixes + leaf.count, leaf.prefixes + place.at);
  std::copy(leaf.slots + place.at + 1, leaf.slots + leaf.count, leaf.slots + place.at);
  --leaf.count;
  --size_;
  if (leaf.count == 0) {
    const auto at = static_cast<std::ptrdiff_t>(place.leaf);
    leaves_.erase(leaves_.begin() + at);
    firsts_.erase(firsts_.begin() + at);
    return;
  }
  if (place.at == 0) note_first(place.leaf);
  join_if_sparse(place.leaf);
}

// Keeps memory in proportion to the entries after many have gone.
void SortedIndex::join_if_sparse(std::size_t index) {
  constexpr std::size_t sparse = leaf_capacity / 4;
  if (leaves_[index]->count >= sparse || index + 1 >= leaves_.size()) return;
  Leaf& leaf = *leaves_[index];
  const Leaf& following = *leaves_[index + 1];
  if (following.count >= sparse) return;
  std::copy_n(following.prefixes, following.count, leaf.prefixes + leaf.count);
  std::copy_n(following.slots, following.count, leaf.slots + leaf.count);
  leaf.count += following.count;
  const auto at = static_cast<std::ptrdiff_t>(index) + 1;
  leaves_.erase(leaves_.begin() + at);
  firsts_.erase(firsts_.begin() + at);
}

void SortedIndex::clear() {
  if (!leaves_.empty()) spare_ = std::move(leaves_.front());
  if (spare_) spare_->count = 0;
  leaves_.clear();
  firsts_.clear();
  size_ = 0;
}

void SortedIndex::absorb(SortedIndex& other) {
  has_long_keys_ |= other.has_long_keys_;
  if (size_ == 0) {
    std::swap(leaves_, other.leaves_);
    std::swap(firsts_, other.firsts_);
  } else {
    for (const auto& given : other.leaves_) absorb(*given);
  }
  size_ += other.size_;
  other.clear();
}

// Of two different entries. No branch depends on keys that their prefixes hold.
bool SortedIndex::is_before(Entry left, Entry right) const {
  if (has_long_keys_ && left.prefix == right.prefix) {
    scratch_.clear();
    source_->write_key(left.slot, scratch_);
    other_scratch_.clear();
    source_->write_key(right.slot, other_scratch_);
    if (const int order = compare_bytes(scratch_, other_scratch_); order != 0) return order < 0;
  }
  return (left.prefix < right.prefix) | ((left.prefix == right.prefix) & (left.slot < right.slot));
}

// The leaf that an entry belongs to, which is `from` or one behind it.
std::size_t SortedIndex::leaf_for(Entry entry, std::size_t from) const {
  return from + count_before(firsts_.size() - from - 1,
                             [&](std::size_t behind) { return is_before(firsts_[from + 1 + behind], entry); });
}

void SortedIndex::absorb(const Leaf& given) {
  // In a large index each entry may go to another leaf, and none is in the cache: all are asked for first.
  std::size_t leaves[leaf_capacity];
  std::size_t leaf = 0;
  for (std::uint32_t at = 0; at < given.count; ++at) {
    leaf = leaves[at] = leaf_for({given.prefixes[at], given.slots[at]}, leaf);
    if (at == 0 || leaf != leaves[at - 1]) ask_for(*leaves_[leaf], leaf_capacity);
  }
  // From the last to the first: a leaf that is split moves those behind it.
  for (std::uint32_t last = given.count; last > 0;) {
    std::uint32_t first = last - 1;
    while (first > 0 && leaves[first - 1] == leaves[last - 1]) --first;
    absorb(given, first, last, leaves[last - 1]);
    last = first;
  }
}

// Entries that all belong to one leaf.
void SortedIndex::absorb(const Leaf& given, std::uint32_t first, std::uint32_t last, std::size_t leaf) {
  while (true) {
    const std::uint32_t fitting = std::min<std::uint32_t>(last - first, leaf_capacity - leaves_[leaf]->count);
    merge(given, first, first + fitting, leaf);
    first += fitting;
    if (first == last) return;
    split(leaf);
    std::uint32_t others = last;  // those that belong to the new leaf
    while (others > first && is_before(firsts_[leaf + 1], {given.prefixes[others - 1], given.slots[others - 1]}))
      --others;
    if (others < last) absorb(given, others, last, leaf + 1);
    last = others;
  }
}

// Entries that all belong to one leaf and fit into it.
void SortedIndex::merge(const Leaf& given, std::uint32_t first, std::uint32_t last, std::size_t leaf) {
  Leaf& target = *leaves_[leaf];
  std::size_t end = target.count;  // of the entries that have not moved
  for (std::uint32_t from = last; from-- > first;) {
    const Entry entry{given.prefixes[from], given.slots[from]};
    const std::size_t place =
        count_before(end, [&](std::size_t at) { return is_before({target.prefixes[at], target.slots[at]}, entry); });
    const std::size_t shift = from - first + 1;
    std::copy_backward(target.prefixes + place, target.prefixes + end, target.prefixes + end + shift);
    std::copy_backward(target.slots + place, target.slots + end, target.slots + end + shift);
    target.prefixes[place + shift - 1] = entry.prefix;
    target.slots[place + shift - 1] = entry.slot;
    end = place;
  }
  target.count += last - first;
  if (end == 0 && first < last) note_first(leaf);
}

}  // namespace stdb::host
