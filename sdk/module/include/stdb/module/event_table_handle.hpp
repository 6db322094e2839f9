// sdk/module/.../event_table_handle.hpp: EventTableHandle, what a module does with an event table.
#pragma once

#include "stdb/bsatn/result.hpp"
#include "stdb/module/detail/handle_ids.hpp"
#include "stdb/module/detail/row_codec.hpp"
#include "stdb/module/insert_error.hpp"

namespace stdb {

// Inserting is all there is: the rows go to the subscribers when the transaction commits, and are gone then.
template <class Table>
class EventTableHandle {
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

  // Not for event tables.
  template <class Handle = EventTableHandle>
  void rows() const {
    static_assert(sizeof(Handle) == 0, "stdb: an event table keeps no rows: a module inserts into it and no more");
  }
  template <class Handle = EventTableHandle>
  void count() const {
    static_assert(sizeof(Handle) == 0, "stdb: an event table keeps no rows: a module inserts into it and no more");
  }
  template <class... Columns>
  void by(const Columns&...) const {
    static_assert(sizeof...(Columns) > 1000,
                  "stdb: an event table keeps no rows: a module inserts into it and no more");
  }
};

}  // namespace stdb
