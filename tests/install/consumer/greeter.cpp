// tests/install/consumer/greeter.cpp: a module of one table and one reducer.
#include "greeter.hpp"

stdb::ReducerResult greet::operator()(stdb::ReducerContext& ctx) const {
  if (name.empty()) return stdb::Err("whom?");
  ctx.db[greeting].insert({.text = "Hello, " + name + "!"});
  return stdb::Ok();
}

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<greeting>, stdb::reducers<greet>>;
