// sdk/testing/.../database.hpp: Database, a fresh database with a module in it, for one test.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "stdb/bsatn.hpp"
#include "stdb/module/module_value.hpp"
#include "stdb/testing/client.hpp"
#include "stdb/testing/detail/session.hpp"
#include "stdb/testing/event_reader.hpp"
#include "stdb/testing/jwt.hpp"
#include "stdb/testing/logs.hpp"
#include "stdb/testing/options.hpp"
#include "stdb/testing/table_reader.hpp"

namespace stdb::testing {

// A database in this program, as a server would have just published the module. It is made in well under a millisecond,
// so that each test has its own. Several may live side by side and in several threads, each used by one thread at a
// time. All of it is deterministic: the time stands still unless it is moved, ids and random numbers repeat.
class Database {
 public:
  // With the program's own stdb::module, linked in; with the wasm that the environment variable STDB_TEST_WASM names
  // where it is set, as stdb_add_module_test does for the test's second run.
  Database() : Database(Options()) {}
  explicit Database(Options options)
      : session_(detail::Session::of_program(stdb::module.definition, std::move(options))) {}
  // With any other module that is linked in.
  explicit Database(const Module& other, Options options = {})
      : session_(detail::Session::of_native(other.definition, std::move(options))) {}
  // With a wasm: Database db{stdb::testing::wasm("build/wasm/chat.wasm")}. A process compiles each file once.
  explicit Database(const Wasm& wasm, Options options = {})
      : session_(detail::Session::of_wasm(wasm, std::move(options))) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  bool is_wasm() const { return session_->is_wasm(); }

  // Users. A name stands for the identity that the default issuer's token of that subject has.
  Client as(const Identity& user) const { return {session_, session_->connection_of(user)}; }
  Client as(std::string_view name) const { return as(Claims{.subject = std::string(name)}.identity()); }
  // The user that the claims speak for; once connected, the module reads them.
  Client jwt(const Claims& claims) const { return as(claims.identity()).claims(claims.to_json()); }
  // The database's owner, over no connection. What is called on the database itself the owner calls.
  Client owner() const { return {session_, session_->owner()}; }
  Client within(std::string_view submodule) const { return owner().within(submodule); }

  template <class Function>
  auto call(const Function& function) const {
    return owner().call(function);
  }
  template <class View>
  auto view(const View& view = {}) const {
    return owner().view(view);
  }
  template <class Row>
  Rows<Row> query(std::string_view sql) const {
    return owner().query<Row>(sql);
  }
  HttpResult http(HttpRequest request) const { return owner().http(std::move(request)); }
  HttpResult http(std::string_view method, std::string_view uri, std::string_view body = {},
                  std::vector<HttpHeader> headers = {}) const {
    return owner().http(method, uri, body, std::move(headers));
  }

  // A table, to be looked at: db[person].rows(), db[person].by(stdb::col<&Person::id>).find(1); an event table:
  // db[hit].events().
  template <class Table>
  auto operator[](const Table&) const {
    return std::conditional_t<Table::is_event, EventReader<Table>, TableReader<Table>>(session_);
  }
  // Has events() begin anew.
  void clear_events() const { session_->clear_events(); }

  // Puts rows into a table past the reducers; unique columns, auto_inc and schedules hold. The rows as they are stored.
  // All of them are put in or none, and then it is a Misuse.
  template <class Table>
  typename Table::row_type seed(const Table&, const typename Table::row_type& row) const {
    return seed_all<Table>(&row, 1).front();
  }
  template <class Table>
  Rows<typename Table::row_type> seed(const Table&, std::initializer_list<typename Table::row_type> rows) const {
    return seed_all<Table>(rows.begin(), rows.size());
  }
  template <class Table, class List>
    requires(std::same_as<List, std::vector<typename Table::row_type>> ||
             std::same_as<List, Rows<typename Table::row_type>>)
  Rows<typename Table::row_type> seed(const Table&, const List& rows) const {
    return seed_all<Table>(std::to_address(rows.begin()), rows.size());
  }
  template <class Table, class... More>
    requires(sizeof...(More) > 0)
  Rows<typename Table::row_type> seed(const Table& table, const typename Table::row_type& row,
                                      const More&... more) const {
    return seed(table, {row, more...});
  }

  // Moves the time on and makes the scheduled calls that fall due on the way, each at its own time.
  Calls advance(std::chrono::microseconds duration) const { return session_->advance(duration); }
  Calls advance(TimeDuration duration) const { return advance(std::chrono::microseconds(duration.micros)); }
  Timestamp now() const { return session_->now(); }

  // Writes all rows to a file, from which `stdb run chat.wasm --data FILE` and Options::data go on: for looking at what
  // a failed test has left.
  void save(const std::string& path) const { session_->save(path); }

  // A value of the module's environment from now on, or none. Misuse if the module does not allow that.
  void set_env(std::string name, std::optional<std::string> value) const {
    session_->set_environment(std::move(name), std::move(value));
  }
  // Who answers the requests of procedures and handlers from now on.
  void http_client(HttpClient client) const { session_->set_http_client(std::move(client)); }

  // All that the module has logged, of every call, since it was published or the log was cleared.
  const Logs& logs() const { return session_->logs(); }
  void clear_logs() const { session_->clear_logs(); }

 private:
  template <class Table>
  Rows<typename Table::row_type> seed_all(const typename Table::row_type* rows, std::size_t count) const {
    detail::guard_thread();
    std::vector<detail::Bytes> encoded;
    encoded.reserve(count);
    for (std::size_t place = 0; place < count; ++place) encoded.push_back(bsatn::encode(rows[place]));
    constexpr std::string_view name = detail::table_name<Table>;
    using Row = typename Table::row_type;
    return Rows<Row>(detail::decode_rows<Row>(session_->seed(name, encoded), name));
  }

  std::shared_ptr<detail::Session> session_;
};

}  // namespace stdb::testing
