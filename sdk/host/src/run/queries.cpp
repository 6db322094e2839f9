// sdk/host/src/run/queries.cpp: queries and subscriptions, over tables and over what views show.
#include <algorithm>

#include "base/concat.hpp"
#include "base/utf8.hpp"
#include "describe/description.hpp"
#include "run/runner.hpp"

namespace stdb::host {

QueryUpdate difference(const QueryResult& before, const QueryResult& after) {
  QueryUpdate update{0, after.table, after.row_type, {}, {}};
  std::map<Bytes, std::int64_t> sums;
  for (const Bytes& row : before.rows) --sums[row];
  for (const Bytes& row : after.rows) ++sums[row];
  for (const auto& [row, sum] : sums) {
    for (std::int64_t count = sum; count < 0; ++count) update.deleted.push_back(row);
    for (std::int64_t count = sum; count > 0; --count) update.inserted.push_back(row);
  }
  return update;
}

void Runner::make_view_tables() {
  view_tables_.clear();
  for (const ViewDef& view : module_->views) {
    TableDef& table = view_tables_.emplace_back();
    table.name = view.name;
    table.source_name = view.source_name;
    table.row_type = view.row_type;
    table.is_public = view.is_public;
    for (const TypeMember& member : module_->typespace.types()[view.row_type].members) {
      table.columns.push_back(column_of(member, ""));
    }
  }
}

ViewKey Runner::key_of(std::size_t view, const Identity& sender) const {
  return {view, module_->views[view].is_anonymous ? Identity() : sender};
}

// Between transactions a view that is not known runs; within one all that matter are known.
std::expected<std::vector<ByteView>, std::string> Runner::rows_of_view(std::size_t view, const Identity& sender) {
  const ViewKey key = key_of(view, sender);
  LiveView* live = live_views_.find(key);
  if (live == nullptr) {
    if (store_->is_open()) return std::unexpected("a view cannot be run while another function runs");
    LiveView fresh;
    store_->watch_reads(&fresh.reads);
    ViewOutcome outcome = run(module_->views[view], {}, sender, around_.clock.now());
    store_->watch_reads(nullptr);
    if (!outcome.is_committed()) return std::unexpected(outcome.error);
    fresh.rows = std::move(outcome.rows);
    live = &live_views_.put(key, std::move(fresh));
  }
  live->used = around_.clock.now();
  return std::vector<ByteView>(live->rows.begin(), live->rows.end());
}

std::expected<QueryResult, std::string> Runner::evaluate(std::string_view sql, const Identity& sender,
                                                         std::set<const TableDef*>& read) {
  const bool is_owner = sender == options_.owner;
  const SqlScope scope{*module_, sender, &view_tables_, is_owner};
  const auto select = compile_select(sql, scope);
  if (!select) return std::unexpected(select.error());
  Visibility visibility(scope, *store_, [&](std::size_t view) { return rows_of_view(view, sender); }, is_owner);
  const auto rows = visibility.run(*select);
  if (!rows) return std::unexpected(rows.error());
  read = visibility.read();
  const TableDef& shown = *select->relations[select->shown];
  QueryResult result{shown.name, shown.row_type, {}};
  for (const ByteView row : *rows) result.rows.emplace_back(row.begin(), row.end());
  return result;
}

Expected<QueryResult> Runner::query(std::string_view sql, const Identity& sender) {
  std::set<const TableDef*> read;
  auto result = evaluate(sql, sender, read);
  if (!result) return refuse(ErrorKind::bad_query, concat(result.error(), ", executing: `", sql, "`"));
  return *std::move(result);
}

Expected<std::uint32_t> Runner::subscribe(const Caller& subscriber, const std::vector<std::string>& queries,
                                          OnUpdate on_update) {
  Subscription subscription{subscriber, {}, std::move(on_update)};
  std::vector<QueryUpdate> initial;
  for (const std::string& sql : queries) {
    SubscribedQuery query;
    query.sql = sql;
    auto result = evaluate(sql, subscriber.identity, query.read);
    if (!result) return refuse(ErrorKind::bad_query, concat(result.error(), ", executing: `", sql, "`"));
    query.is_event = std::ranges::any_of(query.read, &TableDef::is_event);
    if (!result->rows.empty()) {
      QueryUpdate& update = initial.emplace_back(difference({}, *result));
      update.query = subscription.queries.size();
      update.table = result->table;
      update.row_type = result->row_type;
    }
    query.result = *std::move(result);
    subscription.queries.push_back(std::move(query));
  }
  if (!initial.empty()) subscription.on_update(initial);
  subscriptions_.emplace(++last_subscription_, std::move(subscription));
  return last_subscription_;
}

void Runner::unsubscribe_all(const ConnectionId& connection) {
  if (connection == ConnectionId()) return;
  std::erase_if(subscriptions_, [&](const auto& entry) { return entry.second.subscriber.connection == connection; });
}

// Within the transaction that is about to be committed, so that the rows of event tables are seen.
Runner::PendingUpdates Runner::updates_of(const std::set<const TableDef*>& changed) {
  PendingUpdates pending;
  for (auto& [number, subscription] : subscriptions_) {
    std::vector<QueryUpdate> updates;
    for (std::size_t at = 0; at < subscription.queries.size(); ++at) {
      SubscribedQuery& query = subscription.queries[at];
      const bool is_hit =
          std::ranges::any_of(query.read, [&](const TableDef* table) { return changed.contains(table); });
      if (!is_hit) continue;
      auto result = evaluate(query.sql, subscription.subscriber.identity, query.read);
      if (!result) continue;  // cannot be: it could be run before, and its views have just run
      QueryUpdate update = difference(query.result, *result);
      update.query = at;
      if (!update.deleted.empty() || !update.inserted.empty()) updates.push_back(std::move(update));
      query.result = *std::move(result);
      if (query.is_event) query.result.rows.clear();
    }
    if (!updates.empty()) pending.emplace_back(number, std::move(updates));
  }
  return pending;
}

}  // namespace stdb::host
