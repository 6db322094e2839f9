// sdk/host/src/calls/procedures.cpp: what procedures and HTTP handlers may do: transactions of their own, sleep,
// requests (host-abi 1.4).
#include <algorithm>

#include "base/concat.hpp"
#include "calls/http_wire.hpp"
#include "calls/system_calls.hpp"

namespace stdb::host {
namespace {

// A server's timeouts: where none is asked for, and at most.
constexpr std::chrono::microseconds usual_timeout = std::chrono::seconds(30);
constexpr std::chrono::microseconds longest_timeout = std::chrono::seconds(180);

}  // namespace

std::int64_t SystemCalls::procedure_sleep_until(const Memory&, std::int64_t wake_at) {
  if (!may_run_procedures()) throw Trap("procedure_sleep_until is only available in async instances");
  Surroundings& around = *environment_.surroundings;
  if (wake_at >= 0 && Timestamp{wake_at} > around.clock.now()) around.sleep_until(Timestamp{wake_at});
  return around.clock.now().micros;
}

std::int32_t SystemCalls::procedure_start_mut_tx(const Memory& memory, Address out) {
  if (in_transaction()) return STDB_WOULD_BLOCK_TRANSACTION;
  if (!may_run_procedures()) throw Trap("procedure_start_mut_tx is only available in procedures");
  memory.slice(out, sizeof(std::int64_t));  // before anything is begun
  store().begin();
  has_own_transaction_ = true;
  memory.write(out, environment_.surroundings->clock.now().micros);
  return STDB_OK;
}

std::int32_t SystemCalls::procedure_commit_mut_tx(const Memory&) {
  if (!std::exchange(has_own_transaction_, false)) return STDB_TRANSACTION_NOT_ANONYMOUS;
  environment_.surroundings->commit();
  return STDB_OK;
}

std::int32_t SystemCalls::procedure_abort_mut_tx(const Memory&) {
  return abort_own_transaction() ? STDB_OK : STDB_TRANSACTION_NOT_ANONYMOUS;
}

bool SystemCalls::abort_own_transaction() {
  if (!std::exchange(has_own_transaction_, false)) return false;
  store().roll_back();
  return true;
}

std::int32_t SystemCalls::procedure_http_request(const Memory& memory, Address request_address,
                                                 std::uint32_t request_length, Address body_address,
                                                 std::uint32_t body_length, Address out) {
  if (!may_run_procedures()) throw Trap("procedure_http_request is only available in async instances");
  auto request = decode_request(memory.slice(request_address, request_length));
  if (!request) return STDB_BSATN_DECODE_ERROR;
  request->body = as_text(memory.slice(body_address, body_length));
  const HttpClient& client = environment_.surroundings->http;
  if (!client) return fail_request(memory, out, "module outbound HTTP requests are disabled");
  if (in_transaction()) return STDB_WOULD_BLOCK_TRANSACTION;
  // A server ends the whole call over such a name.
  if (!is_http_token(request->method)) throw Trap(concat("Invalid HTTP method: ", request->method));
  if (const std::string problem = http_problem(*request); !problem.empty()) return fail_request(memory, out, problem);
  request->timeout =
      std::clamp(request->timeout.value_or(usual_timeout), std::chrono::microseconds(0), longest_timeout);
  const auto response = client(*request);
  if (!response) return fail_request(memory, out, response.error());
  check_room_for_source(response->body.size());
  memory.write(out, add_source(encode_http(*response)));
  const auto body = as_bytes(response->body);
  memory.write(out + sizeof(std::uint32_t), add_source(Bytes(body.begin(), body.end())));
  return STDB_OK;
}

std::int32_t SystemCalls::fail_request(const Memory& memory, Address out, std::string_view text) {
  check_room_for_source(text.size());
  Bytes encoded;
  append(encoded, static_cast<std::uint32_t>(text.size()));
  encoded.insert(encoded.end(), text.begin(), text.end());
  memory.write(out, add_source(std::move(encoded)));
  return STDB_HTTP_ERROR;
}

}  // namespace stdb::host
