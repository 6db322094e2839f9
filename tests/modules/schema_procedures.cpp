// tests/modules/schema_procedures.cpp: procedures that take and return everything, and nothing.
#include <stdb/module.hpp>

using stdb::ProcedureContext;
using stdb::TransactionContext;

struct Header {
  std::string name;
  std::string value;
};

struct Answer {
  std::uint16_t status = 0;
  std::string body;
  std::vector<Header> headers;
};

struct Caller {
  stdb::Identity sender;
  std::optional<stdb::ConnectionId> connection;
  stdb::Identity database;
  stdb::Timestamp at;
};

struct Note {
  std::uint64_t id = 0;
  std::string text;
};
inline constexpr stdb::table<Note, "note", stdb::is_public, stdb::primary_key<&Note::id>, stdb::auto_inc<&Note::id>>
    note;

using Asked = stdb::Result<Answer, std::string>;

namespace {

// Headers that begin with "x-"; the others depend on the server.
Asked answer_of(const stdb::Result<stdb::http::Response, stdb::http::Error>& asked) {
  if (asked.is_err()) {
    const bool blocked = asked.error().kind == stdb::http::ErrorKind::would_block_transaction;
    return stdb::Err((blocked ? "blocked: " : "failed: ") + asked.error().text);
  }
  const stdb::http::Response& response = asked.value();
  Answer answer{response.code, response.body, {}};
  for (const stdb::http::Header& one : response.headers) {
    if (one.name.starts_with("x-")) answer.headers.push_back({one.name, one.value});
  }
  return stdb::Ok(std::move(answer));
}

}  // namespace

struct nothing {
  void operator()(ProcedureContext&) const { stdb::log::info("nothing ran"); }
};

struct yes {
  bool no = false;

  bool operator()(ProcedureContext&) const { return !no; }
};

struct add {
  stdb::i128 a = 0;
  stdb::i128 b = 0;

  stdb::i128 operator()(ProcedureContext&) const { return a + b; }
};

struct write_ {
  std::string text;

  std::uint64_t operator()(ProcedureContext& ctx) const {
    return ctx.with_tx([this](TransactionContext& tx) { return tx.db[note].insert({.text = text}).id; });
  }
};
template <>
inline constexpr std::string_view stdb::wire_name<write_> = "write";

struct try_write {
  std::string text;
  bool keep = false;

  stdb::Result<std::uint64_t, std::string> operator()(ProcedureContext& ctx) const {
    return ctx.try_with_tx([this](TransactionContext& tx) -> stdb::Result<std::uint64_t, std::string> {
      const Note written = tx.db[note].insert({.text = text});
      if (!keep) return stdb::Err(std::string("not kept"));
      return stdb::Ok(written.id);
    });
  }
};

struct get {
  std::string uri;

  Asked operator()(ProcedureContext& ctx) const { return answer_of(ctx.http.get(uri)); }
};

struct post {
  std::string uri;
  std::string body;

  Asked operator()(ProcedureContext& ctx) const {
    return answer_of(ctx.http.send({.method = "POST",
                                    .uri = uri,
                                    .headers = {{"x-first", "1"}, {"x-second", "2"}},
                                    .body = body,
                                    .timeout = stdb::TimeDuration::from_seconds(5)}));
  }
};

struct ask_within_a_transaction {
  std::string uri;

  Asked operator()(ProcedureContext& ctx) const {
    Asked asked = stdb::Err(std::string("never asked"));
    ctx.with_tx([&](TransactionContext&) { asked = answer_of(ctx.http.get(uri)); });
    return asked;
  }
};

struct ask_with_timeout {
  std::string uri;
  std::int64_t milliseconds = 0;

  Asked operator()(ProcedureContext& ctx) const {
    return answer_of(ctx.http.get(uri, stdb::TimeDuration::from_millis(milliseconds)));
  }
};

// How long it was asleep, in milliseconds.
struct sleep_ {
  std::int64_t milliseconds = 0;

  std::int64_t operator()(ProcedureContext& ctx) const {
    const stdb::Timestamp before = ctx.timestamp();
    const stdb::Timestamp after = ctx.sleep_until(before + stdb::TimeDuration::from_millis(milliseconds));
    return (after - before).micros / 1000;
  }
};
template <>
inline constexpr std::string_view stdb::wire_name<sleep_> = "sleep";

struct who {
  Caller operator()(ProcedureContext& ctx) const {
    return {ctx.sender(), ctx.connection_id(), ctx.database_identity(), ctx.timestamp()};
  }
};

struct fail {
  std::string text;

  void operator()(ProcedureContext&) const { stdb::panic(text); }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<note>, stdb::procedures<nothing, yes, add, write_, try_write, get, post,
                                                      ask_within_a_transaction, ask_with_timeout, sleep_, who, fail>>;
