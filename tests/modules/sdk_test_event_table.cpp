// tests/modules/sdk_test_event_table.cpp: rows that live for one transaction.
#include <stdb/module.hpp>

using stdb::ReducerContext;

struct TestEvent {
  std::string name;
  std::uint64_t value;
};
inline constexpr stdb::table<TestEvent, "test_event", stdb::is_public, stdb::is_event> test_event;

struct emit_test_event {
  std::string name;
  std::uint64_t value;
  void operator()(ReducerContext& ctx) const { ctx.db[test_event].insert({name, value}); }
};
struct emit_multiple_test_events {
  void operator()(ReducerContext& ctx) const {
    for (const TestEvent& one : {TestEvent{"a", 1}, {"b", 2}, {"c", 3}}) ctx.db[test_event].insert(one);
  }
};
// A transaction after the events, for clients to see.
struct noop {
  void operator()(ReducerContext&) const {}
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<test_event>, stdb::reducers<emit_test_event, emit_multiple_test_events, noop>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
