// tests/compile_fail/module.hpp: the parts that the cases share: a table and a reducer with which nothing is wrong.
#pragma once

#include <stdb/module.hpp>

struct Person {
  std::uint64_t id = 0;
  std::string name;
  std::uint8_t age = 0;
  float height = 0;
};

inline constexpr stdb::table<Person, "person", stdb::primary_key<&Person::id>, stdb::btree<"by_age", &Person::age>>
    person;

struct greet {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
