// tests/modules/schema_lifecycle.cpp: the reducers that the server calls, under names of their own.
#include <stdb/module.hpp>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct Event {
  std::string what;
  stdb::Identity who;
  std::optional<stdb::ConnectionId> connection;
  stdb::Timestamp at;
};
inline constexpr stdb::table<Event, "event", stdb::is_public> event;

struct Banned {
  stdb::Identity who;
};
inline constexpr stdb::table<Banned, "banned", stdb::primary_key<&Banned::who>> banned;

namespace {

void note(ReducerContext& ctx, const char* what) {
  ctx.db[event].insert({what, ctx.sender(), ctx.connection_id(), ctx.timestamp()});
}

}  // namespace

struct database_was_made {
  ReducerResult operator()(ReducerContext& ctx) const {
    note(ctx, "made");
    return Ok();
  }
};

struct somebody_came {
  ReducerResult operator()(ReducerContext& ctx) const {
    if (ctx.db[banned].by(col<&Banned::who>).find(ctx.sender())) return stdb::Err("you are banned");
    note(ctx, "came");
    return Ok();
  }
};

struct somebody_went {
  ReducerResult operator()(ReducerContext& ctx) const {
    note(ctx, "went");
    return Ok();
  }
};

struct ban {
  stdb::Identity who;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[banned].insert({who});
    return Ok();
  }
};

struct forget {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[event].clear();
    return Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<event, banned>, stdb::reducers<ban, forget>, stdb::on_init<database_was_made>,
                 stdb::on_connect<somebody_came>, stdb::on_disconnect<somebody_went>>;
