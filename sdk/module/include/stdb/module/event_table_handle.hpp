// sdk/module/.../event_table_handle.hpp: EventTableHandle, what a module does with an event table.
#pragma once

#include <cstdint>

#include "stdb/bsatn/result.hpp"
#include "stdb/module/detail/handle_ids.hpp"
#include "stdb/module/detail/refused.hpp"
#include "stdb/module/detail/row_codec.hpp"
#include "stdb/module/insert_error.hpp"
#include "stdb/module/rows.hpp"

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
  [[noreturn]] Rows<row_type> rows() const {
    refuse<Handle>();
  }
  template <class Handle = EventTableHandle>
  [[noreturn]] std::uint64_t count() const {
    refuse<Handle>();
  }
  template <class Handle = EventTableHandle>
  [[noreturn]] bool erase(const row_type&) const {
    refuse<Handle>();
  }
  template <class Handle = EventTableHandle>
  [[noreturn]] std::uint64_t clear() const {
    refuse<Handle>();
  }
  template <class... Columns>
  [[noreturn]] detail::RefusedIndex<row_type> by(const Columns&...) const {
    refuse<EventTableHandle, Columns...>();
  }

 private:
  template <class Handle, class...>
  [[noreturn]] static void refuse() {
    static_assert(sizeof(Handle) == 0, "stdb: an event table keeps no rows: a module inserts into it and no more");
    __builtin_unreachable();
  }
};

}  // namespace stdb
