// tests/install/consumer/greeter.hpp: what the module and its test share.
#pragma once

#include <stdb/module.hpp>

struct Greeting {
  std::uint64_t id = 0;
  std::string text;
};

inline constexpr stdb::table<Greeting, "greeting", stdb::is_public, stdb::primary_key<&Greeting::id>,
                             stdb::auto_inc<&Greeting::id>>
    greeting;

struct greet {
  std::string name;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const;
};
