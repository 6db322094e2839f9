// demos/quickstart/quickstart.cpp: a whole module: one table, three reducers.
#include <stdb/module.hpp>

// A row is a plain struct ...
struct Person {
  std::uint64_t id = 0;
  std::string name;
  std::uint8_t age = 0;
};

// ... and a table a constant that says how rows of it are kept: every client may read them, the id is made up by the
// database, and people can be looked up by their age.
inline constexpr stdb::table<Person, "person", stdb::is_public, stdb::primary_key<&Person::id>,
                             stdb::auto_inc<&Person::id>, stdb::btree<"by_age", &Person::age>>
    person;

// A reducer is a struct too: its name is the reducer's name, its fields are the arguments that a caller sends.
struct add {
  std::string name;
  std::uint8_t age = 0;

  // Each call is one transaction. Err rolls it back, and the caller reads the text.
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    if (name.empty()) return stdb::Err("name is empty");
    const Person added = ctx.db[person].insert({.name = name, .age = age});  // added.id is the new one
    stdb::log::info("added {} as {}", added.name, added.id);
    return stdb::Ok();
  }
};

struct say_hello {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    for (const Person& one : ctx.db[person].rows()) stdb::log::info("Hello, {}!", one.name);
    stdb::log::info("Hello, World!");
    return stdb::Ok();
  }
};

struct remove_younger_than {
  std::uint8_t age = 0;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    const auto removed = ctx.db[person].by(stdb::col<&Person::age>).erase(stdb::less_than(age));
    stdb::log::info("removed {} of {}", removed, removed + ctx.db[person].count());
    return stdb::Ok();
  }
};

// The module: a constant, described at compile time.
constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<person>, stdb::reducers<add, say_hello, remove_younger_than>>;
