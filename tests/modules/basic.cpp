// tests/modules/basic.cpp: the official starter module: a table, a greeting, and the three events that do nothing.
#include <stdb/module.hpp>

using stdb::ReducerContext;

struct Person {
  std::string name;
};
inline constexpr stdb::table<Person, "person", stdb::is_public> person;

struct init {
  void operator()(ReducerContext&) const {}
};
struct identity_connected {
  void operator()(ReducerContext&) const {}
};
struct identity_disconnected {
  void operator()(ReducerContext&) const {}
};

struct add {
  std::string name;
  void operator()(ReducerContext& ctx) const { ctx.db[person].insert({name}); }
};
struct say_hello {
  void operator()(ReducerContext& ctx) const {
    for (const Person& one : ctx.db[person].rows()) stdb::log::info("Hello, {}!", one.name);
    stdb::log::info("Hello, World!");
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<person>, stdb::reducers<add, say_hello>, stdb::on_init<init>,
                 stdb::on_connect<identity_connected>, stdb::on_disconnect<identity_disconnected>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
