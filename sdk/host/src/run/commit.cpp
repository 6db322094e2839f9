// sdk/host/src/run/commit.cpp: how transactions end: what depends on them is brought up to date first.
#include <algorithm>

#include "base/concat.hpp"
#include "run/runner.hpp"

namespace stdb::host {

bool Runner::is_watched(const ViewKey& key) const {
  const TableDef* const table = &view_tables_[key.view];
  return std::ranges::any_of(subscriptions_, [&](const auto& entry) {
    const Subscription& subscription = entry.second;
    return key_of(key.view, subscription.subscriber.identity) == key &&
           std::ranges::any_of(subscription.queries,
                               [&](const SubscribedQuery& query) { return query.read.contains(table); });
  });
}

std::optional<std::string> Runner::refresh_views(const std::vector<TableChange>& changes,
                                                 std::vector<CallOutcome>& refreshed,
                                                 std::set<const TableDef*>& changed) {
  const Timestamp now = around_.clock.now();
  const auto keys = live_views_.hit_by(changes, now, [&](const ViewKey& key) { return is_watched(key); });
  std::vector<std::pair<ViewKey, LiveView>> fresh;
  for (const ViewKey& key : keys) {
    LiveView view;
    CallQueue queue;  // a view has nobody to run later what it asks for
    store_->watch_reads(&view.reads);
    ViewOutcome outcome = run_one(module_->views[key.view], {}, key.sender, now, queue);
    store_->watch_reads(nullptr);
    view.rows = std::move(outcome.rows);
    view.used = live_views_.find(key)->used;
    const CallOutcome& told = refreshed.emplace_back(common_part(std::move(outcome)));
    if (!told.is_committed()) return told.error;
    fresh.emplace_back(key, std::move(view));
  }
  for (auto& [key, view] : fresh) {
    changed.insert(&view_tables_[key.view]);
    live_views_.put(key, std::move(view));
  }
  return std::nullopt;
}

std::optional<std::string> Runner::try_commit(std::vector<CallOutcome>& refreshed) {
  PendingUpdates updates;
  if (!live_views_.empty() || !subscriptions_.empty()) {
    const std::vector<TableChange> changes = store_->changes();
    std::set<const TableDef*> changed;
    for (const TableChange& change : changes) changed.insert(&change.table->def());
    if (auto why = refresh_views(changes, refreshed, changed)) {
      store_->roll_back();
      return why;
    }
    updates = updates_of(changed);
  }
  store_->commit();
  for (const auto& [number, update] : updates) subscriptions_.at(number).on_update(update);
  return std::nullopt;
}

// Of a call whose function has done its part.
void Runner::commit_or_fail(CallOutcome& outcome) {
  if (!outcome.is_committed()) return store_->roll_back();
  const auto why = try_commit(outcome.refreshed);
  if (!why) return;
  outcome.status = CallStatus::trapped;
  outcome.error = *why;
  outcome.trap_reason = concat("view ", outcome.refreshed.back().function,
                               " failed when it was run again: ", outcome.refreshed.back().trap_reason);
}

}  // namespace stdb::host
