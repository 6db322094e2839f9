// sdk/module/.../table_handle.hpp: TableHandle, what a module does with a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "stdb/module/detail/find_index.hpp"
#include "stdb/module/detail/handle_ids.hpp"
#include "stdb/module/detail/row_codec.hpp"
#include "stdb/module/index_handle.hpp"
#include "stdb/module/insert_error.hpp"
#include "stdb/module/rows.hpp"
#include "stdb/schema/column.hpp"

namespace stdb {

// A table of the database, within the transaction of a reducer. Comes from ctx.db[table]; without state, free to copy.
// Where a call says panic, the text is logged with its place, the module traps and the transaction is rolled back.
template <class Table>
class TableHandle {
 public:
  using row_type = typename Table::row_type;

  // Inserts the row and returns it as it is stored, with the generated value where an auto_inc column was 0. A row with
  // a unique value that exists already is a panic: try_insert answers it. A row equal to an existing one in every
  // column is there already; nothing happens. One host call.
  row_type insert(row_type row) const {
    detail::insert_row<Table>(row);
    return row;
  }

  // As insert, but a failure is an answer: a unique value that exists, or a schedule too far ahead. Other failures are
  // panics. One host call.
  Result<row_type, InsertError> try_insert(row_type row) const {
    return detail::answer_of<Table>(detail::try_insert_row<Table>(row), "try_insert", row);
  }

  // Erases the row that is equal in every column; whether there was one. One host call.
  bool erase(const row_type& row) const {
    const detail::RowBytes list = detail::encode_row<4>(row);
    bsatn::detail::put_integer(list.begin, std::uint32_t{1});
    return detail::erase_bytes(detail::table_of<Table>, list.begin, list.size) != 0;
  }

  // Erases the rows that are equal in every column to one of these; returns how many there were. One host call.
  std::uint32_t erase(std::span<const row_type> rows) const {
    const detail::RowBytes list = detail::encode_rows(rows);
    return detail::erase_bytes(detail::table_of<Table>, list.begin, list.size);
  }

  // Erases all rows; returns how many there were. One host call. Needs TARGET 2.2.
  std::uint64_t clear() const {
    static_assert(detail::offered<detail::has_clear, Table>, "stdb: clear() needs TARGET 2.2 or newer");
    std::uint64_t erased = 0;
    detail::expect_ok(stdb_datastore_clear(detail::table_id(detail::table_of<Table>), &erased), "clear", Table::name);
    return erased;
  }

  // How many rows the table has. One host call, whatever their number.
  std::uint64_t count() const { return detail::count_rows(detail::table_of<Table>); }

  // All rows, in no order. One host call, and one for each 32 KiB of rows.
  Rows<row_type> rows() const { return {detail::scan_table(detail::table_of<Table>), detail::table_of<Table>}; }

  // The index over exactly these columns: ctx.db[person].by(stdb::col<&Person::age>).
  template <auto... Members>
  auto by(Column<Members>...) const {
    return detail::handle_over<IndexHandle, Table, detail::index_over<Table, Members...>()>();
  }
};

}  // namespace stdb
