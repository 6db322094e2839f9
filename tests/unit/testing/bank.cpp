// tests/unit/testing/bank.cpp: the module that the tests of stdb::testing are about.
#include "bank.hpp"

#include <string>

using stdb::col;
using stdb::Err;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

namespace bank {
namespace {

void note(ReducerContext& ctx, std::string what) {
  ctx.db[event].insert({.what = std::move(what), .who = ctx.sender(), .at = ctx.timestamp()});
}

}  // namespace

ReducerResult open_account::operator()(ReducerContext& ctx) const {
  if (name.empty()) return Err("name is empty");
  const auto added = ctx.db[account].try_insert({.name = name, .owner = ctx.sender(), .kind = kind});
  if (added.is_err()) return Err("that name is taken");
  stdb::log::info("opened {} for {}", added.value().id, name);
  return Ok();
}

ReducerResult deposit::operator()(ReducerContext& ctx) const {
  auto found = ctx.db[account].by(col<&Account::id>).find(id);
  if (!found) return Err("no such account");
  found->balance += amount;
  ctx.db[account].by(col<&Account::id>).update(*found);
  return Ok();
}

ReducerResult pay_interest::operator()(ReducerContext& ctx) const {
  if (row.amount < 0) return Err("no interest to pay");
  for (Account one : ctx.db[account].rows()) {
    one.balance += row.amount;
    ctx.db[account].by(col<&Account::id>).update(one);
  }
  note(ctx, "interest");
  return Ok();
}

ReducerResult break_down::operator()(ReducerContext& ctx) const {
  note(ctx, "never seen");
  stdb::panic("broken down");
}

ReducerResult deposit_later::operator()(ReducerContext&) const {
  stdb::schedule_immediate(deposit{.id = id, .amount = 7});
  return Ok();
}

ReducerResult owner_only::operator()(ReducerContext& ctx) const {
  note(ctx, "owner_only");
  return Ok();
}

ReducerResult who_am_i::operator()(ReducerContext& ctx) const {
  const auto jwt = ctx.sender_auth().jwt();
  if (jwt) {
    stdb::log::info("{} of {}: {}", jwt->subject(), jwt->issuer(), jwt->claim("role").value_or("no role"));
  } else {
    stdb::log::warn("nobody");
  }
  stdb::log::info("branch {}", ctx.env.get<&Settings::BRANCH>().value_or("unknown"));
  return Ok();
}

ReducerResult on_start::operator()(ReducerContext& ctx) const {
  note(ctx, "start");
  stdb::log::info("the bank is open");
  return Ok();
}

ReducerResult come::operator()(ReducerContext& ctx) const {
  if (ctx.db[account].by(col<&Account::owner>).filter(ctx.sender()).count() > 2) return Err("too many accounts");
  note(ctx, "come");
  return Ok();
}

ReducerResult go::operator()(ReducerContext& ctx) const {
  note(ctx, "go");
  return Ok();
}

ReducerResult announce::operator()(ReducerContext& ctx) const {
  for (const std::string& text : texts) ctx.db[notice].insert({.text = text, .amount = amount});
  if (amount < 0) return Err("nothing to announce");
  return Ok();
}

std::vector<Account> my_accounts::operator()(const stdb::ViewContext& ctx) const {
  std::vector<Account> mine;
  for (const Account& one : ctx.db[account].by(col<&Account::owner>).filter(ctx.sender())) mine.push_back(one);
  return mine;
}

stdb::Query<Account> rich_accounts::operator()(const stdb::AnonymousViewContext& ctx) const {
  return ctx.from[account].where(col<&Account::balance> >= 100);
}

std::vector<Account> broken_view::operator()(const stdb::AnonymousViewContext&) const { stdb::panic("no view"); }

std::int64_t total::operator()(stdb::ProcedureContext& ctx) const {
  return ctx.with_tx([](stdb::TransactionContext& tx) {
    std::int64_t sum = 0;
    for (const Account& one : tx.db[account].rows()) sum += one.balance;
    return sum;
  });
}

stdb::Result<std::string, std::string> exchange::operator()(stdb::ProcedureContext& ctx) const {
  ctx.sleep_until(ctx.timestamp() + stdb::TimeDuration::from_seconds(1));
  const auto answer = ctx.http.get("https://rates.example.com/?amount=" + stdb::to_string(amount));
  if (answer.is_err()) return Err(answer.error().text);
  return Ok(answer.value().body);
}

void panic_now::operator()(stdb::ProcedureContext&) const { stdb::panic("as asked"); }

stdb::http::Response greet::operator()(stdb::HandlerContext&, const stdb::http::Request& request) const {
  if (request.body == "panic") stdb::panic("as asked");
  stdb::http::Response response = stdb::http::Response::text(request.uri + " " + request.body, 202);
  for (const stdb::http::Header& header : request.headers)
    response.headers.push_back({"X-" + header.name, header.value});
  return response;
}

ReducerResult vault::put_in::operator()(ReducerContext& ctx) const {
  ctx.db[coin].insert({.worth = worth});
  return Ok();
}

}  // namespace bank

using namespace bank;

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<account, tag, event, payday, notice>,
                 stdb::reducers<open_account, deposit, pay_interest, announce, break_down, deposit_later, who_am_i>,
                 stdb::private_reducers<owner_only>, stdb::on_init<on_start>, stdb::on_connect<come>,
                 stdb::on_disconnect<go>, stdb::views<my_accounts, rich_accounts, broken_view>,
                 stdb::procedures<total, exchange, panic_now>, stdb::routes<stdb::http::any<"/greet", greet>>,
                 stdb::environment<Settings>,
                 stdb::submodule<"vault", stdb::tables<vault::coin>, stdb::reducers<vault::put_in>>>;
