// sdk/module/.../outbox_handle.hpp: OutboxHandle, what a module does with an outbox.
#pragma once

#include <cstdint>
#include <utility>

#include "stdb/module/detail/row_codec.hpp"
#include "stdb/module/read_only_handle.hpp"
#include "stdb/module/rows.hpp"

namespace stdb {

// Inserting sends; what is there has not been delivered yet, and can be looked at. The host erases it.
template <class Table>
class OutboxHandle {
 public:
  using row_type = typename Table::row_type;

  // As TableHandle::insert.
  row_type insert(row_type row) const {
    detail::insert_row<Table>(row);
    return row;
  }

  // As TableHandle::try_insert.
  Result<row_type, InsertError> try_insert(row_type row) const {
    return detail::answer_of<Table>(detail::try_insert_row<Table>(row), "try_insert", row);
  }

  // How many rows wait to be delivered. One host call.
  std::uint64_t count() const { return detail::count_rows(detail::table_of<Table>); }

  // All of them, in no order.
  Rows<row_type> rows() const { return {detail::scan_table(detail::table_of<Table>), detail::table_of<Table>}; }

  // The index over exactly these columns, for reading.
  template <auto... Members>
  auto by(Column<Members>...) const {
    return detail::handle_over<ReadOnlyIndexHandle, Table, detail::index_over<Table, Members...>()>();
  }
};

}  // namespace stdb
