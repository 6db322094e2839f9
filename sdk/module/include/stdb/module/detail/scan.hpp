// sdk/module/.../detail/scan.hpp: index keys and bounds as the host wants them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/encode.hpp"
#include "stdb/module/detail/row_source.hpp"
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/module/key.hpp"

namespace stdb::detail {

template <class T>
constexpr std::size_t measure_key(const key_t<T>& value) {
  if constexpr (std::same_as<T, std::string>) {
    return 4 + value.size();
  } else {
    return bsatn::measure(value);
  }
}

// The size of a key of these columns, or varying.
template <class... T>
constexpr std::size_t key_size() {
  return bsatn::detail::layout_of_product({bsatn::detail::layout<T>...}, 0).fixed_size;
}

template <class T>
constexpr std::uint8_t* encode_key(std::uint8_t* at, const key_t<T>& value) {
  if constexpr (std::same_as<T, std::string>) {
    return bsatn::detail::encode_text(at, value);
  } else {
    return bsatn::encode_at(at, value);
  }
}

// Hosts before 2.2 take an excluded bound for an included one where the index has further columns after it. Whole
// numbers are asked for by their neighbour instead.
template <class T>
constexpr bool shift_excluded(Range<T>& range) {
  if (range.low_kind == BoundKind::excluded) {
    T next = range.low;
    if (++next < range.low) return false;  // nothing is greater
    range.low = next;
    range.low_kind = BoundKind::included;
  }
  if (range.high_kind == BoundKind::excluded) {
    if (range.high == std::numeric_limits<T>::min()) return false;
    --range.high;
    range.high_kind = BoundKind::included;
  }
  return true;
}

// A range scan's arguments: the leading columns' values, then bounds on the column after them. All in the scratch
// buffer.
struct RangeArguments {
  std::span<const std::uint8_t> prefix;
  std::uint32_t prefix_columns = 0;
  std::span<const std::uint8_t> low;
  std::span<const std::uint8_t> high;
};

// Shared by all tables and indexes; the templates above them only encode. What scans is an iterator of the host.
std::uint32_t scan_table(Named& table);
std::uint32_t scan_point(Named& index, const std::uint8_t* key, std::uint32_t size);
std::uint32_t scan_range(Named& index, const RangeArguments& arguments);
std::uint32_t erase_point(Named& index, const std::uint8_t* key, std::uint32_t size);
std::uint32_t erase_range(Named& index, const RangeArguments& arguments);

// Reads the first row with this key into the scratch buffer, where the key may be; where the row ends, or null if there
// is none. Two host calls.
const std::uint8_t* find_row(Named& index, const std::uint8_t* key, std::uint32_t size);

// The values of the leading columns, one after another, which is also the whole key where they are all.
template <class... T>
std::uint8_t* encode_keys(std::uint8_t* at, const Key<T>&... keys) {
  ((at = encode_key<T>(at, keys.value)), ...);
  return at;
}

// Bound<T> as bytes: a tag and, unless unbounded, the value.
template <class T>
std::uint8_t* encode_bound(std::uint8_t* at, BoundKind kind, const key_t<T>& value) {
  *at++ = static_cast<std::uint8_t>(kind);
  return kind == BoundKind::unbounded ? at : encode_key<T>(at, value);
}

template <class Last, class... T>
RangeArguments encode_range(const Bounds<Last>& bounds, const Key<T>&... prefix) {
  const auto& range = bounds.range;
  const std::size_t prefix_size = (std::size_t{0} + ... + measure_key<T>(prefix.value));
  std::uint8_t* const at = scratch(prefix_size + 2 + measure_key<Last>(range.low) + measure_key<Last>(range.high));
  std::uint8_t* const low = encode_keys(at, prefix...);
  std::uint8_t* const high = encode_bound<Last>(low, range.low_kind, range.low);
  std::uint8_t* const end = encode_bound<Last>(high, range.high_kind, range.high);
  return {{at, low}, static_cast<std::uint32_t>(sizeof...(T)), {low, high}, {high, end}};
}

// Equality on the leading columns of an index that has more.
template <class Last, class... T>
RangeArguments encode_prefix(const Key<Last>& last, const Key<T>&... prefix) {
  Range<key_t<Last>> range{last.value, last.value, BoundKind::included, BoundKind::included};
  return encode_range<Last>(Bounds<Last>(range), prefix...);
}

}  // namespace stdb::detail
