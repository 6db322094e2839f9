// sdk/module/.../database.hpp: Database, the tables as a reducer reaches them.
#pragma once

#include "stdb/module/table_handle.hpp"

namespace stdb {

// ctx.db: ctx.db[person].insert(...). Without state.
class Database {
 public:
  template <class Table>
  TableHandle<Table> operator[](const Table&) const {
    return {};
  }
};

}  // namespace stdb
