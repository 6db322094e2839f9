// sdk/schema/.../detail/table_info.hpp: a table's options, sorted out at compile time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stdb/bsatn/detail/reflect.hpp"
#include "stdb/schema/index.hpp"
#include "stdb/schema/options.hpp"
#include "stdb/schema/outbox.hpp"
#include "stdb/schema/scheduled.hpp"

namespace stdb::detail {

struct IndexInfo {
  std::string_view accessor;   // what generated client code calls it
  std::string_view canonical;  // what the host calls it, where that was said
  std::span<const std::uint16_t> columns;
  IndexAlgorithm algorithm = IndexAlgorithm::btree;
  bool is_unique = false;

  constexpr bool has_columns_of(const IndexInfo& other) const {
    return std::equal(columns.begin(), columns.end(), other.columns.begin(), other.columns.end());
  }
};

template <class... Options>
struct OptionList {};

template <class Option>
inline constexpr bool is_key = Option::kind == OptionKind::primary_key || Option::kind == OptionKind::unique;

template <OptionKind Kind, class... Options>
inline constexpr std::size_t count_of = (std::size_t{0} + ... + (Options::kind == Kind ? 1 : 0));

// A key's column as a list of one, so that keys and indexes are alike.
template <class Option>
inline constexpr std::array<std::uint16_t, 1> key_columns = {static_cast<std::uint16_t>(Option::column::place)};

template <class Option>
constexpr IndexInfo index_info() {
  if constexpr (is_key<Option>) {
    return {Option::column::name, {}, key_columns<Option>, IndexAlgorithm::btree, true};
  } else {
    return {Option::accessor, {}, Option::columns, Option::algorithm, false};
  }
}

// The functions here that look at one option are templates of that alone, not lambdas, of which the compiler would make
// one for each table.
template <bool Wanted, class Option>
constexpr void add_index(IndexInfo*& at) {
  if constexpr (Wanted) *at++ = index_info<Option>();
}

// The options that declare indexes, in their order.
template <class... Options>
constexpr auto declared_indexes() {
  std::array<IndexInfo, count_of<OptionKind::index, Options...>> found{};
  [[maybe_unused]] IndexInfo* at = found.data();
  (add_index<(Options::kind == OptionKind::index), Options>(at), ...);
  return found;
}

// The keys as indexes, in their order.
template <class... Options>
constexpr auto declared_keys() {
  std::array<IndexInfo, (std::size_t{0} + ... + (is_key<Options> ? 1 : 0))> found{};
  [[maybe_unused]] IndexInfo* at = found.data();
  (add_index<is_key<Options>, Options>(at), ...);
  return found;
}

// How many of the indexes are over exactly a key's column, and so are that key's own.
constexpr std::size_t count_key_indexes(std::span<const IndexInfo> keys, std::span<const IndexInfo> indexes) {
  std::size_t count = 0;
  for (const IndexInfo& key : keys) {
    for (const IndexInfo& index : indexes) count += index.has_columns_of(key) ? 1 : 0;
  }
  return count;
}

// Behind the keys at the beginning of `found`, but what is a key's own says what that key's index is like.
constexpr void add_indexes(std::span<IndexInfo> found, std::size_t keys, std::span<const IndexInfo> indexes) {
  std::size_t count = keys;
  for (const IndexInfo& index : indexes) {
    std::size_t key = 0;
    while (key < keys && !found[key].has_columns_of(index)) ++key;
    if (key == keys) {
      found[count++] = index;
    } else {
      found[key].accessor = index.accessor;
      found[key].algorithm = index.algorithm;
    }
  }
}

template <class Option>
constexpr void name_index(std::span<IndexInfo> indexes) {
  if constexpr (Option::kind == OptionKind::index_name) {
    for (IndexInfo& index : indexes) {
      if (index.accessor == Option::accessor) index.canonical = Option::name;
    }
  }
}

// Keys first, then the indexes, each in the order of declaration.
template <class... Options>
constexpr auto collect_indexes() {
  constexpr auto keys = declared_keys<Options...>();
  constexpr auto others = declared_indexes<Options...>();
  std::array<IndexInfo, keys.size() + others.size() - count_key_indexes(keys, others)> indexes{};
  std::copy(keys.begin(), keys.end(), indexes.begin());
  add_indexes(indexes, keys.size(), others);
  (name_index<Options>(indexes), ...);
  return indexes;
}

inline constexpr std::size_t no_column = ~std::size_t{0};

template <bool Wanted, class Option>
constexpr void find_column(std::size_t& column) {
  if constexpr (Wanted) column = Option::column::place;
}

// The column of the one option of this kind, or no_column.
template <OptionKind Kind, class... Options>
constexpr std::size_t column_of() {
  std::size_t column = no_column;
  (find_column<(Options::kind == Kind), Options>(column), ...);
  return column;
}

template <bool Wanted, class Option>
constexpr void find_name(std::string_view& name) {
  if constexpr (Wanted) name = Option::name;
}

// The name that the one option of this kind says, or what there is without it.
template <OptionKind Kind, class... Options>
constexpr std::string_view name_or(std::string_view name) {
  (find_name<(Options::kind == Kind), Options>(name), ...);
  return name;
}

// The reducer or procedure that the rows of a scheduled table call; void for any other table.
template <class... Options>
struct TargetOf {
  using type = void;
};
template <class Option, class... Rest>
struct TargetOf<Option, Rest...> : TargetOf<Rest...> {};
template <auto Member, class Target, class... Rest>
struct TargetOf<scheduled<Member, Target>, Rest...> {
  using type = Target;
};

// What an outbox calls; for any other table there is nothing in it.
struct NoOutbox {
  using remote = void;
  using on_result = void;
};
template <class... Options>
struct OutboxOf {
  using type = NoOutbox;
};
template <class Option, class... Rest>
struct OutboxOf<Option, Rest...> : OutboxOf<Rest...> {};
template <auto Member, class Remote, class OnResult, class... Rest>
struct OutboxOf<outbox<Member, Remote, OnResult>, Rest...> {
  using type = outbox<Member, Remote, OnResult>;
};

}  // namespace stdb::detail
