// tests/modules/schema_outbox.cpp: tables whose rows are calls of reducers in other databases.
#include <stdb/module.hpp>

using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct receive;
struct ring;
struct mail_was_answered;

struct Mail {
  std::uint64_t id = 0;
  stdb::Identity to;
  bool urgent = false;
  std::string text;
  stdb::Identity written_by;
};
inline constexpr stdb::table<Mail, "mail", stdb::primary_key<&Mail::id>, stdb::auto_inc<&Mail::id>,
                             stdb::outbox<&Mail::to, receive, mail_was_answered>>
    mail;

struct Bell {
  std::uint64_t id = 0;
  stdb::Identity to;
};
inline constexpr stdb::table<Bell, "bell", stdb::is_public, stdb::primary_key<&Bell::id>, stdb::auto_inc<&Bell::id>,
                             stdb::outbox<&Bell::to, ring>>
    bell;

struct Received {
  stdb::Identity from;
  std::string text;
};
inline constexpr stdb::table<Received, "received", stdb::is_public> received;

struct Answered {
  std::uint64_t id = 0;
  std::optional<std::string> error;
};
inline constexpr stdb::table<Answered, "answered", stdb::is_public> answered;

// The other database's reducers; here it is a module like this one.
struct receive {
  std::string text;
  bool urgent = false;

  ReducerResult operator()(ReducerContext& ctx) const {
    if (text.empty()) return stdb::Err("an empty letter");
    ctx.db[received].insert({ctx.sender(), urgent ? text + "!" : text});
    return Ok();
  }
};

struct ring {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[received].insert({ctx.sender(), "a bell"});
    return Ok();
  }
};

struct mail_was_answered {
  Mail mail;
  stdb::Result<stdb::Unit, std::string> result;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[answered].insert({mail.id, result.is_err() ? std::optional<std::string>(result.error()) : std::nullopt});
    return Ok();
  }
};

struct send {
  stdb::Identity to;
  std::string text;
  bool urgent = false;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[mail].insert({.to = to, .urgent = urgent, .text = text, .written_by = ctx.sender()});
    return Ok();
  }
};

struct ring_at {
  stdb::Identity to;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[bell].insert({.to = to});
    return Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<mail, bell, received, answered>,
                 stdb::reducers<receive, ring, mail_was_answered, send, ring_at>>;
