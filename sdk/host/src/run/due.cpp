// sdk/host/src/run/due.cpp: scheduled calls: made when they are due, and their rows kept or deleted afterwards
// (host-abi 6.6).
#include <algorithm>

#include "run/runner.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

// The index that makes the primary key unique.
const Index* key_index(const Table& table) {
  const std::vector<std::uint16_t> key{*table.def().primary_key};
  for (const auto& index : table.indexes()) {
    if (index->def().is_unique && index->def().columns == key) return index.get();
  }
  return nullptr;
}

}  // namespace

DueCalls Runner::run_due(Timestamp until, bool moves_clock) {
  DueCalls due;
  Clock& clock = around_.clock;
  for (std::size_t made = 0;; ++made) {
    const auto next = around_.timers.next_due();
    if (!next || *next > until) break;
    if (made == limits::due_calls) {
      due.is_cut_off = true;
      break;
    }
    if (moves_clock) clock.set(std::max(clock.now(), *next));
    const auto timer = around_.timers.take_due(until);
    auto outcome = run_timer(*timer, std::max(clock.now(), timer->intended));
    if (outcome) due.calls.push_back(*std::move(outcome));
  }
  if (moves_clock) clock.set(std::max(clock.now(), until));
  return due;
}

// The row that the timer was set for; none if it is gone. Servers of 2.x also take a row that was changed for gone: the
// change has set a timer of its own, unless it was rolled back.
Slot Runner::find_scheduled(Table& table, const Timer& timer) const {
  const Index* index = key_index(table);
  if (index == nullptr) return RowSet::none;
  const ColumnDef& key_column = table.def().columns[*table.def().primary_key];
  Bytes id(sizeof timer.id);
  std::memcpy(id.data(), &timer.id, sizeof timer.id);
  Bytes key;
  append_sort_key(key_column.type, table.space(), id, key);
  const Slot slot = index->find(key);
  if (slot == RowSet::none || options_.profile == Profile::v1_2) return slot;
  return std::ranges::equal(table.row_at(slot)->bytes(), timer.row) ? slot : RowSet::none;
}

std::optional<CallOutcome> Runner::run_timer(const Timer& timer, Timestamp at) {
  Table& table = *store_->find_table(timer.table);
  const Slot slot = find_scheduled(table, timer);
  if (slot == RowSet::none) return std::nullopt;
  const ByteView bytes = table.row_at(slot)->bytes();
  Bytes row(bytes.begin(), bytes.end());
  const std::string& function = table.def().schedule->function_name;
  if (const ProcedureDef* procedure = module_->find_procedure(function)) {
    return run_scheduled(*procedure, table, timer, std::move(row), at);
  }
  return run_scheduled(*module_->find_reducer(function), table, timer, std::move(row), at);
}

// In a transaction of its own: deletes a row that was to be called once. The interval of one that is called again.
std::optional<std::int64_t> Runner::end_scheduled(Table& table, const Timer& timer) {
  const Slot slot = find_scheduled(table, timer);
  if (slot == RowSet::none) return std::nullopt;
  const Schedule schedule = schedule_of(table, table.row_at(slot)->bytes());
  if (schedule.is_interval) return schedule.micros;
  store_->begin();
  store_->remove(table, slot);
  std::vector<CallOutcome> refreshed;
  try_commit(refreshed);
  return std::nullopt;
}

// Whatever becomes of the reducer, its row is seen to afterwards.
CallOutcome Runner::run_scheduled(const ReducerDef& reducer, Table& table, const Timer& timer, Bytes row,
                                  Timestamp at) {
  CallQueue queue;
  CallOutcome outcome = run_one(reducer, std::move(row), {options_.database, {}}, at, queue);
  if (const auto interval = end_scheduled(table, timer)) {
    const Timestamp now = around_.clock.now();
    Timer next = timer;
    next.intended = Timers::next_time(timer, *interval, now, options_.profile);
    around_.timers.put(std::move(next), now);
  }
  run_queued(queue, outcome);
  return outcome;
}

// A procedure must not run twice, so its row is seen to before it runs; one that is called again waits until the
// procedure has ended, with the time that was chosen before.
CallOutcome Runner::run_scheduled(const ProcedureDef& procedure, Table& table, const Timer& timer, Bytes row,
                                  Timestamp at) {
  const auto interval = end_scheduled(table, timer);
  Timer next = timer;
  if (interval) next.intended = Timers::next_time(timer, *interval, around_.clock.now(), options_.profile);
  CallOutcome outcome = common_part(run(procedure, std::move(row), {options_.database, {}}, at));
  if (interval) around_.timers.put(std::move(next), around_.clock.now());
  return outcome;
}

}  // namespace stdb::host
