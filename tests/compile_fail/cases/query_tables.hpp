// tests/compile_fail/cases/query_tables.hpp: tables and a function to show a query to, for the cases about queries.
#pragma once

#include <stdb/query.hpp>

#include <optional>
#include <string>
#include <vector>

enum class Color : std::uint8_t { red, green };

struct Person {
  std::uint64_t id = 0;
  std::string name;
  std::uint8_t age = 0;
  float height = 0;
  bool online = false;
  Color color = Color::red;
  stdb::Identity who;
  std::uint32_t number = 0;
  std::uint64_t boss = 0;
  std::optional<std::string> nick;
};

struct Pet {
  std::uint64_t id = 0;
  std::uint64_t owner = 0;
  std::uint32_t number = 0;
  std::string name;
};

struct Named {
  std::string name;
  std::uint32_t number = 0;
};

using stdb::col;
using stdb::from;

inline constexpr stdb::table<Person, "person", stdb::primary_key<&Person::id>> person;
inline constexpr stdb::table<Person, "meeting", stdb::is_event, stdb::primary_key<&Person::id>> meeting;
inline constexpr stdb::table<Pet, "pet", stdb::primary_key<&Pet::id>, stdb::btree<"by_owner", &Pet::owner>,
                             stdb::btree<"by_number", &Pet::number>,
                             stdb::btree<"by_name_and_owner", &Pet::name, &Pet::owner>>
    pet;
inline constexpr stdb::table<Named, "named", stdb::unique<&Named::name>, stdb::btree<"by_number", &Named::number>>
    named;

struct Context;

struct adults {
  std::vector<Person> operator()(const Context& ctx) const;
};

struct keyed_adults {
  using primary_key = stdb::primary_key<&Person::id>;
  std::optional<Person> operator()(const Context& ctx) const;
};

struct numbers {
  std::vector<std::uint32_t> operator()(const Context& ctx) const;
};

// A function that is handed what a case makes, and the values that it makes it of.
template <class... T>
void show(const T&...) {}
