// sdk/module/.../table_handle.hpp: TableHandle, what a module does with a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>

#include "stdb/module/detail/handle_ids.hpp"
#include "stdb/module/detail/row_codec.hpp"
#include "stdb/module/index_handle.hpp"
#include "stdb/module/insert_error.hpp"
#include "stdb/module/rows.hpp"
#include "stdb/schema/column.hpp"

namespace stdb {

namespace detail {

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

}  // namespace detail

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
    const std::int32_t code = detail::insert_row<Table>(detail::table_id_of<Table>(), row);
    detail::expect_ok(code, "insert", Table::name);
    return row;
  }

  // As insert, but a failure is an answer.
  Result<row_type, InsertError> try_insert(row_type row) const {
    const std::int32_t code = detail::insert_row<Table>(detail::table_id_of<Table>(), row);
    if (code == STDB_UNIQUE_ALREADY_EXISTS) return Err(InsertError::unique_already_exists);
    if (code == STDB_SCHEDULE_AT_DELAY_TOO_LONG) return Err(InsertError::schedule_at_delay_too_long);
    detail::expect_ok(code, "try_insert", Table::name);
    return Ok(std::move(row));
  }

  // Erases the row that is equal in every column; whether there was one.
  bool erase(const row_type& row) const {
    const std::uint32_t table = detail::table_id_of<Table>();
    const std::size_t size = 4 + bsatn::measure(row);
    std::uint8_t* const rows = detail::scratch(size).data();
    bsatn::encode_at(bsatn::detail::put_integer(rows, std::uint32_t{1}), row);
    std::uint32_t erased = 0;
    const std::int32_t code =
        stdb_datastore_delete_all_by_eq_bsatn(table, rows, static_cast<std::uint32_t>(size), &erased);
    detail::expect_ok(code, "erase", Table::name);
    return erased != 0;
  }

  // How many rows the table has. One host call, whatever their number.
  std::uint64_t count() const {
    std::uint64_t rows = 0;
    const std::int32_t code = stdb_datastore_table_row_count(detail::table_id_of<Table>(), &rows);
    detail::expect_ok(code, "count", Table::name);
    return rows;
  }

  // All rows, in no order.
  Rows<row_type> rows() const { return Rows<row_type>(detail::scan_table(detail::table_id_of<Table>(), Table::name)); }

  // The index over exactly these columns: ctx.db[person].by(stdb::col<&Person::age>).
  template <auto... Members>
  auto by(Column<Members>...) const {
    static_assert((true && ... && std::is_same_v<typename Column<Members>::row_type, row_type>),
                  "stdb: by() names a member of another struct than the table's row");
    constexpr std::size_t index = detail::find_index<Table>({Column<Members>::place...});
    static_assert(index != detail::no_index,
                  "stdb: the table has no index over exactly these columns: declare one, for example "
                  "stdb::btree<\"by_age\", &Person::age>");
    return IndexHandle<Table, index>{};
  }
};

}  // namespace stdb
