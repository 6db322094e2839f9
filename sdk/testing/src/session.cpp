// sdk/testing/src/session.cpp: what a test does with its database, in bytes and names.
#include "stdb/testing/detail/session.hpp"

#include <algorithm>
#include <bit>
#include <boost/json/value.hpp>
#include <cstdlib>
#include <fstream>

#include "guest.hpp"
#include "read_file.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/native.hpp"
#include "stdb/testing/detail/refuse.hpp"

namespace stdb::testing::detail {
namespace {

constexpr const char* wasm_variable = "STDB_TEST_WASM";

host::DatabaseOptions host_options(const Options& options, host::HttpClient http) {
  const host::Timestamp start{options.start.micros_since_unix_epoch};
  host::DatabaseOptions made;
  made.profile = options.servers;
  made.limits.fuel_per_call = options.fuel_per_call;
  made.clock = [start] { return start; };
  made.http = std::move(http);
  made.environment = {options.environment.begin(), options.environment.end()};
  return made;
}

host::CallOptions from(const Connection& connection) {
  return {.caller = {to_host(connection.identity), connection.id.value_or(host::ConnectionId())}, .at = {}};
}

// What a client may not do is an answer; all else the test is to blame for.
CallResult refused(std::string_view function, const host::Error& error) {
  switch (error.kind) {
    case host::ErrorKind::private_reducer:
    case host::ErrorKind::private_procedure:
    case host::ErrorKind::private_view:
      return CallResult::refused(function, error.text);
    case host::ErrorKind::no_such_reducer:
    case host::ErrorKind::no_such_procedure:
    case host::ErrorKind::no_such_view:
    case host::ErrorKind::no_such_table:
      refuse(error.text + "; what a module has stands in its stdb::define<...>");
    case host::ErrorKind::bad_arguments:
      refuse(error.text + "; the module was built of another source than this test");
    default:
      refuse(error.text);
  }
}

template <class T>
T expect(host::Expected<T> answer) {
  if (!answer) static_cast<void>(refused("", answer.error()));
  return *std::move(answer);
}

// The outcome of a lifecycle's event for which the module has no reducer.
host::CallOutcome nothing_ran(host::Lifecycle lifecycle) {
  host::CallOutcome outcome;
  outcome.function = host::lifecycle_name(lifecycle);
  return outcome;
}

}  // namespace

// Keeps a test from using a database while it is in use: by its own HTTP client, or in another thread.
class Session::Turn {
 public:
  explicit Turn(const Session& session) : session_(&session) {
    guard_thread();
    if (session.is_busy_.exchange(true)) {
      refuse("the database was used while a call ran: by the HTTP client of the test, or by another thread");
    }
  }
  ~Turn() { session_->is_busy_ = false; }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  const Session* session_;
};

host::Identity to_host(const Identity& identity) {
  static_assert(sizeof(Identity) == sizeof(host::Identity) && std::endian::native == std::endian::little);
  return std::bit_cast<host::Identity>(identity);
}

std::shared_ptr<Session> Session::of_program(const stdb_module_definition& definition, Options options) {
  const char* path = std::getenv(wasm_variable);
  if (path == nullptr || *path == '\0') return of_native(definition, std::move(options));
  auto session = of_wasm(wasm(path), std::move(options));
  const host::ByteView native(definition.description, definition.description_len);
  if (!std::ranges::equal(session->database_.description(), native)) {
    refuse(std::string(wasm_variable) + " names " + path +
           ", which describes another module than the one that this test was built with: build both again");
  }
  return session;
}

std::shared_ptr<Session> Session::of_native(const stdb_module_definition& definition, Options options) {
  auto session = std::make_shared<Session>(std::move(options));
  session->publish(host::native_module(definition));
  return session;
}

std::shared_ptr<Session> Session::of_wasm(const Wasm& wasm, Options options) {
  const Servers servers = options.servers;
  auto session = std::make_shared<Session>(std::move(options));
  session->is_wasm_ = true;
  session->publish(wasm_guest(wasm, servers));
  return session;
}

Session::Session(Options options)
    : http_client_(std::move(options.http_client)),
      environment_(options.environment.begin(), options.environment.end()),
      start_(options.start),
      data_(options.data),
      database_(host_options(options,
                             [this](const HttpRequest& request) -> std::expected<HttpResponse, std::string> {
                               if (!http_client_) return std::unexpected("the test has no http_client");
                               return http_client_(request);
                             })),
      owner_(std::make_shared<Connection>(std::bit_cast<Identity>(host::default_owner()))) {
  guard_thread();
  connections_.emplace(owner_->identity, owner_);
}

void Session::publish(std::unique_ptr<host::GuestModule> module) {
  const Turn turn(*this);
  if (!data_.empty()) {
    const auto restored = database_.restore(read_file(data_), std::move(module));
    if (!restored) refuse(data_ + " cannot be gone on from: " + restored.error().text);
    return listen_to_events();
  }
  const auto published = database_.publish(std::move(module), host::Timestamp{start_.micros_since_unix_epoch});
  if (!published) refuse("the module cannot be published: " + published.error().text);
  if (*published) keep_logs(**published);
  listen_to_events();
}

// As a client does, with a subscription of the owner, who sees private tables too.
void Session::listen_to_events() {
  std::vector<std::string> queries;
  for (const host::TableDef& table : database_.module().tables) {
    if (table.is_event) queries.push_back("SELECT * FROM \"" + table.name + '"');
  }
  if (queries.empty()) return;
  const auto keep = [this](const std::vector<host::QueryUpdate>& updates) {
    for (const host::QueryUpdate& update : updates) {
      auto& events = events_[update.table];
      events.insert(events.end(), update.inserted.begin(), update.inserted.end());
    }
  };
  static_cast<void>(expect(database_.subscribe(from(*owner_).caller, queries, keep)));
}

void Session::keep_logs(const host::CallOutcome& outcome) {
  logs_.append(outcome.logs);
  for (const host::CallOutcome& other : outcome.meanwhile) keep_logs(other);
  for (const host::CallOutcome& other : outcome.refreshed) keep_logs(other);
  for (const host::CallOutcome& other : outcome.queued) keep_logs(other);
}

CallResult Session::call(std::string_view reducer, const Bytes& arguments, const Connection& connection) {
  const Turn turn(*this);
  auto outcome = database_.call(reducer, host::ByteView(arguments), from(connection));
  if (!outcome) return refused(reducer, outcome.error());
  keep_logs(*outcome);
  return CallResult(*std::move(outcome));
}

CallResult Session::call_procedure(std::string_view procedure, const Bytes& arguments, const Connection& connection,
                                   Bytes& value) {
  const Turn turn(*this);
  auto outcome = database_.call_procedure(procedure, host::ByteView(arguments), from(connection));
  if (!outcome) return refused(procedure, outcome.error());
  keep_logs(*outcome);
  value = std::move(outcome->value);
  return CallResult(static_cast<host::CallOutcome&&>(*outcome));
}

Session::View Session::view(std::string_view view, const Identity& reader) {
  const Turn turn(*this);
  auto outcome = database_.view(view, to_host(reader));
  if (!outcome) return {refused(view, outcome.error()), std::nullopt, {}};
  keep_logs(*outcome);
  auto query = std::move(outcome->query);
  auto rows = std::move(outcome->rows);
  return {CallResult(static_cast<host::CallOutcome&&>(*outcome)), std::move(query), std::move(rows)};
}

std::vector<Bytes> Session::query(std::string_view sql, const Identity& reader) {
  const Turn turn(*this);
  return expect(database_.query(sql, to_host(reader))).rows;
}

void Session::save(const std::string& path) const {
  const Turn turn(*this);
  const Bytes bytes = expect(database_.save());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) refuse("the database cannot be saved to " + path);
}

host::HttpOutcome Session::request(HttpRequest request, const Connection& connection) {
  const Turn turn(*this);
  auto outcome = expect(database_.request(std::move(request), from(connection)));
  keep_logs(outcome);
  return outcome;
}

CallResult Session::connect(Connection& connection) {
  const Turn turn(*this);
  if (connection.id) refuse("this client is connected already; another() gives its user a further connection");
  auto connected = expect(database_.connect(to_host(connection.identity), {.at = {}, .claims = connection.claims}));
  if (connected.is_accepted()) connection.id = connected.caller.connection;
  if (!connected.outcome) return CallResult(nothing_ran(host::Lifecycle::on_connect));
  keep_logs(*connected.outcome);
  return CallResult(*std::move(connected.outcome));
}

CallResult Session::disconnect(Connection& connection) {
  const Turn turn(*this);
  if (!connection.id) refuse("this client is not connected");
  auto outcome = expect(database_.disconnect(from(connection).caller));
  connection.id.reset();
  if (!outcome) return CallResult(nothing_ran(host::Lifecycle::on_disconnect));
  keep_logs(*outcome);
  return CallResult(*std::move(outcome));
}

void Session::set_claims(Connection& connection, std::optional<std::string> claims) {
  const Turn turn(*this);
  if (claims) {
    const auto json = host::parse_json(*claims);
    if (!json || !json->is_object()) {
      refuse("claims are a JSON object" + (json ? std::string() : ": " + json.error().text) + ": " + *claims);
    }
  }
  connection.claims = std::move(claims);
  if (connection.id) database_.set_claims(*connection.id, connection.claims);
}

std::shared_ptr<Connection> Session::connection_of(const Identity& user) {
  const Turn turn(*this);
  auto& connection = connections_[user];
  if (connection == nullptr) connection = std::make_shared<Connection>(user);
  return connection;
}

Calls Session::advance(std::chrono::microseconds duration) {
  const Turn turn(*this);
  if (duration.count() < 0) refuse("the time does not go back");
  host::DueCalls due = expect(database_.advance(duration));
  std::vector<CallResult> calls;
  for (host::CallOutcome& outcome : due.calls) {
    keep_logs(outcome);
    calls.emplace_back(std::move(outcome));
  }
  return {std::move(calls), due.is_cut_off};
}

Timestamp Session::now() const { return {database_.now().micros}; }

std::vector<Bytes> Session::rows(std::string_view table) const {
  const Turn turn(*this);
  std::vector<Bytes> rows;
  for (const host::ByteView row : expect(database_.rows(table))) rows.emplace_back(row.begin(), row.end());
  return rows;
}

std::size_t Session::row_count(std::string_view table) const {
  const Turn turn(*this);
  return expect(database_.row_count(table));
}

const std::vector<Bytes>& Session::events(std::string_view table) const {
  static const std::vector<Bytes> none;
  const Turn turn(*this);
  static_cast<void>(expect(database_.row_count(table)));  // refuses a table that the module does not have
  const auto& tables = database_.module().tables;
  const auto def = std::ranges::find_if(
      tables, [&](const host::TableDef& one) { return one.name == table || one.source_name == table; });
  const auto found = events_.find(def->name);
  return found == events_.end() ? none : found->second;
}

std::vector<Bytes> Session::seed(std::string_view table, const std::vector<Bytes>& rows) {
  const Turn turn(*this);
  return expect(database_.insert(table, rows));
}

void Session::set_environment(std::string name, std::optional<std::string> value) {
  const Turn turn(*this);
  host::EnvironmentValues changed = environment_;
  if (value) {
    changed.insert_or_assign(std::move(name), *std::move(value));
  } else {
    changed.erase(name);
  }
  if (const auto set = database_.set_environment(changed); !set) refuse(set.error().text);
  environment_ = std::move(changed);
}

}  // namespace stdb::testing::detail
