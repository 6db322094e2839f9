// tests/unit/testing/bank.hpp: the module that the tests of stdb::testing are about: every kind of table and function.
#pragma once

#include <cstdint>
#include <optional>
#include <stdb/module.hpp>
#include <string>
#include <vector>

namespace bank {

enum class Kind : std::uint8_t { plain, gold };

struct Account {
  std::uint64_t id = 0;
  std::string name;
  stdb::Identity owner{};
  Kind kind = Kind::plain;
  std::int32_t balance = 0;
};
inline constexpr stdb::table<Account, "account", stdb::is_public, stdb::primary_key<&Account::id>,
                             stdb::auto_inc<&Account::id>, stdb::unique<&Account::name>, stdb::btree<&Account::owner>,
                             stdb::btree<"by_kind", &Account::kind, &Account::balance>>
    account;

struct Tag {
  std::string text;
  double weight = 0;
  std::optional<std::vector<std::uint8_t>> data{};
};
inline constexpr stdb::table<Tag, "tag", stdb::hash<&Tag::text>> tag;

// Who came and went, and what else happened, in order.
struct Event {
  std::uint64_t id = 0;
  std::string what;
  stdb::Identity who{};
  stdb::Timestamp at{};
};
inline constexpr stdb::table<Event, "event", stdb::primary_key<&Event::id>, stdb::auto_inc<&Event::id>> event;

// What clients are told of at once, and nobody keeps.
struct Notice {
  std::string text;
  std::int32_t amount = 0;
};
inline constexpr stdb::table<Notice, "notice", stdb::is_public, stdb::is_event> notice;

struct pay_interest;
struct Payday {
  std::uint64_t id = 0;
  stdb::ScheduleAt at;
  std::int32_t amount = 0;
};
inline constexpr stdb::table<Payday, "payday", stdb::primary_key<&Payday::id>, stdb::auto_inc<&Payday::id>,
                             stdb::scheduled<&Payday::at, pay_interest>>
    payday;

// In no module: what a test asks for by mistake.
inline constexpr stdb::table<Tag, "lost"> lost;

// Reducers.

struct open_account {
  std::string name;
  Kind kind = Kind::plain;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct deposit {
  std::uint64_t id = 0;
  std::int32_t amount = 0;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct pay_interest {
  Payday row;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
// Tells of an amount once for each of the texts; after that it fails if the amount is negative.
struct announce {
  std::vector<std::string> texts;
  std::int32_t amount = 0;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct break_down {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
// Queues a deposit behind itself.
struct deposit_later {
  std::uint64_t id = 0;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct owner_only {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
// Logs what it knows of its caller and of the environment.
struct who_am_i {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct on_start {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct come {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct go {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
struct not_in_the_module {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};

// Views.

struct my_accounts {
  std::vector<Account> operator()(const stdb::ViewContext& ctx) const;
};
struct rich_accounts {
  stdb::Query<Account> operator()(const stdb::AnonymousViewContext& ctx) const;
};
struct broken_view {
  std::vector<Account> operator()(const stdb::AnonymousViewContext& ctx) const;
};

// Procedures.

struct total {
  std::int64_t operator()(stdb::ProcedureContext& ctx) const;
};
// Asks another server what an amount is worth there; sleeps a second before.
struct exchange {
  std::int32_t amount = 0;
  stdb::Result<std::string, std::string> operator()(stdb::ProcedureContext& ctx) const;
};
struct panic_now {
  void operator()(stdb::ProcedureContext& ctx) const;
};

// HTTP.

struct greet {
  stdb::http::Response operator()(stdb::HandlerContext& ctx, const stdb::http::Request& request) const;
};

struct Settings {
  std::optional<std::string> BRANCH;
};

// A submodule.
namespace vault {

struct Coin {
  std::uint32_t worth = 0;
};
inline constexpr stdb::table<Coin, "coin", stdb::in_namespace<"vault">> coin;

struct put_in {
  std::uint32_t worth = 0;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};

}  // namespace vault
}  // namespace bank
