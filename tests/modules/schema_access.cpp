// tests/modules/schema_access.cpp: public, private and event tables, several of one row type.
#include <stdb/module.hpp>

using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct Message {
  std::uint64_t id = 0;
  stdb::Identity author;
  std::string text;
};
inline constexpr stdb::table<Message, "message", stdb::is_public> message;
inline constexpr stdb::table<Message, "archived_message"> archived_message;
inline constexpr stdb::table<Message, "message_sent", stdb::is_public, stdb::is_event> message_sent;
inline constexpr stdb::table<Message, "message_seen", stdb::is_event> message_seen;

struct Seat {
  std::uint16_t number = 0;
  std::string holder;
};
inline constexpr stdb::table<Seat, "seat", stdb::is_public, stdb::primary_key<&Seat::number>,
                             stdb::auto_inc<&Seat::number>, stdb::unique<&Seat::holder>>
    seat;
inline constexpr stdb::table<Seat, "reserved_seat", stdb::primary_key<&Seat::number>, stdb::auto_inc<&Seat::number>,
                             stdb::unique<&Seat::holder>>
    reserved_seat;

struct Secret {
  std::string text;
};
inline constexpr stdb::table<Secret, "secret"> secret;

struct send {
  std::uint64_t id = 0;
  std::string text;

  ReducerResult operator()(ReducerContext& ctx) const {
    const Message sent{id, ctx.sender(), text};
    ctx.db[message].insert(sent);
    ctx.db[archived_message].insert(sent);
    ctx.db[message_sent].insert(sent);
    ctx.db[message_seen].insert(sent);
    return Ok();
  }
};

struct take_seat {
  std::string holder;

  ReducerResult operator()(ReducerContext& ctx) const {
    const Seat taken = ctx.db[seat].insert({.holder = holder});
    ctx.db[reserved_seat].insert({.number = static_cast<std::uint16_t>(taken.number + 100), .holder = holder});
    return Ok();
  }
};

struct hide {
  std::string text;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[secret].insert({text});
    return Ok();
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<message, archived_message, message_sent, message_seen, seat, reserved_seat, secret>,
                 stdb::reducers<send, take_seat, hide>>;
