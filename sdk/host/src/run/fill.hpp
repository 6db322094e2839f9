// sdk/host/src/run/fill.hpp: rows and sequences carried from one store, or from a snapshot of one, into another.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "describe/migration.hpp"
#include "store/store.hpp"

namespace stdb::host {

// A table's committed contents. Borrowed.
struct TableContents {
  std::vector<ByteView> rows;
  std::map<std::string, Int128> sequences;  // the number that each draws next, by name
};

// Of a table of the old module, by its canonical name.
using ContentsOf = std::function<TableContents(const std::string& table)>;

TableContents contents_of(Table& table);

// Puts into empty tables what a plan says. Errors, of kind cannot_migrate: a table that went has rows, rows clash in a
// new unique constraint, or a column has values that its new sequence would draw.
Expected<void> fill(Store& store, const ModuleDef& module, const Migration& plan, const ContentsOf& contents);

}  // namespace stdb::host
