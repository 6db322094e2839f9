// tests/install/consumer/greeter.cpp: a module of one table and one reducer.
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

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    if (name.empty()) return stdb::Err("whom?");
    ctx.db[greeting].insert({.text = "Hello, " + name + "!"});
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<greeting>, stdb::reducers<greet>>;
