// tests/modules/schema_submodules.cpp: modules within the module, and functions of the owner alone.
#include <stdb/module.hpp>

using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

struct RootToken {
  std::uint64_t id = 0;
  std::uint32_t value = 0;
};
inline constexpr stdb::table<RootToken, "token", stdb::primary_key<&RootToken::id>, stdb::auto_inc<&RootToken::id>>
    token;

struct add {
  std::uint32_t value = 0;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[token].insert({.value = value});
    return Ok();
  }
};

struct reset {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[token].clear();
    return Ok();
  }
};

namespace auth {

struct Token {
  std::uint64_t id = 0;
  std::string secret;
};
inline constexpr stdb::table<Token, "token", stdb::in_namespace<"auth">, stdb::primary_key<&Token::id>,
                             stdb::auto_inc<&Token::id>>
    token;

// A submodule's function reaches the tables of the whole module.
struct issue {
  std::string secret;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[token].insert({.secret = secret});
    ctx.db[::token].insert({.value = 1000});
    return Ok();
  }
};

struct count_tokens {
  std::uint64_t operator()(stdb::ProcedureContext& ctx) const {
    return ctx.with_tx([](stdb::TransactionContext& tx) { return tx.db[token].count(); });
  }
};

}  // namespace auth

namespace keys {

struct Key {
  std::uint64_t id = 0;
  std::string text;
};
inline constexpr stdb::table<Key, "key", stdb::in_namespace<"auth.keys">, stdb::primary_key<&Key::id>,
                             stdb::auto_inc<&Key::id>>
    key;

struct make_key {
  std::string text;

  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[key].insert({.text = text});
    return Ok();
  }
};

}  // namespace keys

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<token>, stdb::reducers<add>, stdb::private_reducers<reset>,
                 stdb::submodule<"auth", stdb::tables<auth::token>, stdb::reducers<auth::issue>,
                                 stdb::procedures<auth::count_tokens>,
                                 stdb::submodule<"keys", stdb::tables<keys::key>, stdb::reducers<keys::make_key>>>>;
