// sdk/module/.../read_only_handle.hpp: ReadOnlyTableHandle, what a view does with a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "stdb/module/detail/find_index.hpp"
#include "stdb/module/detail/handle_ids.hpp"
#include "stdb/module/detail/index_scans.hpp"
#include "stdb/module/detail/refused.hpp"
#include "stdb/module/key.hpp"
#include "stdb/schema/column.hpp"

namespace stdb {

// One index of a table, for reading: find() and filter() as IndexHandle has them.
template <class Table, std::size_t Index>
class ReadOnlyIndexHandle : public detail::IndexScansOf<Table, Index, detail::Access::read> {
  using Row = typename Table::row_type;
  using First = detail::index_column_t<Table, Index, 0>;

 public:
  using detail::IndexScansOf<Table, Index, detail::Access::read>::find;

  std::optional<Row> find(Key<First> value) const {
    static_assert(Table::indexes[Index].is_unique,
                  "stdb: find() needs a unique column or primary_key; filter() gives all rows that match");
    return this->first(value);
  }

  // Not for views.
  template <class Handle = ReadOnlyIndexHandle>
  [[noreturn]] Row update(const Row&) const {
    detail::refuse_write<Handle>();
  }
  template <class Handle = ReadOnlyIndexHandle>
  [[noreturn]] Row insert_or_update(const Row&) const {
    detail::refuse_write<Handle>();
  }
  template <class Handle = ReadOnlyIndexHandle>
  [[noreturn]] Result<Row, InsertError> try_insert_or_update(const Row&) const {
    detail::refuse_write<Handle>();
  }
};

// A table as a view reads it: by its indexes, and its number of rows. The host notes what a view has read and runs it
// again when that changes; a walk through all rows would make it run at every change, so there is none.
template <class Table>
class ReadOnlyTableHandle {
  static_assert(!Table::is_event, "stdb: an event table has no rows that could be read: they are gone at the commit");

 public:
  using row_type = typename Table::row_type;

  // How many rows the table has. One host call.
  std::uint64_t count() const { return detail::count_rows(detail::table_of<Table>); }

  // The index over exactly these columns.
  template <auto... Members>
  auto by(Column<Members>...) const {
    return detail::handle_over<ReadOnlyIndexHandle, Table, detail::index_over<Table, Members...>()>();
  }

  // Not for views.
  template <class Handle = ReadOnlyTableHandle>
  [[noreturn]] Rows<row_type> rows() const {
    static_assert(sizeof(Handle) == 0,
                  "stdb: a view does not walk through a table: use by(...).filter(...) or a Query");
    __builtin_unreachable();
  }
  template <class Handle = ReadOnlyTableHandle>
  [[noreturn]] row_type insert(const row_type&) const {
    detail::refuse_write<Handle>();
  }
  template <class Handle = ReadOnlyTableHandle>
  [[noreturn]] Result<row_type, InsertError> try_insert(const row_type&) const {
    detail::refuse_write<Handle>();
  }
  template <class Handle = ReadOnlyTableHandle>
  [[noreturn]] bool erase(const row_type&) const {
    detail::refuse_write<Handle>();
  }
  template <class Handle = ReadOnlyTableHandle>
  [[noreturn]] std::uint64_t clear() const {
    detail::refuse_write<Handle>();
  }
};

}  // namespace stdb
