// sdk/host/src/database.cpp: a module published, its reducers called in transactions.
#include "stdb/host/database.hpp"

#include <algorithm>
#include <boost/json/value.hpp>
#include <cstring>
#include <set>

#include "call_queue.hpp"
#include "calls/system_calls.hpp"
#include "concat.hpp"
#include "start_guest.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/near_name.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

// What servers tell clients of a call that did not return.
std::string_view trap_text(Profile profile) {
  return profile == Profile::v1_2 ? "The Wasm instance encountered a fatal error."
                                  : "The instance encountered a fatal error.";
}

stdb_call call_data(const Caller& caller, Timestamp at) {
  stdb_call call{};
  static_assert(sizeof call.sender == sizeof caller.identity.bytes);
  static_assert(sizeof call.connection_id == sizeof caller.connection.bytes);
  std::memcpy(call.sender, caller.identity.bytes.data(), sizeof call.sender);
  std::memcpy(call.connection_id, caller.connection.bytes.data(), sizeof call.connection_id);
  call.timestamp = at.micros;
  return call;
}

std::unexpected<Error> refuse_unpublished() {
  return refuse(ErrorKind::not_published, "no module is published in this database");
}

}  // namespace

Identity default_owner() {
  return *Identity::from_hex("c200000000000000000000000000000000000000000000000000000000000001");
}

Identity default_database() {
  return *Identity::from_hex("c200000000000000000000000000000000000000000000000000000000000002");
}

// Everything that one published module has. Torn down as a whole when publishing fails.
class Database::State {
 public:
  explicit State(DatabaseOptions given) : options_(std::move(given)) {
    if (!options_.clock) options_.clock = &Timestamp::now;
  }

  bool is_published() const { return module_ != nullptr; }
  const DatabaseOptions& options() const { return options_; }
  const ModuleDef& module() const { return *module_; }
  ByteView description() const { return description_; }
  Store& store() { return *store_; }
  Timestamp time(std::optional<Timestamp> at) const { return at ? *at : options_.clock(); }

  Expected<std::optional<CallOutcome>> publish(std::unique_ptr<GuestModule> guest, Timestamp at) {
    guest_ = std::move(guest);
    auto published = start_and_init(at);
    if (!published) forget();
    return published;
  }

  // Runs a reducer in a transaction of its own, and then what it queued.
  CallOutcome run(const ReducerDef& reducer, Bytes arguments, const Caller& caller, Timestamp at) {
    CallQueue queue;
    CallOutcome outcome = run_one(reducer, std::move(arguments), caller, at, queue);
    LogBudget budget;
    budget.spend(outcome);
    while (auto next = queue.next()) {
      const ReducerDef* queued = module_->find_reducer(next->reducer);
      if (queued == nullptr || !measure(queued->params, module_->typespace, next->arguments)) continue;
      // Queued calls come from the database itself.
      const Caller database{options_.database, {}};
      budget.spend(outcome.queued.emplace_back(run_one(*queued, std::move(next->arguments), database, at, queue)));
    }
    return outcome;
  }

  ConnectionId open_connection() {
    ConnectionId id;
    const std::uint64_t number = ++last_connection_;
    std::memcpy(id.bytes.data(), &number, sizeof number);
    connections_.insert(id);
    return id;
  }

  bool close_connection(const ConnectionId& id) { return connections_.erase(id) != 0; }

 private:
  Expected<std::optional<CallOutcome>> start_and_init(Timestamp at) {
    store_ = std::make_unique<Store>();
    if (auto started = start_instance(); !started) return std::unexpected(started.error());
    auto module = read_module_def(description_, options_.profile);
    if (!module) return std::unexpected(module.error());
    module_ = std::make_unique<ModuleDef>(*std::move(module));
    calls_->set_module(*module_);
    store_->create_tables(*module_, options_.profile);
    const ReducerDef* init = module_->find_lifecycle(Lifecycle::init);
    if (init == nullptr) return std::nullopt;
    CallOutcome outcome = run(*init, {}, {options_.owner, {}}, at);
    if (outcome.is_committed()) return outcome;
    return refuse(ErrorKind::init_failed, concat("the init reducer ", outcome.status == CallStatus::failed
                                                                          ? concat("failed: ", outcome.error)
                                                                          : concat("trapped: ", outcome.trap_reason)));
  }

  void forget() {
    instance_.reset();
    calls_.reset();
    guest_.reset();
    store_.reset();
    module_.reset();
    description_.clear();
  }

  Expected<void> start_instance() {
    calls_ = std::make_unique<SystemCalls>(
        CallEnvironment{store_.get(), module_.get(), options_.database, options_.profile});
    auto started = start_guest(*guest_, *calls_, options_.profile, options_.limits);
    if (!started) return std::unexpected(started.error());
    if (!is_published()) description_ = std::move(started->description);
    instance_ = std::move(started->instance);
    return {};
  }

  CallOutcome run_one(const ReducerDef& reducer, Bytes arguments, const Caller& caller, Timestamp at,
                      CallQueue& queue) {
    CallOutcome outcome;
    outcome.reducer = reducer.name;
    if (instance_ == nullptr) {
      if (auto started = start_instance(); !started) {
        fail_by_trap(outcome, started.error().text);
        return outcome;
      }
    }
    const auto id = static_cast<std::uint32_t>(&reducer - module_->reducers.data());
    store_->begin();
    const std::uint32_t sink = calls_->open_sink();
    const std::uint32_t source = calls_->begin_call(std::move(arguments));
    GuestResult result = instance_->call_reducer(id, call_data(caller, at), source, sink);
    const Bytes text = calls_->take_sink(sink);
    SystemCalls::Leavings left = calls_->end_call();
    outcome.fuel = result.fuel;
    outcome.logs = std::move(left.logs);
    outcome.dropped_logs = left.dropped_logs;
    queue.add(std::move(left.queued));
    judge(result, text, outcome);
    if (outcome.is_committed()) {
      store_->commit();
    } else {
      store_->roll_back();
    }
    return outcome;
  }

  void fail_by_trap(CallOutcome& outcome, std::string reason) {
    outcome.status = CallStatus::trapped;
    outcome.error = trap_text(options_.profile);
    outcome.trap_reason = std::move(reason);
  }

  // What the guest's answer means (host-abi 3.4).
  void judge(GuestResult& result, ByteView text, CallOutcome& outcome) {
    if (result.ending != GuestResult::Ending::returned) {
      outcome.is_out_of_fuel = result.ending == GuestResult::Ending::out_of_fuel;
      outcome.trap_frames = std::move(result.frames);
      fail_by_trap(outcome, std::move(result.reason));
      instance_.reset();  // whatever state it is in
      return;
    }
    if (result.code == 0) return;
    if (result.code == STDB_HOST_CALL_FAILURE) {
      outcome.status = CallStatus::failed;
      outcome.error = lossy_utf8(text);
    } else if (options_.profile == Profile::v1_2) {
      outcome.status = CallStatus::failed;
      outcome.error = "unknown return code";
    } else {
      fail_by_trap(outcome, concat("the reducer returned the unknown code ", result.code));
    }
  }

  DatabaseOptions options_;
  std::unique_ptr<GuestModule> guest_;
  std::unique_ptr<ModuleDef> module_;
  Bytes description_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<SystemCalls> calls_;
  std::unique_ptr<GuestInstance> instance_;  // none after a trap, until the next call
  std::set<ConnectionId> connections_;
  std::uint64_t last_connection_ = 0;
};

Database::Database(DatabaseOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Expected<std::optional<CallOutcome>> Database::publish(ByteView wasm, std::optional<Timestamp> at) {
  auto module = compile_wasm(wasm, state_->options().profile);
  if (!module) return std::unexpected(module.error());
  return publish(*std::move(module), at);
}

Expected<std::optional<CallOutcome>> Database::publish(std::unique_ptr<GuestModule> module,
                                                       std::optional<Timestamp> at) {
  if (state_->is_published()) {
    return refuse(ErrorKind::already_published, "this database has a module; publishing over it is not supported");
  }
  return state_->publish(std::move(module), state_->time(at));
}

const ModuleDef& Database::module() const { return state_->module(); }
ByteView Database::description() const { return state_->description(); }

Expected<Database::Connected> Database::connect(const Identity& user, std::optional<Timestamp> at) {
  if (!state_->is_published()) return refuse_unpublished();
  Connected connected{{user, state_->open_connection()}, std::nullopt};
  if (const ReducerDef* reducer = state_->module().find_lifecycle(Lifecycle::on_connect)) {
    connected.outcome = state_->run(*reducer, {}, connected.caller, state_->time(at));
  }
  if (!connected.is_accepted()) state_->close_connection(connected.caller.connection);
  return connected;
}

Expected<std::optional<CallOutcome>> Database::disconnect(const Caller& caller, std::optional<Timestamp> at) {
  if (!state_->is_published()) return refuse_unpublished();
  const ReducerDef* reducer = state_->module().find_lifecycle(Lifecycle::on_disconnect);
  if (!state_->close_connection(caller.connection) || reducer == nullptr) return std::nullopt;
  return state_->run(*reducer, {}, caller, state_->time(at));
}

namespace {

// The reducer that a client means, if it may call it.
Expected<const ReducerDef*> callable_reducer(const ModuleDef& module, std::string_view name, bool is_owner) {
  const ReducerDef* reducer = module.find_reducer(name);
  if (reducer == nullptr) {
    std::vector<std::string> names;
    for (const ReducerDef& known : module.reducers) {
      if (!known.lifecycle) names.push_back(known.name);
    }
    return refuse(ErrorKind::no_such_reducer, concat("no such reducer: \"", name, '"', suggestion(name, names)));
  }
  if (reducer->lifecycle) {
    return refuse(ErrorKind::private_reducer, concat("reducer \"", name, "\" is run by the database itself (as ",
                                                     lifecycle_name(*reducer->lifecycle), ") and cannot be called"));
  }
  if (reducer->is_private && !is_owner) {
    return refuse(ErrorKind::private_reducer, concat("reducer \"", name, "\" is private: only the owner may call it"));
  }
  return reducer;
}

// "add(name: String, age: u8)".
std::string signature(const ReducerDef& reducer, const ModuleDef& module) {
  std::string out = reducer.name + "(";
  for (const TypeMember& param : reducer.params.members) {
    if (&param != &reducer.params.members.front()) out += ", ";
    out += concat(param.name.value_or(""), ": ", type_name_in(param.type, module));
  }
  return out + ")";
}

}  // namespace

Expected<CallOutcome> Database::call(std::string_view name, ByteView arguments, const CallOptions& options) {
  if (!state_->is_published()) return refuse_unpublished();
  const bool is_owner = options.caller.identity == state_->options().owner;
  const auto reducer = callable_reducer(module(), name, is_owner);
  if (!reducer) return std::unexpected(reducer.error());
  if (const auto size = measure((*reducer)->params, module().typespace, arguments); !size) {
    return refuse(ErrorKind::bad_arguments,
                  concat("invalid arguments for reducer ", signature(**reducer, module()), ": ", size.error().text));
  }
  return state_->run(**reducer, Bytes(arguments.begin(), arguments.end()), options.caller, state_->time(options.at));
}

Expected<CallOutcome> Database::call(std::string_view name, const boost::json::value& arguments,
                                     const CallOptions& options) {
  auto encoded = encode_arguments(name, arguments, options.caller.identity);
  if (!encoded) return std::unexpected(encoded.error());
  return state_->run(*module().find_reducer(name), *std::move(encoded), options.caller, state_->time(options.at));
}

Expected<Bytes> Database::encode_arguments(std::string_view name, const boost::json::value& arguments,
                                           const Identity& sender) const {
  if (!state_->is_published()) return refuse_unpublished();
  const auto reducer = callable_reducer(module(), name, sender == state_->options().owner);
  if (!reducer) return std::unexpected(reducer.error());
  Bytes encoded;
  const auto read = encode_json((*reducer)->params, module().typespace, arguments, encoded);
  if (read) return encoded;
  const std::string where = read.error().path.empty() ? "" : concat("argument ", read.error().path, ": ");
  return refuse(ErrorKind::bad_arguments, concat("invalid arguments for reducer ", signature(**reducer, module()), ": ",
                                                 where, read.error().text));
}

namespace {

Expected<const Table*> known_table(Store& store, const ModuleDef& module, std::string_view name) {
  if (const Table* table = store.find_table(name)) return table;
  std::vector<std::string> names;
  for (const TableDef& known : module.tables) names.push_back(known.name);
  return refuse(ErrorKind::no_such_table, concat("no such table: \"", name, '"', suggestion(name, names)));
}

}  // namespace

Expected<std::vector<ByteView>> Database::rows(std::string_view name) const {
  if (!state_->is_published()) return refuse_unpublished();
  const auto table = known_table(state_->store(), module(), name);
  if (!table) return std::unexpected(table.error());
  std::vector<ByteView> found;
  found.reserve((*table)->row_count());
  for (Slot slot = 0; slot < (*table)->slot_count(); ++slot) {
    if (const Row* row = (*table)->row_at(slot)) found.push_back(row->bytes());
  }
  return found;
}

Expected<std::size_t> Database::row_count(std::string_view name) const {
  if (!state_->is_published()) return refuse_unpublished();
  const auto table = known_table(state_->store(), module(), name);
  if (!table) return std::unexpected(table.error());
  return (*table)->row_count();
}

}  // namespace stdb::host
