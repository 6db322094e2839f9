// sdk/module/.../detail/handle_ids.hpp: where the ids of a table and its indexes are kept.
#pragma once

#include <cstddef>
#include <cstdint>

#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/detail/table_piece.hpp"

namespace stdb::detail {

// The id cache: one word for each table and index that the module's code uses.
template <class Table>
inline constinit Named table_of{qualified_name<Table, Table::name>()};
template <class Table, std::size_t Index>
inline constinit Named index_of{qualified_name<Table, index_name<Table, Index>>()};

}  // namespace stdb::detail
