// sdk/host/.../database.hpp: a SpacetimeDB database inside this program: publish a module, call its reducers, look at
// its rows.
//
// Everything is deterministic: the same module, the same calls at the same times give the same rows and the same fuel.
// A Database belongs to one thread at a time; several may live in several threads.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "stdb/host/bytes.hpp"
#include "stdb/host/error.hpp"
#include "stdb/host/guest.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/outcome.hpp"
#include "stdb/host/profile.hpp"
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
  // The time of calls that are given none. Empty: the system's clock.
  std::function<Timestamp()> clock = {};
};

// Who calls. A connection of all zeros is none.
struct Caller {
  Identity identity = default_owner();
  ConnectionId connection;
};

struct CallOptions {
  Caller caller;
  std::optional<Timestamp> at;  // none: the clock's time
};

class Database {
 public:
  explicit Database(DatabaseOptions options = {});
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  // Publishes a module and runs its init reducer, if it has one; the outcome of init, or none. Checks are made, and
  // refused in words, in the order of a server (host-abi 3.5). Nothing is published unless all of it succeeds. One
  // module a database.
  Expected<std::optional<CallOutcome>> publish(ByteView wasm, std::optional<Timestamp> at = {});
  Expected<std::optional<CallOutcome>> publish(std::unique_ptr<GuestModule> module, std::optional<Timestamp> at = {});

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
  Expected<Connected> connect(const Identity& user, std::optional<Timestamp> at = {});

  // Closes a connection and runs client_disconnected, if there is one; its outcome, or none. Whatever it is, the
  // connection is closed; closing a connection that is not open does nothing.
  Expected<std::optional<CallOutcome>> disconnect(const Caller& caller, std::optional<Timestamp> at = {});

  // Calls a reducer with encoded arguments, or with SATS-JSON (an object by parameter or an array by position). Errors
  // are refusals before the module ran: not_published, no_such_reducer, private_reducer, bad_arguments.
  Expected<CallOutcome> call(std::string_view reducer, ByteView arguments, const CallOptions& options = {});
  Expected<CallOutcome> call(std::string_view reducer, const boost::json::value& arguments,
                             const CallOptions& options = {});

  // What such a call would hand to the reducer, or why it would be refused. Runs nothing.
  Expected<Bytes> encode_arguments(std::string_view reducer, const boost::json::value& arguments,
                                   const Identity& sender) const;

  // The committed rows of a table, encoded, in the order of insertion (places of deleted rows are filled first).
  // Borrowed until the database changes. Errors: not_published, no_such_table.
  Expected<std::vector<ByteView>> rows(std::string_view table) const;
  Expected<std::size_t> row_count(std::string_view table) const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace stdb::host
