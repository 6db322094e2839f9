// sdk/schema/.../detail/table_info.hpp: a table's options, sorted out at compile time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stdb/bsatn/detail/reflect.hpp"
#include "stdb/schema/options.hpp"

namespace stdb::detail {

struct IndexInfo {
  std::string_view accessor;  // what generated client code calls it
  std::span<const std::uint16_t> columns;
  bool is_unique = false;
};

template <class Option>
inline constexpr bool is_key = Option::kind == OptionKind::primary_key || Option::kind == OptionKind::unique;

template <class Option>
inline constexpr bool has_index = is_key<Option> || Option::kind == OptionKind::index;

template <OptionKind Kind, class... Options>
inline constexpr std::size_t count_of = (std::size_t{0} + ... + (Options::kind == Kind ? 1 : 0));

// A key's column as a list of one, so that keys and indexes are alike.
template <class Option>
inline constexpr std::array<std::uint16_t, 1> key_columns = {static_cast<std::uint16_t>(Option::column::place)};

template <class Option>
constexpr IndexInfo index_info() {
  if constexpr (is_key<Option>) {
    return {Option::column::name, key_columns<Option>, true};
  } else {
    return {Option::accessor, Option::columns, false};
  }
}

// Keys first, then the indexes, each in the order of declaration.
template <class... Options>
constexpr auto collect_indexes() {
  std::array<IndexInfo, (std::size_t{0} + ... + (has_index<Options> ? 1 : 0))> indexes{};
  std::size_t count = 0;
  const auto add = [&]<class Option>(bool keys) {
    if constexpr (has_index<Option>) {
      if (is_key<Option> == keys) indexes[count++] = index_info<Option>();
    }
  };
  for (const bool keys : {true, false}) {
    (add.template operator()<Options>(keys), ...);
    static_cast<void>(keys);  // a table without options
  }
  static_cast<void>(add);
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

}  // namespace stdb::detail
