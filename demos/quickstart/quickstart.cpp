// demos/quickstart/quickstart.cpp: a whole module: what its reducers do, and what it is made of.
#include "quickstart.hpp"

// Each call is one transaction. Err rolls it back, and the caller reads the text.
stdb::ReducerResult add::operator()(stdb::ReducerContext& ctx) const {
  if (name.empty()) return stdb::Err("name is empty");
  const Person added = ctx.db[person].insert({.name = name, .age = age});  // added.id is the new one
  stdb::log::info("added {} as {}", added.name, added.id);
  return stdb::Ok();
}

stdb::ReducerResult say_hello::operator()(stdb::ReducerContext& ctx) const {
  for (const Person& one : ctx.db[person].rows()) stdb::log::info("Hello, {}!", one.name);
  stdb::log::info("Hello, World!");
  return stdb::Ok();
}

stdb::ReducerResult remove_younger_than::operator()(stdb::ReducerContext& ctx) const {
  const auto removed = ctx.db[person].by(stdb::col<&Person::age>).erase(stdb::less_than(age));
  stdb::log::info("removed {} of {}", removed, removed + ctx.db[person].count());
  return stdb::Ok();
}

// The module: a constant, described at compile time.
constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<person>, stdb::reducers<add, say_hello, remove_younger_than>>;
