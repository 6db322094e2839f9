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

// The options of one kind, in the order of declaration.
template <OptionKind Kind, class... Options>
constexpr auto declared_indexes() {
  std::array<IndexInfo, count_of<Kind, Options...>> found{};
  std::size_t count = 0;
  const auto add = [&]<class Option>() {
    if constexpr (Option::kind == Kind) found[count++] = index_info<Option>();
  };
  (add.template operator()<Options>(), ...);
  static_cast<void>(add);  // a table without options
  static_cast<void>(count);
  return found;
}

// How many of the indexes are over exactly a key's column, and so are that key's own.
template <class... Options>
constexpr std::size_t count_key_indexes() {
  std::size_t count = 0;
  const auto indexes = declared_indexes<OptionKind::index, Options...>();
  const auto look = [&]<class Option>() {
    if constexpr (is_key<Option>) {
      for (const IndexInfo& index : indexes) count += index.has_columns_of(index_info<Option>()) ? 1 : 0;
    }
  };
  (look.template operator()<Options>(), ...);
  static_cast<void>(look);
  return count;
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
  constexpr std::size_t keys = count_of<OptionKind::primary_key, Options...> + count_of<OptionKind::unique, Options...>;
  constexpr std::size_t others = count_of<OptionKind::index, Options...>;
  std::array<IndexInfo, keys + others - count_key_indexes<Options...>()> indexes{};
  std::size_t count = 0;
  const auto add_key = [&]<class Option>() {
    if constexpr (is_key<Option>) indexes[count++] = index_info<Option>();
  };
  (add_key.template operator()<Options>(), ...);
  static_cast<void>(add_key);
  for (const IndexInfo& index : declared_indexes<OptionKind::index, Options...>()) {
    const auto key = std::find_if(indexes.begin(), indexes.begin() + keys,
                                  [&](const IndexInfo& one) { return one.has_columns_of(index); });
    if (key == indexes.begin() + keys) {
      indexes[count++] = index;
    } else {
      key->accessor = index.accessor;
      key->algorithm = index.algorithm;
    }
  }
  (name_index<Options>(indexes), ...);
  return indexes;
}

inline constexpr std::size_t no_column = ~std::size_t{0};

// The column of the one option of this kind, or no_column.
template <OptionKind Kind, class... Options>
constexpr std::size_t column_of() {
  std::size_t column = no_column;
  const auto look = [&]<class Option>() {
    if constexpr (Option::kind == Kind) column = Option::column::place;
  };
  (look.template operator()<Options>(), ...);
  static_cast<void>(look);  // a table without options
  return column;
}

// The name that the one option of this kind says, or what there is without it.
template <OptionKind Kind, class... Options>
constexpr std::string_view name_or(std::string_view name) {
  const auto look = [&]<class Option>() {
    if constexpr (Option::kind == Kind) name = Option::name;
  };
  (look.template operator()<Options>(), ...);
  static_cast<void>(look);
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
