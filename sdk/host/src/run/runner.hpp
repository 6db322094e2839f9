// sdk/host/src/run/runner.hpp: a published module and all that belongs to it: its functions are run here.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "run/call_queue.hpp"
#include "run/lane.hpp"
#include "run/live_views.hpp"
#include "run/snapshot.hpp"
#include "run/subscriptions.hpp"
#include "sql/visible.hpp"
#include "stdb/host/database.hpp"

namespace stdb::host {

// The part of an outcome that every call has.
inline CallOutcome common_part(CallOutcome&& outcome) { return std::move(outcome); }

// Everything that one published module has. Torn down as a whole when publishing fails.
class Runner {
 public:
  explicit Runner(DatabaseOptions given);
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  bool is_published() const { return module_ != nullptr; }
  const DatabaseOptions& options() const { return options_; }
  const ModuleDef& module() const { return *module_; }
  ByteView description() const { return description_; }
  Store& store() { return *store_; }
  Surroundings& surroundings() { return around_; }

  // The time of a call: a given one is the clock's from then on.
  Timestamp time(std::optional<Timestamp> at);

  // The first module, or another one over it, whose init does not run.
  Expected<std::optional<CallOutcome>> publish(std::unique_ptr<GuestModule> guest, Timestamp at);

  // All that is committed, and the module that it belongs to; the database anew from such bytes.
  Bytes save();
  Expected<void> restore(ByteView snapshot, std::unique_ptr<GuestModule> guest);

  // Each runs a function, with arguments that fit it, and then what that queued.
  CallOutcome run(const ReducerDef& reducer, Bytes arguments, const Caller& caller, Timestamp at);
  ProcedureOutcome run(const ProcedureDef& procedure, Bytes arguments, const Caller& caller, Timestamp at);
  ViewOutcome run(const ViewDef& view, Bytes arguments, const Identity& sender, Timestamp at);
  HttpOutcome run(const HttpRouteDef& route, HttpRequest request, const Caller& caller, Timestamp at);

  // Runs a query, and the views that it asks for if they are not known.
  Expected<QueryResult> query(std::string_view sql, const Identity& sender);
  Expected<std::uint32_t> subscribe(const Caller& subscriber, const std::vector<std::string>& queries,
                                    OnUpdate on_update);
  bool unsubscribe(std::uint32_t subscription) { return subscriptions_.erase(subscription) != 0; }
  void unsubscribe_all(const ConnectionId& connection);

  // Puts rows into a table in a transaction of their own; the rows as they are stored, or why none of them is.
  Expected<std::vector<Bytes>> insert(Table& table, const std::vector<Bytes>& rows);

  // Moves the clock to a time, and makes the scheduled calls that fall due on the way, each at its own time.
  DueCalls run_due(Timestamp until, bool moves_clock);

  ConnectionId open_connection(const Identity& user, std::optional<std::string> claims);
  void drop_connection(const ConnectionId& id) {
    around_.connections.erase(id);
    users_.erase(id);
  }
  // Runs client_disconnected, if there is one.
  std::optional<CallOutcome> close_connection(const Caller& caller, Timestamp at);

 private:
  // A call in hand: what is handed to the guest beyond the arguments, and what comes back.
  struct Finished {
    GuestResult result;
    Bytes written;  // to the first sink
  };

  // A module that is ready to run, with tables without rows.
  struct Loaded {
    std::unique_ptr<GuestModule> guest;
    std::unique_ptr<ModuleDef> module;
    Bytes description;
    std::unique_ptr<Store> store;
    std::unique_ptr<Lane> lane;
  };
  Expected<Loaded> prepare(std::unique_ptr<GuestModule> guest);
  void install(Loaded loaded);
  Expected<void> restore(const Snapshot& snapshot, std::unique_ptr<GuestModule> guest);
  Expected<std::optional<CallOutcome>> publish_first(Loaded loaded, Timestamp at);
  Expected<std::optional<CallOutcome>> publish_over(Loaded loaded, Timestamp at);
  void disconnect_all(Timestamp at);
  void evaluate_subscriptions();
  void forget();
  CallEnvironment environment(Store& store, const ModuleDef* module);

  // Begins a call on a lane, has `call` make it, and takes what it left.
  using GuestCall = std::function<GuestResult(GuestInstance& instance, std::uint32_t source, std::uint32_t sink)>;
  Finished finish(Lane& lane, CallStart start, Bytes arguments, CallOutcome& outcome, CallQueue& queue,
                  const GuestCall& call);

  // Runs without what is queued.
  // Within the open transaction.
  ViewOutcome run_one(const ViewDef& view, Bytes arguments, const Identity& sender, Timestamp at, CallQueue& queue);
  CallOutcome run_one(const ReducerDef& reducer, Bytes arguments, const Caller& caller, Timestamp at, CallQueue& queue);
  ProcedureOutcome run_one(const ProcedureDef& procedure, Bytes arguments, const Caller& caller, Timestamp at,
                           CallQueue& queue);
  void run_queued(CallQueue& queue, CallOutcome& outcome);
  std::optional<CallOutcome> run_by_name(const QueuedCall& call, CallQueue& queue);

  // A lane for a procedure or handler: those that sleep keep theirs.
  std::unique_ptr<Lane> take_lane();
  void give_back(std::unique_ptr<Lane> lane) { idle_lanes_.push_back(std::move(lane)); }
  void end_transaction(Lane& lane, CallOutcome& outcome);
  void sleep_until(Timestamp wake_at);

  // Scheduled calls.
  std::optional<CallOutcome> run_timer(const Timer& timer, Timestamp at);
  CallOutcome run_scheduled(const ReducerDef& reducer, Table& table, const Timer& timer, Bytes row, Timestamp at);
  CallOutcome run_scheduled(const ProcedureDef& procedure, Table& table, const Timer& timer, Bytes row, Timestamp at);
  Slot find_scheduled(Table& table, const Timer& timer) const;
  std::optional<std::int64_t> end_scheduled(Table& table, const Timer& timer);

  // Ends the open transaction: views that it has changed are run again within it, and subscribers told. A view that
  // fails undoes it; then the reason.
  std::optional<std::string> try_commit(std::vector<CallOutcome>& refreshed);
  void commit_or_fail(CallOutcome& outcome);
  std::optional<std::string> refresh_views(const std::vector<TableChange>& changes, std::vector<CallOutcome>& refreshed,
                                           std::set<const TableDef*>& changed);
  bool is_watched(const ViewKey& key) const;

  // What queries read.
  void make_view_tables();
  ViewKey key_of(std::size_t view, const Identity& sender) const;
  std::expected<std::vector<ByteView>, std::string> rows_of_view(std::size_t view, const Identity& sender);
  std::expected<QueryResult, std::string> evaluate(std::string_view sql, const Identity& sender,
                                                   std::set<const TableDef*>& read);
  using PendingUpdates = std::vector<std::pair<std::uint32_t, std::vector<QueryUpdate>>>;
  PendingUpdates updates_of(const std::set<const TableDef*>& changed);

  void fail_by_trap(CallOutcome& outcome, std::string reason);
  bool judge_ending(GuestResult& result, Lane& lane, CallOutcome& outcome);
  void judge_reducer(GuestResult& result, ByteView text, Lane& lane, CallOutcome& outcome);
  void judge_view(GuestResult& result, ByteView written, const ViewDef& view, const Identity& sender, Lane& lane,
                  ViewOutcome& outcome);
  std::string run_query(std::string_view sql, const ViewDef& view, const Identity& sender, std::vector<Bytes>& rows);
  void judge_procedure(GuestResult& result, ByteView written, const ProcedureDef& procedure, Lane& lane,
                       ProcedureOutcome& outcome);

  DatabaseOptions options_;
  Surroundings around_;
  std::unique_ptr<GuestModule> guest_;
  std::unique_ptr<ModuleDef> module_;
  Bytes description_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Lane> main_lane_;  // reducers and views
  std::vector<std::unique_ptr<Lane>> idle_lanes_;
  CallOutcome* outside_ = nullptr;  // what becomes of the procedure or handler that runs now
  LiveViews live_views_;
  std::vector<TableDef> view_tables_;  // the views as tables that queries read, in their order
  std::map<std::uint32_t, Subscription> subscriptions_;
  std::uint32_t last_subscription_ = 0;
  unsigned sleepers_ = 0;
  std::uint64_t last_connection_ = 0;
  std::map<ConnectionId, Identity> users_;  // of the open connections
};

}  // namespace stdb::host
