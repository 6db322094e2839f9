// tests/unit/host/procedure_calls_test.cpp: the host calls of procedures, with pointers right and wrong.
#include "calls/http_wire.hpp"
#include "guest.hpp"

namespace stdb::host::test {
namespace {

TEST_F(PersonCalls, ReducersAndViewsHaveNoTransactionsOfTheirOwn) {
  const auto window = guest.window();
  const Address out = guest.put(Bytes(8, 0xFF));
  for (const FunctionKind kind : {FunctionKind::reducer, FunctionKind::view}) {
    guest.begin(kind);
    guest.store.begin();
    EXPECT_EQ(guest.calls->procedure_start_mut_tx(window, out), STDB_WOULD_BLOCK_TRANSACTION);
    EXPECT_EQ(guest.calls->procedure_commit_mut_tx(window), STDB_TRANSACTION_NOT_ANONYMOUS);
    EXPECT_EQ(guest.calls->procedure_abort_mut_tx(window), STDB_TRANSACTION_NOT_ANONYMOUS);
    EXPECT_EQ(trap_of([&] { guest.calls->procedure_sleep_until(window, 0); }),
              "procedure_sleep_until is only available in async instances");
    EXPECT_EQ(trap_of([&] { guest.calls->procedure_http_request(window, 0, 0, 0, 0, 0); }),
              "procedure_http_request is only available in async instances");
    EXPECT_TRUE(guest.store.is_open());
  }
  guest.calls->end_call();
  guest.store.roll_back();
  EXPECT_EQ(trap_of([&] { guest.calls->procedure_start_mut_tx(window, out); }),
            "procedure_start_mut_tx is only available in procedures")
      << "while the module starts";
}

TEST_F(PersonCalls, TransactionsOfProcedures) {
  const auto window = guest.window();
  guest.surroundings.clock.set(Timestamp{77});
  for (const FunctionKind kind : {FunctionKind::procedure, FunctionKind::http_handler}) {
    guest.begin(kind);
    const Address out = guest.put(Bytes(8, 0xFF));
    EXPECT_EQ(guest.table_id("person"), -STDB_NOT_IN_TRANSACTION);
    EXPECT_EQ(trap_of([&] { guest.calls->procedure_start_mut_tx(window, 0); }), null_pointer);
    EXPECT_FALSE(guest.store.is_open()) << "nothing was begun";
    EXPECT_EQ(guest.calls->procedure_start_mut_tx(window, out), STDB_OK);
    EXPECT_EQ(window.read<std::int64_t>(out), 77);
    EXPECT_EQ(guest.calls->procedure_start_mut_tx(window, out), STDB_WOULD_BLOCK_TRANSACTION);
    EXPECT_EQ(guest.table_id("person"), 4096);
    EXPECT_EQ(guest.calls->procedure_commit_mut_tx(window), STDB_OK);
    EXPECT_EQ(guest.calls->procedure_abort_mut_tx(window), STDB_TRANSACTION_NOT_ANONYMOUS);
    EXPECT_FALSE(guest.store.is_open());
    EXPECT_EQ(guest.calls->procedure_start_mut_tx(window, out), STDB_OK);
    EXPECT_TRUE(guest.calls->abort_own_transaction());
    EXPECT_FALSE(guest.calls->abort_own_transaction());
    EXPECT_FALSE(guest.store.is_open());
  }
}

TEST_F(PersonCalls, RequestsReadAndWriteMemory) {
  const auto window = guest.window();
  guest.begin(FunctionKind::procedure);
  guest.surroundings.http = [](const HttpRequest& request) -> std::expected<HttpResponse, std::string> {
    HttpResponse response;
    response.body = request.body;
    return response;
  };
  HttpRequest request;
  request.uri = "http://a";
  const Bytes wire = encode_http(request);
  const Address at = guest.put(wire);
  const Address out = guest.put(Bytes(8, 0));
  const auto length = Guest::size_of(wire);
  auto& calls = *guest.calls;
  EXPECT_EQ(calls.procedure_http_request(window, at, length, at, 3, out), STDB_OK);
  EXPECT_TRUE(decode_response(guest.read(guest.word(out))));
  EXPECT_EQ(guest.read(guest.word(out + 4)), Bytes(wire.begin(), wire.begin() + 3));
  EXPECT_EQ(calls.procedure_http_request(window, at, length, at, 0, out), STDB_OK);
  EXPECT_EQ(guest.word(out + 4), 0u) << "no body, no source";
  EXPECT_EQ(trap_of([&] { calls.procedure_http_request(window, 0, length, at, 3, out); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.procedure_http_request(window, at, length, 0, 0, out); }), null_pointer)
      << "even where there is no body";
  EXPECT_EQ(trap_of([&] { calls.procedure_http_request(window, at, length, at, 3, 0); }), null_pointer);
  EXPECT_EQ(trap_of([&] { calls.procedure_http_request(window, at, length, at, 3, guest.memory.size() - 7); }),
            out_of_bounds);
  EXPECT_EQ(trap_of([&] { calls.procedure_http_request(window, at, 0xFFFFFFFF, at, 3, out); }), out_of_bounds);
  EXPECT_EQ(calls.procedure_http_request(window, at, length - 1, at, 3, out), STDB_BSATN_DECODE_ERROR);
}

TEST_F(PersonCalls, AnswersThatNobodyReadsAreBounded) {
  const auto window = guest.window();
  guest.begin(FunctionKind::procedure);
  guest.surroundings.http = [](const HttpRequest&) -> std::expected<HttpResponse, std::string> {
    HttpResponse response;
    response.body.assign(limits::source_bytes / 4, 'x');
    return response;
  };
  HttpRequest request;
  request.uri = "http://a";
  const Bytes wire = encode_http(request);
  const Address at = guest.put(wire);
  const Address out = guest.put(Bytes(8, 0));
  const auto send = [&] { return guest.calls->procedure_http_request(window, at, Guest::size_of(wire), at, 0, out); };
  for (int count = 0; count < 3; ++count) EXPECT_EQ(send(), STDB_OK);
  EXPECT_EQ(trap_of(send), "the open byte sources hold too much; read them to their end");
  guest.begin(FunctionKind::procedure);
  EXPECT_EQ(send(), STDB_OK) << "they go with the call";
}

TEST_F(PersonCalls, SleepMovesTheClock) {
  const auto window = guest.window();
  guest.begin(FunctionKind::procedure);
  Clock& clock = guest.surroundings.clock;
  clock.set(Timestamp{100});
  int slept = 0;
  guest.surroundings.sleep_until = [&](Timestamp wake_at) {
    ++slept;
    clock.set(wake_at);
  };
  EXPECT_EQ(guest.calls->procedure_sleep_until(window, 150), 150);
  EXPECT_EQ(guest.calls->procedure_sleep_until(window, 150), 150);
  EXPECT_EQ(guest.calls->procedure_sleep_until(window, INT64_MIN), 150);
  EXPECT_EQ(slept, 1);
}

}  // namespace
}  // namespace stdb::host::test
