// sdk/module/.../detail/find_index.hpp: which index of a table by() means.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <type_traits>

#include "stdb/module/detail/refused.hpp"
#include "stdb/schema/column.hpp"

namespace stdb::detail {

inline constexpr std::size_t no_index = ~std::size_t{0};

// The table's index over exactly these columns in this order.
template <class Table>
constexpr std::size_t find_index(std::initializer_list<std::size_t> columns) {
  for (std::size_t index = 0; index < Table::indexes.size(); ++index) {
    const auto& have = Table::indexes[index].columns;
    if (have.size() == columns.size() && std::equal(columns.begin(), columns.end(), have.begin())) return index;
  }
  return no_index;
}

// no_index, refused in words, where there is none.
template <class Table, auto... Members>
constexpr std::size_t index_over() {
  constexpr bool are_of_row =
      (true && ... && std::is_same_v<typename Column<Members>::row_type, typename Table::row_type>);
  static_assert(are_of_row, "stdb: by() names a member of another struct than the table's row");
  constexpr std::size_t index = are_of_row ? find_index<Table>({Column<Members>::place...}) : no_index;
  static_assert(index != no_index || !are_of_row,
                "stdb: the table has no index over exactly these columns: declare one, for example "
                "stdb::btree<&Person::age>");
  return index;
}

// What by() gives.
template <template <class, std::size_t> class Handle, class Table, std::size_t Index>
constexpr auto handle_over() {
  if constexpr (Index == no_index) {
    return RefusedIndex<typename Table::row_type>();
  } else {
    return Handle<Table, Index>();
  }
}

}  // namespace stdb::detail
