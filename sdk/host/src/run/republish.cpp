// sdk/host/src/run/republish.cpp: a module published over another (host-abi 5.5).
#include <algorithm>

#include "base/concat.hpp"
#include "run/fill.hpp"
#include "run/runner.hpp"

namespace stdb::host {
namespace {

// The timers for tables that were taken over, and for rows that were there before their table was a scheduled one.
Timers timers_after(const Timers& before, Store& old, Store& next, const ModuleDef& module, const Migration& plan,
                    Timestamp now) {
  Timers timers;
  const std::vector<Timer> all = before.all();
  for (std::size_t at = 0; at < module.tables.size(); ++at) {
    if (!module.tables[at].schedule || plan.tables[at].from == nullptr) continue;
    Table& table = *next.find_table(module.tables[at].name);
    if (!plan.tables[at].keeps_schedule) {
      for (const ByteView row : table.rows()) timers.set(table, row, now, now);
      continue;
    }
    const std::uint32_t before_id = old.find_table(plan.tables[at].from->name)->id();
    for (Timer timer : all) {
      if (timer.table != before_id) continue;
      timer.table = table.id();
      timer.row.insert(timer.row.end(), plan.tables[at].added.begin(), plan.tables[at].added.end());
      timers.put(std::move(timer), now);
    }
  }
  return timers;
}

}  // namespace

Expected<std::optional<CallOutcome>> Runner::publish_over(Loaded loaded, Timestamp at) {
  const auto plan = plan_migration(*module_, *loaded.module, options_.profile);
  if (!plan) return std::unexpected(plan.error());
  const auto contents = [this](const std::string& table) { return contents_of(*store_->find_table(table)); };
  if (auto filled = fill(*loaded.store, *loaded.module, *plan, contents); !filled) {
    return std::unexpected(filled.error());
  }
  around_.timers = timers_after(around_.timers, *store_, *loaded.store, *loaded.module, *plan, at);
  install(std::move(loaded));
  if (plan->breaks_clients) {
    disconnect_all(at);
  } else {
    evaluate_subscriptions();
  }
  return std::nullopt;
}

// Clients are told by the new module.
void Runner::disconnect_all(Timestamp at) {
  while (!users_.empty()) {
    const auto [connection, user] = *users_.begin();
    close_connection({user, connection}, at);
  }
  subscriptions_.clear();
}

// The rows of a view may be others now; those of tables are the same.
void Runner::evaluate_subscriptions() {
  std::set<const TableDef*> all;
  for (const TableDef& table : module_->tables) all.insert(&table);
  for (const TableDef& table : view_tables_) all.insert(&table);
  std::erase_if(subscriptions_, [&](const auto& entry) {
    const Subscription& subscription = entry.second;
    return std::ranges::any_of(subscription.queries, [&](const SubscribedQuery& query) {
      std::set<const TableDef*> read;
      return !evaluate(query.sql, subscription.subscriber.identity, read);
    });
  });
  for (auto& [number, subscription] : subscriptions_) {
    for (SubscribedQuery& query : subscription.queries) query.read = all;  // those that it knows are gone
  }
  for (const auto& [number, update] : updates_of(all)) subscriptions_.at(number).on_update(update);
}

}  // namespace stdb::host
