// sdk/module/.../database.hpp: Database, the tables as a reducer reaches them.
#pragma once

#include "stdb/module/event_table_handle.hpp"
#include "stdb/module/outbox_handle.hpp"
#include "stdb/module/read_only_database.hpp"
#include "stdb/module/table_handle.hpp"

namespace stdb {

// ctx.db: ctx.db[person].insert({...}). Without state; good for the present transaction. Converts to a
// ReadOnlyDatabase, so that a function which takes one serves views too.
class Database {
 public:
  template <class Table>
  auto operator[](const Table&) const {
    if constexpr (Table::is_event) {
      return EventTableHandle<Table>();
    } else if constexpr (Table::is_outbox) {
      return OutboxHandle<Table>();
    } else {
      return TableHandle<Table>();
    }
  }

  operator ReadOnlyDatabase() const { return {}; }
};

}  // namespace stdb
