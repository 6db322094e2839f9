// sdk/host/src/run/runner.cpp: a module published, its reducers and views run, and whatever they queue.
#include "run/runner.hpp"

#include <algorithm>
#include <cstring>

#include "base/concat.hpp"
#include "calls/trap.hpp"
#include "run/call_data.hpp"
#include "run/environment.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {

Runner::Runner(DatabaseOptions given) : options_(std::move(given)) {
  if (!options_.clock) options_.clock = &Timestamp::now;
  around_.clock = Clock(options_.clock);
  around_.environment = options_.environment;
  around_.http = options_.http;
  around_.commit = [this] {
    if (const auto why = try_commit(outside_->refreshed)) {
      throw Trap(concat("runtime error calling procedure_commit_mut_tx: ", *why));
    }
  };
  around_.sleep_until = [this](Timestamp wake_at) { sleep_until(wake_at); };
}

Timestamp Runner::time(std::optional<Timestamp> at) {
  if (at) around_.clock.set(*at);
  return around_.clock.now();
}

CallEnvironment Runner::environment(Store& store, const ModuleDef* module) {
  return {&store, &around_, module, options_.database, options_.profile};
}

Expected<Runner::Loaded> Runner::prepare(std::unique_ptr<GuestModule> guest) {
  Loaded loaded;
  loaded.guest = std::move(guest);
  loaded.store = std::make_unique<Store>();
  loaded.lane = std::make_unique<Lane>(*loaded.guest, environment(*loaded.store, nullptr), options_.limits);
  auto started = loaded.lane->start();
  if (!started) return std::unexpected(started.error());
  loaded.description = *std::move(started);
  auto module = read_module_def(loaded.description, options_.profile);
  if (!module) return std::unexpected(module.error());
  if (auto checked = check_environment(*module, around_.environment); !checked) {
    return std::unexpected(checked.error());
  }
  if (const std::string bad = find_bad_rule(*module); !bad.empty()) return refuse(ErrorKind::invalid_module, bad);
  loaded.module = std::make_unique<ModuleDef>(*std::move(module));
  loaded.lane->set_module(*loaded.module);
  loaded.store->create_tables(*loaded.module, options_.profile);
  return loaded;
}

void Runner::install(Loaded loaded) {
  idle_lanes_.clear();
  main_lane_ = std::move(loaded.lane);
  guest_ = std::move(loaded.guest);
  module_ = std::move(loaded.module);
  description_ = std::move(loaded.description);
  store_ = std::move(loaded.store);
  live_views_.clear();
  make_view_tables();
}

Expected<std::optional<CallOutcome>> Runner::publish(std::unique_ptr<GuestModule> guest, Timestamp at) {
  auto loaded = prepare(std::move(guest));
  if (!loaded) return std::unexpected(loaded.error());
  return is_published() ? publish_over(*std::move(loaded), at) : publish_first(*std::move(loaded), at);
}

Expected<std::optional<CallOutcome>> Runner::publish_first(Loaded loaded, Timestamp at) {
  install(std::move(loaded));
  const ReducerDef* init = module_->find_lifecycle(Lifecycle::init);
  if (init == nullptr) return std::nullopt;
  CallOutcome outcome = run(*init, {}, {options_.owner, {}}, at);
  if (outcome.is_committed()) return outcome;
  forget();
  return refuse(ErrorKind::init_failed, concat("the init reducer ", outcome.status == CallStatus::failed
                                                                        ? concat("failed: ", outcome.error)
                                                                        : concat("trapped: ", outcome.trap_reason)));
}

void Runner::forget() {
  idle_lanes_.clear();
  main_lane_.reset();
  guest_.reset();
  around_.timers = Timers();
  live_views_.clear();
  subscriptions_.clear();
  view_tables_.clear();
  store_.reset();
  module_.reset();
  description_.clear();
}

ConnectionId Runner::open_connection(const Identity& user, std::optional<std::string> claims) {
  ConnectionId id;
  const std::uint64_t number = ++last_connection_;
  std::memcpy(id.bytes.data(), &number, sizeof number);
  around_.connections.emplace(id, std::move(claims));
  users_.emplace(id, user);
  return id;
}

std::optional<CallOutcome> Runner::close_connection(const Caller& caller, Timestamp at) {
  if (!around_.connections.contains(caller.connection)) return std::nullopt;
  std::optional<CallOutcome> outcome;
  if (const ReducerDef* reducer = module_->find_lifecycle(Lifecycle::on_disconnect)) {
    outcome = run(*reducer, {}, caller, at);
  }
  unsubscribe_all(caller.connection);
  around_.connections.erase(caller.connection);  // its claims could be read until now
  users_.erase(caller.connection);
  return outcome;
}

CallOutcome Runner::run(const ReducerDef& reducer, Bytes arguments, const Caller& caller, Timestamp at) {
  CallQueue queue;
  CallOutcome outcome = run_one(reducer, std::move(arguments), caller, at, queue);
  run_queued(queue, outcome);
  return outcome;
}

void Runner::run_queued(CallQueue& queue, CallOutcome& outcome) {
  LogBudget budget;
  budget.spend(outcome);
  while (const auto next = queue.next()) {
    auto ran = run_by_name(*next, queue);
    if (ran) budget.spend(outcome.queued.emplace_back(*std::move(ran)));
  }
}

// Queued calls come from the database itself.
std::optional<CallOutcome> Runner::run_by_name(const QueuedCall& call, CallQueue& queue) {
  const Caller database{options_.database, {}};
  const Timestamp now = around_.clock.now();
  const auto fits = [&](const FunctionDef* function) {
    return function != nullptr && measure(function->params, module_->typespace, call.arguments).has_value();
  };
  if (const ReducerDef* reducer = module_->find_reducer(call.function)) {
    return fits(reducer) ? std::optional(run_one(*reducer, call.arguments, database, now, queue)) : std::nullopt;
  }
  const ProcedureDef* procedure = module_->find_procedure(call.function);
  if (!fits(procedure)) return std::nullopt;
  return common_part(run_one(*procedure, call.arguments, database, now, queue));
}

Runner::Finished Runner::finish(Lane& lane, CallStart start, Bytes arguments, CallOutcome& outcome, CallQueue& queue,
                                const GuestCall& call) {
  SystemCalls& calls = lane.calls();
  const std::uint32_t sink = calls.open_sink();
  const std::uint32_t source = calls.begin_call(std::move(arguments), std::move(start));
  Finished finished{call(lane.instance(), source, sink), {}};
  finished.written = calls.take_sink(sink);
  SystemCalls::Leavings left = calls.end_call();
  outcome.fuel = finished.result.fuel;
  outcome.logs = std::move(left.logs);
  outcome.dropped_logs = left.dropped_logs;
  queue.add(std::move(left.queued));
  return finished;
}

CallOutcome Runner::run_one(const ReducerDef& reducer, Bytes arguments, const Caller& caller, Timestamp at,
                            CallQueue& queue) {
  CallOutcome outcome;
  outcome.function = reducer.name;
  if (auto started = main_lane_->start(); !started) {
    fail_by_trap(outcome, started.error().text);
    return outcome;
  }
  const auto id = static_cast<std::uint32_t>(&reducer - module_->reducers.data());
  store_->begin();
  const auto call = [&](GuestInstance& instance, std::uint32_t source, std::uint32_t sink) {
    return instance.call_reducer(id, call_data(caller, at), source, sink);
  };
  Finished finished =
      finish(*main_lane_, {FunctionKind::reducer, reducer.name, at}, std::move(arguments), outcome, queue, call);
  judge_reducer(finished.result, finished.written, *main_lane_, outcome);
  commit_or_fail(outcome);
  return outcome;
}

// A view runs in a transaction that may write, as on a server, where nothing but the SDK keeps it from writing.
ViewOutcome Runner::run(const ViewDef& view, Bytes arguments, const Identity& sender, Timestamp at) {
  CallQueue queue;
  store_->begin();
  ViewOutcome outcome = run_one(view, std::move(arguments), sender, at, queue);
  commit_or_fail(outcome);
  run_queued(queue, outcome);
  return outcome;
}

ViewOutcome Runner::run_one(const ViewDef& view, Bytes arguments, const Identity& sender, Timestamp at,
                            CallQueue& queue) {
  ViewOutcome outcome;
  outcome.kind = FunctionKind::view;
  outcome.function = view.name;
  if (auto started = main_lane_->start(); !started) {
    fail_by_trap(outcome, started.error().text);
    return outcome;
  }
  const auto call = [&](GuestInstance& instance, std::uint32_t source, std::uint32_t sink) {
    const Caller caller{view.is_anonymous ? Identity() : sender, {}};
    return instance.call_view(view.id, view.is_anonymous, call_data(caller, Timestamp()), source, sink);
  };
  Finished finished =
      finish(*main_lane_, {FunctionKind::view, view.name, at}, std::move(arguments), outcome, queue, call);
  judge_view(finished.result, finished.written, view, sender, *main_lane_, outcome);
  return outcome;
}

}  // namespace stdb::host
