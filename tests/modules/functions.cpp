// tests/modules/functions.cpp: a module with every kind of function: reducers, procedures, views, HTTP handlers,
// schedules of both kinds, an event table, a submodule, values of the environment.
#include <optional>
#include <stdb/module.hpp>
#include <vector>

#include "check.hpp"
#include "functions_schema.hpp"

using namespace functions;
using stdb::col;
using stdb::Err;
using stdb::HandlerContext;
using stdb::Ok;
using stdb::ProcedureContext;
using stdb::ReducerContext;
using stdb::ReducerResult;
using stdb::TransactionContext;

namespace {

std::uint32_t length_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

// Of any context that writes.
template <class Context>
void witness(Context& ctx, std::string what) {
  ctx.db[seen].insert({.what = std::move(what),
                       .sender = ctx.sender(),
                       .at = ctx.timestamp(),
                       .is_connected = ctx.connection_id().has_value()});
}

Note note_of(const TransactionContext& tx, const std::string& text) {
  return {.owner = tx.sender(), .text = text, .length = length_of(text), .stars = 5};
}

}  // namespace

// Reducers.

struct add_note {
  std::string text;
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[note].insert({.owner = ctx.sender(), .text = text, .length = length_of(text), .stars = 1});
    return Ok();
  }
};

struct wait_for {
  std::string name;
  stdb::ScheduleAt at;
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[timer].insert({.at = at, .name = name});
    return Ok();
  }
};

struct wait_and_fail {
  stdb::ScheduleAt at;
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[timer].insert({.at = at, .name = "never"});
    return Err("and yet not");
  }
};

struct wait_too_long {
  ReducerResult operator()(ReducerContext& ctx) const {
    const auto far = stdb::ScheduleAt::interval(stdb::TimeDuration::from_seconds(std::int64_t{3} * 365 * 86'400));
    const auto answer = ctx.db[timer].try_insert({.at = far, .name = "far"});
    if (answer.is_ok()) return Ok();
    return Err(answer.error() == stdb::InsertError::schedule_at_delay_too_long ? "too far" : "another error");
  }
};

struct cancel {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[timer].clear();
    ctx.db[job].clear();
    return Ok();
  }
};

struct functions::tick {
  Timer row;
  ReducerResult operator()(ReducerContext& ctx) const {
    witness(ctx, "tick " + row.name);
    if (row.name == "fail") return Err("the tick failed");
    if (row.name == "panic") stdb::panic("the tick panicked");
    return Ok();
  }
};

struct give_work {
  std::string name;
  stdb::ScheduleAt at;
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[job].insert({.at = at, .name = name});
    return Ok();
  }
};

struct other_indexes {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto words = ctx.db[word];
    words.insert({"one", 1});
    words.insert({"two", 2});
    words.insert({"one", 300});
    check(words.try_insert({"three", 2}).is_err(), "a place is unique");
    std::uint32_t found = 0;
    for (const Word& one : words.by(col<&Word::text>).filter("one")) found += one.place;
    check(found == 301, "a hash index finds whole keys");
    const auto by_place = words.by(col<&Word::place>);
    check(by_place.find(300).value_or(Word{}).text == "one", "a direct index finds a place");
    check(!by_place.find(3), "and none where nothing is");
    check(by_place.erase(2), "and erases there");
    check(words.count() == 2, "two are left");
    words.clear();
    return check.result();
  }
};

struct flash_up {
  ReducerResult operator()(ReducerContext& ctx) const {
    const Flash first = ctx.db[flash].insert({.text = "now"});
    ctx.db[flash].insert({.text = "and again"});
    witness(ctx, "flash");
    return first.id == 0 ? ReducerResult(Err("an event has an id too")) : Ok();
  }
};

struct later {
  std::string text;
  ReducerResult operator()(ReducerContext&) const {
    stdb::schedule_immediate(add_note{text});
    return Err("this fails, that does not");
  }
};

// Tells what is known of the caller, and how long it took.
struct who {
  ReducerResult operator()(ReducerContext& ctx) const {
    const stdb::LogStopwatch watch("who");
    const stdb::AuthContext auth = ctx.sender_auth();
    const std::optional<stdb::Jwt> jwt = auth.jwt();
    if (!jwt) {
      stdb::log::info("{} nobody", auth.is_internal() ? "internal" : "external");
      return Ok();
    }
    stdb::log::info("{} of {}, admin: {}", jwt->subject(), jwt->issuer(), jwt->claim<bool>("admin").value_or(false));
    return Ok();
  }
};

// Views.

struct my_notes {
  std::vector<Note> operator()(const stdb::ViewContext& ctx) const {
    std::vector<Note> mine;
    for (const Note& one : ctx.db[note].by(col<&Note::owner>).filter(ctx.sender())) mine.push_back(one);
    return mine;
  }
};

struct first_note {
  std::optional<Note> operator()(const stdb::AnonymousViewContext& ctx) const {
    if (ctx.db[note].count() == 0) return std::nullopt;
    return ctx.db[note].by(col<&Note::id>).find(1);
  }
};

struct long_notes {
  stdb::Query<Note> operator()(const stdb::AnonymousViewContext& ctx) const {
    return ctx.from[note].where(col<&Note::length> >= 5);
  }
};

// Procedures.

struct count_notes {
  std::uint64_t operator()(ProcedureContext& ctx) const {
    return ctx.with_tx([](TransactionContext& tx) { return tx.db[note].count(); });
  }
};

struct Change {
  std::uint64_t id = 0;
  stdb::Timestamp at;
};

// Commits the first note; the second is rolled back where it is too long.
struct add_two_notes {
  std::string first;
  std::string second;
  stdb::Result<Change, std::string> operator()(ProcedureContext& ctx) const {
    const Change change = ctx.with_tx([&](TransactionContext& tx) {
      witness(tx, "add_two_notes");
      return Change{tx.db[note].insert(note_of(tx, first)).id, tx.timestamp()};
    });
    const auto added = ctx.try_with_tx([&](TransactionContext& tx) -> stdb::Result<std::uint64_t, std::string> {
      const std::uint64_t id = tx.db[note].insert(note_of(tx, second)).id;
      if (second.size() > 10) return Err("the second is too long");
      return Ok(id);
    });
    if (added.is_err()) return Err(added.error());
    return Ok(change);
  }
};

struct pause_for {
  std::uint32_t millis = 0;
  stdb::Timestamp operator()(ProcedureContext& ctx) const {
    return ctx.sleep_until(ctx.timestamp() + stdb::TimeDuration::from_millis(millis));
  }
};

// Random numbers and an id, which follow from the time of the call alone.
struct draw {
  std::vector<std::uint64_t> operator()(ProcedureContext& ctx) const {
    std::vector<std::uint64_t> drawn;
    for (int i = 0; i < 3; ++i) drawn.push_back(ctx.rng().range(std::uint64_t{1}, std::uint64_t{1'000'000}));
    ctx.with_tx([](TransactionContext& tx) { witness(tx, tx.new_uuid_v4().to_string()); });
    return drawn;
  }
};

struct nothing {
  void operator()(ProcedureContext&) const {}
};

struct fall {
  void operator()(ProcedureContext& ctx) const {
    ctx.with_tx([](TransactionContext& tx) {
      witness(tx, "fall");
      stdb::panic("fell within a transaction");
    });
  }
};

struct fetch {
  std::string uri;
  stdb::Result<std::string, std::string> operator()(ProcedureContext& ctx) const {
    const auto answer = ctx.http.get(uri, stdb::TimeDuration::from_seconds(500));
    if (answer.is_err()) return Err(answer.error().text);
    std::string text = std::to_string(answer.value().code) + " " + answer.value().body;
    for (const stdb::http::Header& header : answer.value().headers) text += " " + header.name + "=" + header.value;
    return Ok(std::move(text));
  }
};

struct ask_within_transaction {
  bool operator()(ProcedureContext& ctx) const {
    return ctx.with_tx([&](TransactionContext&) {
      const auto answer = ctx.http.get("http://example.org");
      return answer.is_err() && answer.error().kind == stdb::http::ErrorKind::would_block_transaction;
    });
  }
};

struct functions::work {
  Job row;
  void operator()(ProcedureContext& ctx) const {
    const std::uint64_t left = ctx.with_tx([&](TransactionContext& tx) {
      witness(tx, "work " + row.name);
      return tx.db[job].count();
    });
    stdb::log::info("{} of {} left", row.name, left);
  }
};

// The environment.

enum class Mode : std::uint8_t { fast, slow };
struct Settings {
  Mode MODE = Mode::fast;
  std::optional<std::string> NAME;
};

struct settings {
  std::string operator()(ProcedureContext& ctx) const {
    const std::string mode = ctx.env.get<&Settings::MODE>() == Mode::slow ? "slow" : "fast";
    return mode + " " + ctx.env.get<&Settings::NAME>().value_or("nameless");
  }
};

// Handlers.

struct greet {
  stdb::http::Response operator()(HandlerContext& ctx, const stdb::http::Request& request) const {
    const std::uint64_t count = ctx.with_tx([](TransactionContext& tx) { return tx.db[note].count(); });
    return stdb::http::Response::text(request.uri + " " + std::to_string(count), 202);
  }
};

struct echo {
  stdb::http::Response operator()(HandlerContext&, const stdb::http::Request& request) const {
    stdb::http::Response response;
    response.headers = request.headers;
    response.headers.push_back({"method", request.method});
    response.body = request.body;
    return response;
  }
};

struct keep {
  stdb::http::Response operator()(HandlerContext& ctx, const stdb::http::Request& request) const {
    if (request.body.empty()) stdb::panic("nothing to keep");
    ctx.with_tx([&](TransactionContext& tx) { tx.db[note].insert(note_of(tx, request.body)); });
    return stdb::http::Response::text("kept");
  }
};

// The submodule.

namespace functions::library {

struct lend {
  std::string title;
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[book].insert({.title = title});
    return Ok();
  }
};

struct books {
  std::vector<Book> operator()(const stdb::AnonymousViewContext& ctx) const {
    std::vector<Book> all;
    for (std::uint64_t id = 1; id <= ctx.db[book].count(); ++id)
      all.push_back(*ctx.db[book].by(col<&Book::id>).find(id));
    return all;
  }
};

struct count_books {
  std::uint64_t operator()(ProcedureContext& ctx) const {
    return ctx.with_tx([](TransactionContext& tx) { return tx.db[book].count(); });
  }
};

}  // namespace functions::library

constinit const stdb::Module stdb::module = stdb::define<
    stdb::tables<note, seen, timer, job, word, flash>,
    stdb::reducers<add_note, wait_for, wait_and_fail, wait_too_long, cancel, tick, give_work, other_indexes, flash_up,
                   later, who>,
    stdb::views<my_notes, first_note, long_notes>,
    stdb::procedures<count_notes, add_two_notes, pause_for, draw, nothing, fall, fetch, ask_within_transaction, work>,
    stdb::private_procedures<settings>, stdb::environment<Settings>,
    stdb::client_visibility_filter<"SELECT * FROM note WHERE owner = :sender">,
    stdb::routes<stdb::http::get<"/greet", greet>, stdb::http::any<"/echo", echo>,
                 stdb::http::nest<"/api", stdb::http::post<"/note", keep>>>,
    stdb::submodule<"library", stdb::tables<library::book>, stdb::reducers<library::lend>, stdb::views<library::books>,
                    stdb::procedures<library::count_books>>>;
