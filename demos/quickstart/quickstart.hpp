// demos/quickstart/quickstart.hpp: what the module and its tests share: a row, a table, three reducers.
#pragma once

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
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};

struct say_hello {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};

struct remove_younger_than {
  std::uint8_t age = 0;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
