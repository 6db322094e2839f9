// sdk/host/src/sql/visible.hpp: Visibility, which rows of tables and views somebody's queries run over.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sql/select.hpp"

namespace stdb::host {

// The rows of a view, by its place in the module, borrowed; or why there are none.
using ViewRows = std::function<std::expected<std::vector<ByteView>, std::string>(std::size_t view)>;

// All rows, or those that row-level security lets through: of a table that has rules, the rows that its rules show
// together. The tables that a rule reads are held to their own rules too (host-abi 6.8).
class Visibility {
 public:
  // All are borrowed. `is_owner`: rules do not bind it.
  Visibility(const SqlScope& scope, Store& store, ViewRows view_rows, bool is_owner)
      : scope_(scope), store_(store), view_rows_(std::move(view_rows)), is_owner_(is_owner) {}

  // The rows that a query shows, borrowed from the store and the views; or why it cannot be run.
  std::expected<std::vector<ByteView>, std::string> run(const Select& select);

  // The tables and views that it took for this, by their definitions: a change of none of them changes the result.
  const std::set<const TableDef*>& read() const { return read_; }

 private:
  using Rows = std::expected<std::vector<ByteView>, std::string>;

  Rows rows_of(const TableDef& table);
  Rows rows_by_rules(const TableDef& table, const std::vector<const std::string*>& rules);
  std::vector<const std::string*> rules_of(const TableDef& table) const;

  const SqlScope& scope_;
  Store& store_;
  ViewRows view_rows_;
  bool is_owner_;
  std::set<const TableDef*> read_;
  std::vector<const TableDef*> resolving_;  // the tables whose rules are being followed, the last one's rule just now
};

// The first rule of a module that a server would refuse to publish, with its reason; empty: there is none.
std::string find_bad_rule(const ModuleDef& module);

}  // namespace stdb::host
