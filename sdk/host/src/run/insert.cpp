// sdk/host/src/run/insert.cpp: rows that come from outside, past the module's functions.
#include "base/concat.hpp"
#include "calls/trap.hpp"
#include "run/runner.hpp"

namespace stdb::host {
namespace {

// Why a row is not taken; otherwise nothing, and the row has its generated columns.
std::string insert_one(Store& store, Surroundings& around, Table& table, Bytes& row) {
  std::string why;
  const auto size = table.measure_row(row, why);
  if (!size) return why;
  if (*size != row.size()) return concat(row.size() - *size, " bytes stand behind it");
  Bytes generated;
  table.generate(row, generated);
  Slot slot = 0;
  if (store.insert(table, row, slot) == Change::clash) return "another row has one of its unique values";
  const Timestamp now = around.clock.now();
  if (table.def().schedule && !around.timers.set(table, row, now, now)) return "it is scheduled too far ahead";
  return {};
}

}  // namespace

Expected<std::vector<Bytes>> Runner::insert(Table& table, const std::vector<Bytes>& rows) {
  const auto refuse_row = [&table](std::size_t place, std::string_view why) {
    return refuse(ErrorKind::bad_row,
                  concat("row ", place + 1, " cannot be put into table ", table.def().name, ": ", why));
  };
  if (store_->is_open()) return refuse_row(0, "a transaction of the module is open");
  std::vector<Bytes> stored = rows;
  store_->begin();
  for (std::size_t place = 0; place < stored.size(); ++place) {
    std::string wrong;
    try {
      wrong = insert_one(*store_, around_, table, stored[place]);
    } catch (const Trap& full) {
      wrong = full.text;
    }
    if (!wrong.empty()) {
      store_->roll_back();
      return refuse_row(place, wrong);
    }
  }
  std::vector<CallOutcome> refreshed;
  if (const auto why = try_commit(refreshed)) return refuse_row(0, *why);  // a view does not bear them
  return stored;
}

}  // namespace stdb::host
