// sdk/testing/.../detail/session.hpp: Session, what the handles of one test's database share: the host's database, and
// what a test does with it in bytes and names.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/abi/types.h"
#include "stdb/bsatn.hpp"
#include "stdb/host/database.hpp"
#include "stdb/testing/call_result.hpp"
#include "stdb/testing/logs.hpp"
#include "stdb/testing/options.hpp"

namespace stdb::testing::detail {

using Bytes = std::vector<std::uint8_t>;

// A user with one connection, or none.
struct Connection {
  Identity identity;
  std::optional<std::string> claims{};  // JSON
  std::optional<host::ConnectionId> id{};
};

host::Identity to_host(const Identity& identity);

// Makes of this program's misuse of the SDK outside of a call (a broken promise, a context that is used too late) a
// Misuse instead of the program's end. For this thread, unless it is within a call.
void guard_thread();

class Session {
 public:
  // The program's own module, or, where the environment variable STDB_TEST_WASM names a file, that wasm; it must be of
  // the same source. Misuse if it cannot be published.
  static std::shared_ptr<Session> of_program(const stdb_module_definition& definition, Options options);
  static std::shared_ptr<Session> of_native(const stdb_module_definition& definition, Options options);
  static std::shared_ptr<Session> of_wasm(const Wasm& wasm, Options options);

  explicit Session(Options options);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  bool is_wasm() const { return is_wasm_; }
  const host::Database& host() const { return database_; }

  // Refusals that say what the caller may not do are results; those that the test is to blame for throw Misuse.
  CallResult call(std::string_view reducer, const Bytes& arguments, const Connection& from);
  CallResult call_procedure(std::string_view procedure, const Bytes& arguments, const Connection& from, Bytes& value);
  struct View {
    CallResult call;
    std::optional<std::string> query;
    std::vector<Bytes> rows;
  };
  View view(std::string_view view, const Identity& reader);
  std::vector<Bytes> query(std::string_view sql, const Identity& reader);
  host::HttpOutcome request(HttpRequest request, const Connection& from);

  CallResult connect(Connection& connection);
  CallResult disconnect(Connection& connection);
  void set_claims(Connection& connection, std::optional<std::string> claims);
  // The connection of a user that every handle of that user shares.
  std::shared_ptr<Connection> connection_of(const Identity& user);
  const std::shared_ptr<Connection>& owner() const { return owner_; }

  Calls advance(std::chrono::microseconds duration);
  Timestamp now() const;

  std::vector<Bytes> rows(std::string_view table) const;
  std::size_t row_count(std::string_view table) const;
  // What was put into an event table.
  const std::vector<Bytes>& events(std::string_view table) const;
  void clear_events() { events_.clear(); }
  std::vector<Bytes> seed(std::string_view table, const std::vector<Bytes>& rows);

  void save(const std::string& path) const;

  void set_environment(std::string name, std::optional<std::string> value);
  void set_http_client(HttpClient client) { http_client_ = std::move(client); }

  const Logs& logs() const { return logs_; }
  void clear_logs() { logs_ = Logs(); }

 private:
  class Turn;

  void publish(std::unique_ptr<host::GuestModule> module);
  void listen_to_events();
  void keep_logs(const host::CallOutcome& outcome);

  HttpClient http_client_;
  host::EnvironmentValues environment_;
  Timestamp start_;
  std::string data_;
  host::Database database_;
  Logs logs_;
  std::map<std::string, std::vector<Bytes>, std::less<>> events_;  // by table
  std::map<Identity, std::shared_ptr<Connection>> connections_;
  std::shared_ptr<Connection> owner_;
  bool is_wasm_ = false;
  mutable std::atomic<bool> is_busy_ = false;
};

}  // namespace stdb::testing::detail
