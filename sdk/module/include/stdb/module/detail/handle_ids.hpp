// sdk/module/.../detail/handle_ids.hpp: where the ids of a table and its indexes are kept.
#pragma once

#include <cstddef>
#include <cstdint>

#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/detail/table_piece.hpp"

namespace stdb::detail {

// The id cache: one word for each table and index that the module's code uses.
template <class Table>
inline constinit std::uint32_t table_id_cache = 0;
template <class Table, std::size_t Index>
inline constinit std::uint32_t index_id_cache = 0;

template <class Table>
std::uint32_t table_id_of() {
  return table_id(table_id_cache<Table>, qualified_name<Table, Table::name>());
}
template <class Table, std::size_t Index>
std::uint32_t index_id_of() {
  return index_id(index_id_cache<Table, Index>, qualified_name<Table, index_name<Table, Index>>());
}

}  // namespace stdb::detail
