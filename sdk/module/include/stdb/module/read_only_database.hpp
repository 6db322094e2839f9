// sdk/module/.../read_only_database.hpp: ReadOnlyDatabase, the tables as a view reaches them.
#pragma once

#include "stdb/module/read_only_handle.hpp"

namespace stdb {

// ctx.db of a view: ctx.db[person].by(stdb::col<&Person::age>).filter(30). Without state.
class ReadOnlyDatabase {
 public:
  template <class Table>
  ReadOnlyTableHandle<Table> operator[](const Table&) const {
    return {};
  }
};

}  // namespace stdb
