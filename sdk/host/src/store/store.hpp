// sdk/host/src/store/store.hpp: the tables of a database, and the one transaction that may be open on them.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "stdb/host/schema.hpp"
#include "store/read_set.hpp"
#include "store/table.hpp"

namespace stdb::host {

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Creates the tables of a module, in the order of their names, as servers do. `module` must outlive the store.
  void create_tables(const ModuleDef& module, Profile profile);

  Table* find_table(std::uint32_t id);
  Table* find_table(std::string_view name);  // canonical, or from 2.0 the module's own name
  struct IndexOfTable {
    Table* table;
    Index* index;
  };
  std::optional<IndexOfTable> find_index(std::uint32_t id);
  std::optional<IndexOfTable> find_index(std::string_view name);

  std::deque<Table>& tables() { return tables_; }
  const Typespace& space() const { return *space_; }  // of the module

  // Notes what host calls read of the tables from now on; null: nobody wants to know.
  void watch_reads(ReadSet* reads) { reads_ = reads; }
  ReadSet* reads() const { return reads_; }

  // The transaction. Changes are made in place; the log, and the tables' lists of older rows that are gone, say how to
  // take them back. Sequences of 2.x are taken back too, those of 1.2.0 are not.
  bool is_open() const { return is_open_; }
  void begin();
  void commit();
  void roll_back();

  // What the open transaction has changed, in sum: a row that was put in and taken out again is not in it. Borrowed
  // until the transaction ends or goes on.
  std::vector<TableChange> changes();

  // Changes, within the open transaction. Inserting throws Trap when the rows would take more than limits::row_bytes.
  Change insert(Table& table, ByteView row, Slot& slot);
  void remove(Table& table, Slot slot);

 private:
  void destroy(Table& table, Row* row);

  struct Undo {
    Table* table;
    Row* removed;  // which this transaction had put in; null: an insert
    Slot slot;
    bool appended;
  };

  const Typespace* space_ = nullptr;
  ReadSet* reads_ = nullptr;
  std::deque<Table> tables_;           // tables stay where they are: indexes point to them
  std::vector<IndexOfTable> indexes_;  // by id, from first_id_ on
  std::uint32_t first_id_ = 0;
  bool aliases_ = false;
  bool takes_back_sequences_ = false;
  bool is_open_ = false;
  std::vector<Undo> undo_;
  std::size_t row_bytes_ = 0;  // of all rows in memory: those in tables and those that the log keeps
};

}  // namespace stdb::host
