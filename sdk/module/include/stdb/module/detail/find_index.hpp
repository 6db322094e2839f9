// sdk/module/.../detail/find_index.hpp: which index of a table by() means.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <type_traits>

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

template <class Table, auto... Members>
constexpr std::size_t index_over() {
  static_assert((true && ... && std::is_same_v<typename Column<Members>::row_type, typename Table::row_type>),
                "stdb: by() names a member of another struct than the table's row");
  constexpr std::size_t index = find_index<Table>({Column<Members>::place...});
  static_assert(index != no_index,
                "stdb: the table has no index over exactly these columns: declare one, for example "
                "stdb::btree<&Person::age>");
  return index;
}

}  // namespace stdb::detail
