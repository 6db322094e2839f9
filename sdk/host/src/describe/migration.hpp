// sdk/host/src/describe/migration.hpp: what becomes of a database's rows when another module is published over its own.
#pragma once

#include <string>
#include <vector>

#include "stdb/host/schema.hpp"

namespace stdb::host {

// Where the rows of a table of the new module come from.
struct TableMigration {
  const TableDef* from = nullptr;  // of the old module; null: the table is new, or one of events
  Bytes added;                     // the defaults of new columns: what stands behind the end of each old row
  bool keeps_schedule = false;     // its timers run on
  std::vector<const SequenceDef*> new_sequences;  // of the new table; no row may hold a value that they will draw
};

struct Migration {
  std::vector<TableMigration> tables;    // in the order of the new module's
  std::vector<const TableDef*> removed;  // which must be empty
  bool breaks_clients = false;           // they are disconnected
};

// Compares two modules, table by table of the same canonical name, as a server of the profile does (host-abi 5.5). The
// error, of kind cannot_migrate, has a line for each change that cannot be made. The result borrows from both.
Expected<Migration> plan_migration(const ModuleDef& old, const ModuleDef& next, Profile profile);

}  // namespace stdb::host
