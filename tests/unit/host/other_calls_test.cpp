// tests/unit/host/other_calls_test.cpp: sources, sinks, logs, and wild pointers.
#include "guest.hpp"

namespace stdb::host::test {
namespace {

TEST_F(PersonCalls, SourcesAreReadToTheirEnd) {
  const std::uint32_t source = guest.calls->begin_call(Bytes{1, 2, 3, 4, 5});
  EXPECT_EQ(source, 1u);
  const Address length = guest.put_word(2);
  const Address buffer = guest.put(Bytes(8, 0));
  const Address out = guest.put_word(0);
  const auto window = guest.window();
  EXPECT_EQ(guest.calls->bytes_source_remaining_length(window, source, out), 0);
  EXPECT_EQ(guest.word(out), 5u);
  EXPECT_EQ(guest.calls->bytes_source_read(window, source, buffer, length), 0);
  EXPECT_EQ(guest.word(length), 2u);
  EXPECT_EQ(guest.calls->bytes_source_remaining_length(window, source, out), 0);
  EXPECT_EQ(guest.word(out), 3u);
  guest.window().write(length, std::uint32_t{3});
  EXPECT_EQ(guest.calls->bytes_source_read(window, source, buffer, length), STDB_EXHAUSTED) << "at its end exactly";
  EXPECT_EQ(guest.word(length), 3u);
  EXPECT_EQ(window.slice(buffer, 1)[0], 3);
  EXPECT_EQ(guest.calls->bytes_source_read(window, source, buffer, length), STDB_NO_SUCH_BYTES);
  EXPECT_EQ(guest.calls->bytes_source_remaining_length(window, 0, out), STDB_NO_SUCH_BYTES);
  EXPECT_EQ(guest.calls->begin_call({}), 0u) << "no arguments, no source";
}

TEST_F(PersonCalls, SinksTakeEverything) {
  const std::uint32_t sink = guest.calls->open_sink();
  const Address length = guest.put_word(3);
  const Address text = guest.put(Bytes{7, 8, 9});
  EXPECT_EQ(guest.calls->bytes_sink_write(guest.window(), sink, text, length), 0);
  EXPECT_EQ(guest.calls->bytes_sink_write(guest.window(), sink, text, length), 0);
  EXPECT_EQ(guest.word(length), 3u);
  EXPECT_EQ(guest.calls->bytes_sink_write(guest.window(), 99, text, length), STDB_NO_SUCH_BYTES);
  EXPECT_EQ(guest.calls->take_sink(sink), (Bytes{7, 8, 9, 7, 8, 9}));
}

TEST_F(PersonCalls, LogsAreKept) {
  const auto window = guest.window();
  const Address text = guest.put(join({{'h', 'i', 0xFF}}));
  const Address file = guest.put(Bytes{'a', '.', 'c'});
  guest.calls->console_log(window, STDB_LOG_WARN, 0, 0, file, 3, 12, text, 3);
  guest.calls->console_log(window, 77, file, 1, 0, 0, STDB_NO_LINE, text, 2);
  guest.calls->console_log(window, STDB_LOG_INFO, 0, 0, 0, 0, 1, 0, 2);           // no message
  guest.calls->console_log(window, STDB_LOG_INFO, 0, 0, 0, 0, 1, text, 1 << 30);  // out of bounds
  const auto left = guest.calls->end_call();
  ASSERT_EQ(left.logs.size(), 2u) << "records with bad pointers are dropped";
  EXPECT_EQ(left.logs[0].level, LogLevel::warn);
  EXPECT_EQ(left.logs[0].message, "hi\xEF\xBF\xBD");
  EXPECT_EQ(left.logs[0].filename, "a.c");
  EXPECT_EQ(left.logs[0].line, 12u);
  EXPECT_FALSE(left.logs[0].target);
  EXPECT_EQ(left.logs[1].level, LogLevel::debug);
  EXPECT_EQ(left.logs[1].target, "a");
  EXPECT_FALSE(left.logs[1].line);
}

TEST_F(PersonCalls, Timers) {
  const Address name = guest.put(Bytes{'t', '"'});
  const auto window = guest.window();
  EXPECT_EQ(guest.calls->console_timer_start(window, name, 2), 1u);
  EXPECT_EQ(guest.calls->console_timer_end(window, 1), 0);
  EXPECT_EQ(guest.calls->console_timer_end(window, 1), STDB_NO_SUCH_CONSOLE_TIMER);
  const auto left = guest.calls->end_call();
  ASSERT_EQ(left.logs.size(), 1u);
  EXPECT_TRUE(left.logs[0].message.starts_with("Timing span \"t\\\"\": ")) << left.logs[0].message;
}

TEST_F(PersonCalls, NullAndWildPointersTrap) {
  const auto window = guest.window();
  const Address out = guest.put_word(0);
  const Address end = guest.memory.size();
  auto& calls = *guest.calls;
  EXPECT_EQ(trap_of([&] { calls.table_id_from_name(window, 0, 0, out); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.table_id_from_name(window, end - 3, 4, out); }), out_of_bounds);
  EXPECT_EQ(trap_of([&] { calls.table_id_from_name(window, 0xFFFFFFFF, 0xFFFFFFFF, out); }), out_of_bounds);
  EXPECT_EQ(trap_of([&] { calls.table_id_from_name(window, guest.put(Bytes{0xFF}), 1, out); }),
            "invalid utf8 passed to a spacetime function");
  EXPECT_EQ(trap_of([&] { calls.datastore_table_row_count(window, table, 0); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.datastore_table_row_count(window, table, end - 7); }), out_of_bounds);
  EXPECT_EQ(trap_of([&] { calls.datastore_insert_bsatn(window, table, out, 0); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.datastore_insert_bsatn(window, table, 0, out); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.datastore_table_scan_bsatn(window, table, 0); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.identity(window, end - 31); }), out_of_bounds);
  EXPECT_EQ(trap_of([&] { calls.get_jwt(window, 0, out); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.console_timer_start(window, 0, 0); }), null_pointer);
  const auto iterator = static_cast<std::uint32_t>(guest.scan(table));
  EXPECT_EQ(trap_of([&] { calls.row_iter_bsatn_advance(window, iterator, 0, out); }), null_pointer);
  EXPECT_EQ(calls.row_iter_bsatn_advance(window, iterator, end, out), STDB_EXHAUSTED)
      << "no bytes at the very end are in bounds";
}

TEST_F(PersonCalls, WhatElseAReducerMayAsk) {
  const auto window = guest.window();
  const Address out = guest.put(Bytes(32, 0xFF));
  guest.calls->identity(window, out);
  EXPECT_EQ(window.slice(out, 32)[0], 42);
  EXPECT_EQ(guest.calls->get_jwt(window, guest.put(Bytes(16, 1)), out), 0);
  EXPECT_EQ(guest.word(out), 0u);
  EXPECT_EQ(guest.calls->procedure_start_mut_tx(window, out), STDB_WOULD_BLOCK_TRANSACTION);
  EXPECT_EQ(guest.calls->procedure_commit_mut_tx(window), STDB_TRANSACTION_NOT_ANONYMOUS);
  EXPECT_EQ(guest.calls->procedure_abort_mut_tx(window), STDB_TRANSACTION_NOT_ANONYMOUS);
  EXPECT_EQ(trap_of([&] { guest.calls->procedure_sleep_until(window, 0); }),
            "procedure_sleep_until is only available in async instances");
  EXPECT_EQ(trap_of([&] { guest.calls->procedure_http_request(window, 0, 0, 0, 0, 0); }),
            "procedure_http_request is only available in async instances");
}

TEST_F(PersonCalls, EnvironmentKeys) {
  const auto window = guest.window();
  const Address out = guest.put_word(7);
  const auto get = [&](std::string_view key) {
    return guest.calls->env_get(window, guest.put(string(key)) + 4, static_cast<std::uint32_t>(key.size()), out);
  };
  EXPECT_EQ(get(""), STDB_HOST_CALL_FAILURE);
  EXPECT_EQ(get("1A"), STDB_HOST_CALL_FAILURE);
  EXPECT_EQ(get(std::string(257, 'A')), STDB_HOST_CALL_FAILURE);
  EXPECT_EQ(trap_of([&] { get("HOME"); }), "runtime error calling env_get: environment key is not declared: HOME");
  guest.module.environment.push_back({"HOME", {}, true});
  EXPECT_EQ(get("HOME"), 0);
  EXPECT_EQ(guest.word(out), 0u) << "declared, and without a value";
  guest.surroundings.environment["HOME"] = "here";
  EXPECT_EQ(get("HOME"), 0);
  EXPECT_EQ(guest.read(guest.word(out)), (Bytes{'h', 'e', 'r', 'e'}));
  guest.surroundings.environment["HOME"] = "";
  EXPECT_EQ(get("HOME"), 0);
  EXPECT_NE(guest.word(out), 0u) << "an empty value is one";
  for (int more = 0; more < 255; ++more) ASSERT_EQ(get("HOME"), 0);
  EXPECT_EQ(get("HOME"), STDB_NO_SPACE) << "256 values wait to be read";
}

TEST_F(PersonCalls, TheEnvironmentIsTheRootModules) {
  guest.module.environment.push_back({"HOME", {}, true});
  const Address out = guest.put_word(7);
  const auto get = [&] { return guest.calls->env_get(guest.window(), guest.put(Bytes{'H', 'O', 'M', 'E'}), 4, out); };
  guest.begin(FunctionKind::procedure);
  EXPECT_EQ(get(), 0) << "a procedure needs no transaction";
  guest.begin(FunctionKind::reducer);
  EXPECT_EQ(get(), STDB_NOT_IN_TRANSACTION);
  guest.begin(FunctionKind::procedure, "library.f");
  EXPECT_EQ(trap_of(get),
            "runtime error calling env_get: environment access requires a host-dispatched root module function");
  guest.calls->end_call();
  EXPECT_EQ(trap_of(get),
            "runtime error calling env_get: environment access requires a host-dispatched root module function");
}

TEST_F(PersonCalls, ClaimsAreThoseOfAnOpenConnection) {
  const Address out = guest.put_word(7);
  ConnectionId id;
  id.bytes[0] = 5;
  const Address connection = guest.put(Bytes(id.bytes.begin(), id.bytes.end()));
  const auto get = [&] { return guest.calls->get_jwt(guest.window(), connection, out); };
  EXPECT_EQ(get(), 0);
  EXPECT_EQ(guest.word(out), 0u);
  guest.surroundings.connections[id] = std::nullopt;
  EXPECT_EQ(get(), 0);
  EXPECT_EQ(guest.word(out), 0u);
  guest.surroundings.connections[id] = "{}";
  EXPECT_EQ(get(), 0);
  EXPECT_EQ(guest.read(guest.word(out)), (Bytes{'{', '}'}));
  guest.store.roll_back();
  EXPECT_EQ(get(), STDB_NOT_IN_TRANSACTION);
}

TEST_F(PersonCalls, CallsCanBeQueued) {
  const Address name = guest.put(Bytes{'a', 'd', 'd'});
  guest.calls->volatile_nonatomic_schedule_immediate(guest.window(), name, 3, name, 2);
  const auto left = guest.calls->end_call();
  ASSERT_EQ(left.queued.size(), 1u);
  EXPECT_EQ(left.queued[0].function, "add");
  EXPECT_EQ(left.queued[0].arguments, (Bytes{'a', 'd'}));
}

}  // namespace
}  // namespace stdb::host::test
