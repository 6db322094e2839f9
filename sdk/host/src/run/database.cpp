// sdk/host/src/run/database.cpp: the database as an embedder sees it: what may be called, by whom, with what.
#include "stdb/host/database.hpp"

#include <algorithm>
#include <boost/json/value.hpp>

#include "base/concat.hpp"
#include "run/environment.hpp"
#include "run/runner.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/near_name.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

std::unexpected<Error> refuse_unpublished() {
  return refuse(ErrorKind::not_published, "no module is published in this database");
}

// "add(name: String, age: u8)".
std::string signature(const FunctionDef& function, const ModuleDef& module) {
  std::string out = function.name + "(";
  for (const TypeMember& param : function.params.members) {
    if (&param != &function.params.members.front()) out += ", ";
    out += concat(param.name.value_or(""), ": ", type_name_in(param.type, module));
  }
  return out + ")";
}

template <class Def>
std::unexpected<Error> refuse_unknown(ErrorKind kind, std::string_view what, std::string_view name,
                                      const std::vector<Def>& known) {
  std::vector<std::string> names;
  for (const Def& def : known) {
    if constexpr (std::is_same_v<Def, ReducerDef>) {
      if (def.lifecycle) continue;
    }
    names.push_back(def.name);
  }
  return refuse(kind, concat("no such ", what, ": \"", name, '"', suggestion(name, names)));
}

// What a caller means, if it may call it.
Expected<const ReducerDef*> callable_reducer(const ModuleDef& module, std::string_view name, bool is_owner) {
  const ReducerDef* reducer = module.find_reducer(name);
  if (reducer == nullptr) return refuse_unknown(ErrorKind::no_such_reducer, "reducer", name, module.reducers);
  if (reducer->lifecycle) {
    return refuse(ErrorKind::private_reducer, concat("reducer \"", name, "\" is run by the database itself (as ",
                                                     lifecycle_name(*reducer->lifecycle), ") and cannot be called"));
  }
  if (reducer->is_private && !is_owner) {
    return refuse(ErrorKind::private_reducer, concat("reducer \"", name, "\" is private: only the owner may call it"));
  }
  return reducer;
}

Expected<const ProcedureDef*> callable_procedure(const ModuleDef& module, std::string_view name, bool is_owner) {
  const ProcedureDef* procedure = module.find_procedure(name);
  if (procedure == nullptr) return refuse_unknown(ErrorKind::no_such_procedure, "procedure", name, module.procedures);
  if (procedure->is_private && !is_owner) {
    return refuse(ErrorKind::private_procedure,
                  concat("procedure \"", name, "\" is private: only the owner may call it"));
  }
  return procedure;
}

Expected<const ViewDef*> readable_view(const ModuleDef& module, std::string_view name, bool is_owner) {
  const ViewDef* view = module.find_view(name);
  if (view == nullptr) return refuse_unknown(ErrorKind::no_such_view, "view", name, module.views);
  if (!view->is_public && !is_owner) {
    return refuse(ErrorKind::private_view, concat("view \"", name, "\" is private: only the owner may read it"));
  }
  return view;
}

std::unexpected<Error> refuse_arguments(FunctionKind kind, const FunctionDef& function, const ModuleDef& module,
                                        std::string_view why) {
  return refuse(ErrorKind::bad_arguments, concat("invalid arguments for ", function_kind_name(kind), ' ',
                                                 signature(function, module), ": ", why));
}

Expected<Bytes> check_arguments(FunctionKind kind, const FunctionDef& function, const ModuleDef& module,
                                ByteView arguments) {
  const auto size = measure(function.params, module.typespace, arguments);
  if (!size) return refuse_arguments(kind, function, module, size.error().text);
  return Bytes(arguments.begin(), arguments.end());
}

Expected<Bytes> encode(FunctionKind kind, const FunctionDef& function, const ModuleDef& module,
                       const boost::json::value& arguments) {
  Bytes encoded;
  const auto read = encode_json(function.params, module.typespace, arguments, encoded);
  if (read) return encoded;
  const std::string where = read.error().path.empty() ? "" : concat("argument ", read.error().path, ": ");
  return refuse_arguments(kind, function, module, where + read.error().text);
}

}  // namespace

Identity default_owner() {
  return *Identity::from_hex("c200000000000000000000000000000000000000000000000000000000000001");
}

Identity default_database() {
  return *Identity::from_hex("c200000000000000000000000000000000000000000000000000000000000002");
}

class Database::State : public Runner {
 public:
  using Runner::Runner;

  bool is_owner(const Identity& identity) const { return identity == options().owner; }
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
  return state_->publish(std::move(module), state_->time(at));
}

const ModuleDef& Database::module() const { return state_->module(); }
ByteView Database::description() const { return state_->description(); }

Expected<Database::Connected> Database::connect(const Identity& user, const ConnectOptions& options) {
  if (!state_->is_published()) return refuse_unpublished();
  const Timestamp time = state_->time(options.at);
  Connected connected{{user, state_->open_connection(user, options.claims)}, std::nullopt};
  if (const ReducerDef* reducer = state_->module().find_lifecycle(Lifecycle::on_connect)) {
    connected.outcome = state_->run(*reducer, {}, connected.caller, time);
  }
  if (!connected.is_accepted()) state_->drop_connection(connected.caller.connection);
  return connected;
}

Expected<std::optional<CallOutcome>> Database::disconnect(const Caller& caller, std::optional<Timestamp> at) {
  if (!state_->is_published()) return refuse_unpublished();
  return state_->close_connection(caller, state_->time(at));
}

bool Database::set_claims(const ConnectionId& connection, std::optional<std::string> claims) {
  auto& connections = state_->surroundings().connections;
  const auto known = connections.find(connection);
  if (known == connections.end()) return false;
  known->second = std::move(claims);
  return true;
}

Expected<void> Database::set_environment(EnvironmentValues values) {
  if (state_->is_published()) {
    if (auto checked = check_environment(module(), values); !checked) return checked;
  }
  state_->surroundings().environment = std::move(values);
  return {};
}

Expected<CallOutcome> Database::call(std::string_view name, ByteView arguments, const CallOptions& options) {
  if (!state_->is_published()) return refuse_unpublished();
  const auto reducer = callable_reducer(module(), name, state_->is_owner(options.caller.identity));
  if (!reducer) return std::unexpected(reducer.error());
  auto checked = check_arguments(FunctionKind::reducer, **reducer, module(), arguments);
  if (!checked) return std::unexpected(checked.error());
  return state_->run(**reducer, *std::move(checked), options.caller, state_->time(options.at));
}

Expected<CallOutcome> Database::call(std::string_view name, const boost::json::value& arguments,
                                     const CallOptions& options) {
  auto encoded = encode_arguments(FunctionKind::reducer, name, arguments, options.caller.identity);
  if (!encoded) return std::unexpected(encoded.error());
  return state_->run(*module().find_reducer(name), *std::move(encoded), options.caller, state_->time(options.at));
}

Expected<ProcedureOutcome> Database::call_procedure(std::string_view name, ByteView arguments,
                                                    const CallOptions& options) {
  if (!state_->is_published()) return refuse_unpublished();
  const auto procedure = callable_procedure(module(), name, state_->is_owner(options.caller.identity));
  if (!procedure) return std::unexpected(procedure.error());
  auto checked = check_arguments(FunctionKind::procedure, **procedure, module(), arguments);
  if (!checked) return std::unexpected(checked.error());
  return state_->run(**procedure, *std::move(checked), options.caller, state_->time(options.at));
}

Expected<ProcedureOutcome> Database::call_procedure(std::string_view name, const boost::json::value& arguments,
                                                    const CallOptions& options) {
  auto encoded = encode_arguments(FunctionKind::procedure, name, arguments, options.caller.identity);
  if (!encoded) return std::unexpected(encoded.error());
  return state_->run(*module().find_procedure(name), *std::move(encoded), options.caller, state_->time(options.at));
}

Expected<ViewOutcome> Database::view(std::string_view name, const Identity& sender) {
  return view(name, ByteView(), {.caller = {sender, {}}, .at = {}});
}

Expected<ViewOutcome> Database::view(std::string_view name, ByteView arguments, const CallOptions& options) {
  if (!state_->is_published()) return refuse_unpublished();
  const auto view = readable_view(module(), name, state_->is_owner(options.caller.identity));
  if (!view) return std::unexpected(view.error());
  auto checked = check_arguments(FunctionKind::view, **view, module(), arguments);
  if (!checked) return std::unexpected(checked.error());
  return state_->run(**view, *std::move(checked), options.caller.identity, state_->time(options.at));
}

Expected<QueryResult> Database::query(std::string_view sql, const Identity& sender) {
  if (!state_->is_published()) return refuse_unpublished();
  return state_->query(sql, sender);
}

Expected<std::uint32_t> Database::subscribe(const Caller& subscriber, const std::vector<std::string>& queries,
                                            OnUpdate on_update) {
  if (!state_->is_published()) return refuse_unpublished();
  return state_->subscribe(subscriber, queries, std::move(on_update));
}

Expected<Bytes> Database::save() const {
  if (!state_->is_published()) return refuse_unpublished();
  return state_->save();
}

Expected<void> Database::restore(ByteView snapshot, ByteView wasm) {
  auto module = compile_wasm(wasm, state_->options().profile);
  if (!module) return std::unexpected(module.error());
  return restore(snapshot, *std::move(module));
}

Expected<void> Database::restore(ByteView snapshot, std::unique_ptr<GuestModule> module) {
  if (state_->is_published()) {
    return refuse(ErrorKind::already_published, "this database has a module; restore a snapshot into a new database");
  }
  return state_->restore(snapshot, std::move(module));
}

bool Database::unsubscribe(std::uint32_t subscription) { return state_->unsubscribe(subscription); }

Expected<HttpOutcome> Database::request(HttpRequest request, const CallOptions& options) {
  if (!state_->is_published()) return refuse_unpublished();
  const auto query = request.uri.find('?');
  const HttpRouteDef* route = module().find_route(request.method, std::string_view(request.uri).substr(0, query));
  if (route != nullptr) return state_->run(*route, std::move(request), options.caller, state_->time(options.at));
  HttpOutcome outcome;
  outcome.kind = FunctionKind::http_handler;
  outcome.response.code = 404;
  outcome.response.body = "Database has not registered a handler for this route";
  return outcome;
}

Expected<Bytes> Database::encode_arguments(FunctionKind kind, std::string_view name,
                                           const boost::json::value& arguments, const Identity& sender) const {
  if (!state_->is_published()) return refuse_unpublished();
  const bool is_owner = state_->is_owner(sender);
  const auto encode_for = [&](const auto& found) -> Expected<Bytes> {
    if (!found) return std::unexpected(found.error());
    return encode(kind, **found, module(), arguments);
  };
  switch (kind) {
    case FunctionKind::reducer:
      return encode_for(callable_reducer(module(), name, is_owner));
    case FunctionKind::procedure:
      return encode_for(callable_procedure(module(), name, is_owner));
    case FunctionKind::view:
      return encode_for(readable_view(module(), name, is_owner));
    case FunctionKind::http_handler:
      break;
  }
  return refuse(ErrorKind::bad_arguments, "an HTTP handler takes a request, no arguments");
}

Timestamp Database::now() const { return state_->surroundings().clock.now(); }

std::optional<Timestamp> Database::next_due() const {
  return state_->is_published() ? state_->surroundings().timers.next_due() : std::nullopt;
}

Expected<DueCalls> Database::run_due() {
  if (!state_->is_published()) return refuse_unpublished();
  return state_->run_due(now(), false);
}

Expected<DueCalls> Database::advance(std::chrono::microseconds duration) {
  if (!state_->is_published()) return refuse_unpublished();
  return state_->run_due(later_by(now(), std::max(duration, std::chrono::microseconds(0))), true);
}

namespace {

Expected<const Table*> known_table(Store& store, const ModuleDef& module, std::string_view name) {
  if (const Table* table = store.find_table(name)) return table;
  return refuse_unknown(ErrorKind::no_such_table, "table", name, module.tables);
}

}  // namespace

Expected<std::vector<ByteView>> Database::rows(std::string_view name) const {
  if (!state_->is_published()) return refuse_unpublished();
  const auto table = known_table(state_->store(), module(), name);
  if (!table) return std::unexpected(table.error());
  return (*table)->rows();
}

Expected<std::size_t> Database::row_count(std::string_view name) const {
  if (!state_->is_published()) return refuse_unpublished();
  const auto table = known_table(state_->store(), module(), name);
  if (!table) return std::unexpected(table.error());
  return (*table)->row_count();
}

Expected<std::vector<Bytes>> Database::insert(std::string_view name, const std::vector<Bytes>& rows) {
  if (!state_->is_published()) return refuse_unpublished();
  if (const auto known = known_table(state_->store(), module(), name); !known) return std::unexpected(known.error());
  return state_->insert(*state_->store().find_table(name), rows);
}

}  // namespace stdb::host
