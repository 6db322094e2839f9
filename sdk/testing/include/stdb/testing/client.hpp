// sdk/testing/.../client.hpp: Client, somebody who calls a test's database.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "stdb/bsatn.hpp"
#include "stdb/module/detail/check_functions.hpp"
#include "stdb/module/detail/view_answer.hpp"
#include "stdb/testing/call_result.hpp"
#include "stdb/testing/detail/session.hpp"
#include "stdb/testing/http.hpp"
#include "stdb/testing/rows.hpp"
#include "stdb/testing/table_reader.hpp"
#include "stdb/testing/view_result.hpp"

namespace stdb::testing {

// A user, with or without a connection: db.as(identity), db.as("Ann"), db.jwt({...}). A handle, free to copy: those of
// one user share one connection; another() gives the user a further one.
class Client {
 public:
  Client(std::shared_ptr<detail::Session> session, std::shared_ptr<detail::Connection> connection)
      : session_(std::move(session)), connection_(std::move(connection)) {}

  const Identity& identity() const { return connection_->identity; }
  bool is_connected() const { return connection_->id.has_value(); }
  std::optional<ConnectionId> connection_id() const;

  // Opens the connection, which runs on_connect; unless that is ok there is none. Misuse if it is open.
  CallResult connect() const { return session_->connect(*connection_); }
  // Closes it, which runs on_disconnect; whatever becomes of that, it is closed. Misuse if it is not open.
  CallResult disconnect() const { return session_->disconnect(*connection_); }
  // The same user over a connection of its own, which is not open yet.
  Client another() const;
  // What the module reads as the claims of the user's token while connected: a JSON object.
  const Client& claims(std::string json) const;
  // Calls the functions of a submodule: db.as(ann).within("auth").call(add{...}).
  Client within(std::string_view submodule) const;

  // Calls a reducer or a procedure with the arguments that its struct holds: a CallResult, or a ProcedureResult of what
  // the procedure returns.
  template <class Function>
  auto call(const Function& function) const {
    if constexpr (stdb::detail::CallsAsReducer<Function>) {
      return session_->call(name_of<Function>(), encode(function), *connection_);
    } else if constexpr (stdb::detail::CallsAsProcedure<Function>) {
      return call_procedure(function);
    } else {
      static_assert(
          sizeof(Function) == 0,
          "stdb: call() takes a reducer or a procedure with its arguments: call(add{.name = \"Ann\"}); a view "
          "is read by view<...>()");
    }
  }

  // Runs a view now, for this user: view<adults>(), view(adults{}).
  template <class View>
  auto view(const View& = {}) const {
    if constexpr (stdb::detail::CallsWithSender<View> || stdb::detail::CallsAnonymously<View>) {
      using Row = typename stdb::detail::ViewAnswer<View>::row_type;
      auto shown = session_->view(name_of<View>(), identity());
      Rows<Row> rows(detail::decode_rows<Row>(shown.rows, shown.call.function()));
      return ViewResult<Row>(std::move(shown.call), std::move(shown.query), std::move(rows));
    } else {
      static_assert(sizeof(View) == 0,
                    "stdb: view() takes a view: a struct whose function takes a const stdb::ViewContext& or a const "
                    "stdb::AnonymousViewContext&");
    }
  }

  // What a client that subscribes to this SQL would get: query<Person>("SELECT * FROM person WHERE age >= 18").
  // Row-level security holds for everybody but the owner. Misuse if it is refused.
  template <class Row>
  Rows<Row> query(std::string_view sql) const {
    return Rows<Row>(detail::decode_rows<Row>(session_->query(sql, identity()), sql));
  }

  // Asks the module's HTTP handlers: http("GET", "/greet?name=Ann").
  HttpResult http(HttpRequest request) const { return HttpResult(session_->request(std::move(request), *connection_)); }
  HttpResult http(std::string_view method, std::string_view uri, std::string_view body = {},
                  std::vector<HttpHeader> headers = {}) const;

 private:
  template <class Function>
  std::string name_of() const {
    return submodule_ + std::string(bsatn::detail::function_name<Function>());
  }

  template <class T>
  static detail::Bytes encode(const T& value) {
    detail::guard_thread();
    return bsatn::encode(value);
  }

  template <class Procedure>
  auto call_procedure(const Procedure& procedure) const {
    using Returned = bsatn::detail::stored_t<stdb::detail::returned_t<Procedure>>;
    detail::Bytes bytes;
    CallResult call = session_->call_procedure(name_of<Procedure>(), encode(procedure), *connection_, bytes);
    Returned value{};
    if (call.is_ok()) {
      auto decoded = bsatn::decode<Returned>(bytes);
      if (decoded.is_err())
        detail::refuse_bytes("what procedure " + call.function() + " returned", decoded.error().text());
      value = std::move(decoded).value();
    }
    return ProcedureResult<Returned>(std::move(call), std::move(value));
  }

  std::shared_ptr<detail::Session> session_;
  std::shared_ptr<detail::Connection> connection_;
  std::string submodule_{};  // with a dot behind it
};

}  // namespace stdb::testing
