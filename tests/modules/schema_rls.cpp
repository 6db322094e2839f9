// tests/modules/schema_rls.cpp: rules for which rows a client may see.
#include <stdb/module.hpp>

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct Account {
  stdb::Identity owner;
  std::string name;
  bool open = false;
};
inline constexpr stdb::table<Account, "account", stdb::is_public, stdb::primary_key<&Account::owner>> account;

struct Payment {
  std::uint64_t id = 0;
  stdb::Identity payer;
  std::uint32_t amount = 0;
};
inline constexpr stdb::table<Payment, "payment", stdb::is_public, stdb::primary_key<&Payment::id>,
                             stdb::auto_inc<&Payment::id>, stdb::btree<&Payment::payer>>
    payment;

struct open_account {
  std::string name;
  bool open = false;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[account].insert({ctx.sender(), name, open});
    return Ok();
  }
};

struct pay {
  std::uint32_t amount = 0;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[payment].insert({.payer = ctx.sender(), .amount = amount});
    return Ok();
  }
};

// A client sees its own account and the open ones, and the payments of the accounts that it sees.
constinit const stdb::Module stdb::module = stdb::define<
    stdb::tables<account, payment>, stdb::reducers<open_account, pay>,
    stdb::client_visibility_filter<"SELECT * FROM account WHERE owner = :sender">,
    stdb::client_visibility_filter<[] { return stdb::from[account].where(col<&Account::open>); }>,
    stdb::client_visibility_filter<"SELECT payment.* FROM account JOIN payment ON account.owner = payment.payer">>;
