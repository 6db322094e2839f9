// sdk/host/.../database.hpp: a SpacetimeDB database inside this program: publish a module, call its functions, let
// time pass, look at its rows.
//
// Everything is deterministic: the same module, the same calls at the same times give the same rows and the same fuel.
// A Database belongs to one thread at a time; several may live in several threads.
#pragma once

#include <boost/json/fwd.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/host/bytes.hpp"
#include "stdb/host/error.hpp"
#include "stdb/host/guest.hpp"
#include "stdb/host/http.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/outcome.hpp"
#include "stdb/host/profile.hpp"
#include "stdb/host/query.hpp"
#include "stdb/host/schema.hpp"
#include "stdb/host/timestamp.hpp"

namespace stdb::host {

// Who publishes where nobody says otherwise, and what the database is called then. Made up; no issuer has them.
Identity default_owner();
Identity default_database();

struct DatabaseOptions {
  Profile profile = Profile::v2;
  Identity database = default_database();
  Identity owner = default_owner();
  GuestLimits limits = {};
  // The database's time until a call is given one, or it is moved on (advance). Empty: the system's clock.
  std::function<Timestamp()> clock = {};
  // How a procedure sleeps while the time is `clock`'s own. Empty: it does not wait; the time is moved on instead.
  std::function<void(Timestamp wake_at)> sleep_until = {};
  // Answers what procedures and handlers request. Empty: every request fails, as on a server that allows none.
  HttpClient http = {};
  // The values of the module's environment; see set_environment.
  EnvironmentValues environment = {};
};

// Who calls. A connection of all zeros is none.
struct Caller {
  Identity identity = default_owner();
  ConnectionId connection;
};

struct CallOptions {
  Caller caller;
  std::optional<Timestamp> at;  // the database's time from now on; none: as it is
};

struct ConnectOptions {
  std::optional<Timestamp> at;
  std::optional<std::string> claims;  // what the payload of the client's token says, a JSON object
};

class Database {
 public:
  explicit Database(DatabaseOptions options = {});
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  // Publishes a module and runs its init reducer, if it has one; the outcome of init, or none. Checks are made, and
  // refused in words, in the order of a server (host-abi 3.5). Nothing is published unless all of it succeeds.
  //
  // Over a module that is there another one is published as on a server (host-abi 5.5): rows stay, new columns at the
  // end get their defaults, init does not run. What cannot be made of the rows is refused (cannot_migrate), and all
  // stays as it was. Where clients would not know the tables any more, their connections are closed: a column or table
  // went or came, or a view changed.
  Expected<std::optional<CallOutcome>> publish(ByteView wasm, std::optional<Timestamp> at = {});
  Expected<std::optional<CallOutcome>> publish(std::unique_ptr<GuestModule> module, std::optional<Timestamp> at = {});

  // The committed rows of all tables, the sequences and the time, with the description of the module that they belong
  // to; in a format of this host's own. Connections and subscriptions are not part of it. Errors: not_published.
  Expected<Bytes> save() const;

  // Makes this database, which must have no module yet, what such bytes say. The module may be another one, if it could
  // be published over the first. init does not run; scheduled rows are waited for again, as when a server starts.
  // Errors: already_published, bad_snapshot, cannot_migrate, and those of publish.
  Expected<void> restore(ByteView snapshot, ByteView wasm);
  Expected<void> restore(ByteView snapshot, std::unique_ptr<GuestModule> module);

  // The published module's declarations. The database must have one.
  const ModuleDef& module() const;
  // Its description as it wrote it, in BSATN.
  ByteView description() const;

  // Opens a connection for a user and runs client_connected, if there is one. `outcome` is then what became of it;
  // unless it is committed, the connection is refused and does not exist.
  struct Connected {
    Caller caller;
    std::optional<CallOutcome> outcome;
    bool is_accepted() const { return !outcome || outcome->is_committed(); }
  };
  Expected<Connected> connect(const Identity& user, const ConnectOptions& options = {});

  // Closes a connection and runs client_disconnected, if there is one; its outcome, or none. Whatever it is, the
  // connection is closed; closing a connection that is not open does nothing.
  Expected<std::optional<CallOutcome>> disconnect(const Caller& caller, std::optional<Timestamp> at = {});

  // Changes what the module reads as the claims of a connection; false if it is not open.
  bool set_claims(const ConnectionId& connection, std::optional<std::string> claims);

  // Sets all values of the module's environment. What the published module declares is held to (bad_environment);
  // before a module is published, publishing does so.
  Expected<void> set_environment(EnvironmentValues values);

  // Calls a reducer with encoded arguments, or with SATS-JSON (an object by parameter or an array by position). Errors
  // are refusals before the module ran: not_published, no_such_reducer, private_reducer, bad_arguments.
  Expected<CallOutcome> call(std::string_view reducer, ByteView arguments, const CallOptions& options = {});
  Expected<CallOutcome> call(std::string_view reducer, const boost::json::value& arguments,
                             const CallOptions& options = {});

  // Calls a procedure likewise; errors: not_published, no_such_procedure, private_procedure, bad_arguments.
  Expected<ProcedureOutcome> call_procedure(std::string_view procedure, ByteView arguments,
                                            const CallOptions& options = {});
  Expected<ProcedureOutcome> call_procedure(std::string_view procedure, const boost::json::value& arguments,
                                            const CallOptions& options = {});

  // Runs a view now and gives what it shows to the caller. Errors: not_published, no_such_view, private_view,
  // bad_arguments.
  Expected<ViewOutcome> view(std::string_view view, const Identity& sender = default_owner());
  Expected<ViewOutcome> view(std::string_view view, ByteView arguments, const CallOptions& options = {});

  // Runs a query over tables and views: one of them or a semijoin, as clients subscribe to it (sql/select.hpp says
  // which). Others than the owner see public tables, and of these the rows that row-level security lets through. A view
  // that has not been asked for by this sender, or not for ten minutes, runs; otherwise it is known. Errors:
  // not_published, bad_query.
  Expected<QueryResult> query(std::string_view sql, const Identity& sender = default_owner());

  // Keeps somebody informed of what queries give, until unsubscribe, or disconnect of a connection that is one. Rows of
  // event tables are told of as inserted, and are never deleted. `on_update` is called before this returns if there are
  // rows. The subscription's number. Errors: not_published, bad_query.
  Expected<std::uint32_t> subscribe(const Caller& subscriber, const std::vector<std::string>& queries,
                                    OnUpdate on_update);
  bool unsubscribe(std::uint32_t subscription);  // false if there is none of that number

  // Has the handler of a route answer. `request.uri` is the path below the database's routes with what follows it
  // ("/greet?name=Ann"); the handler is given the whole address. Without such a route the answer is 404.
  Expected<HttpOutcome> request(HttpRequest request, const CallOptions& options = {});

  // What such a call would hand to a reducer, procedure or view, or why it would be refused. Runs nothing.
  Expected<Bytes> encode_arguments(FunctionKind kind, std::string_view function, const boost::json::value& arguments,
                                   const Identity& sender) const;

  // The time that calls are told. It is the clock's of the options until a call is given a time, advance is called or a
  // procedure sleeps; from then on it stands still in between.
  Timestamp now() const;

  // When the next scheduled call is due, if there is one. Nothing is called before run_due or advance.
  std::optional<Timestamp> next_due() const;

  // Makes the scheduled calls that are due now.
  Expected<DueCalls> run_due();

  // Moves the time on, and makes the scheduled calls that fall due on the way, each at its own time.
  Expected<DueCalls> advance(std::chrono::microseconds duration);

  // The committed rows of a table, encoded, in the order of insertion (places of deleted rows are filled first).
  // Borrowed until the database changes. Errors: not_published, no_such_table.
  Expected<std::vector<ByteView>> rows(std::string_view table) const;
  Expected<std::size_t> row_count(std::string_view table) const;

  // Puts rows into a table past the module's functions, in one transaction and as the module's own inserts would:
  // generated columns, unique values and schedules hold. The rows as they are stored; or none of them is, and the error
  // says why (not_published, no_such_table, bad_row). For tests, and for filling a database before it is used.
  Expected<std::vector<Bytes>> insert(std::string_view table, const std::vector<Bytes>& rows);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace stdb::host
