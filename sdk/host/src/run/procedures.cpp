// sdk/host/src/run/procedures.cpp: procedures and HTTP handlers run: outside a transaction, on instances of their own.
#include <algorithm>
#include <cstring>

#include "base/concat.hpp"
#include "calls/http_wire.hpp"
#include "run/call_data.hpp"
#include "run/runner.hpp"

namespace stdb::host {
namespace {

// As a server writes it in front of a handler's path.
std::string external_uri(const HttpRequest& request, const Identity& database) {
  const auto is_host = [](const HttpHeader& header) { return header.name == "host" || header.name == "Host"; };
  const auto host = std::ranges::find_if(request.headers, is_host);
  return concat("http://", host == request.headers.end() ? "localhost" : host->value, "/v1/database/",
                database.to_hex(), "/route", request.uri);
}

}  // namespace

std::unique_ptr<Lane> Runner::take_lane() {
  if (idle_lanes_.empty()) return std::make_unique<Lane>(*guest_, environment(*store_, module_.get()), options_.limits);
  auto lane = std::move(idle_lanes_.back());
  idle_lanes_.pop_back();
  return lane;
}

// A transaction that was begun and not ended is a fault of the module, and undone.
void Runner::end_transaction(Lane& lane, CallOutcome& outcome) {
  if (!lane.calls().abort_own_transaction()) return;
  LogRecord record;
  record.level = LogLevel::error;
  record.message = concat("aborting dangling anonymous transaction in procedure ", outcome.function);
  outcome.logs.push_back(std::move(record));
}

ProcedureOutcome Runner::run(const ProcedureDef& procedure, Bytes arguments, const Caller& caller, Timestamp at) {
  CallQueue queue;
  ProcedureOutcome outcome = run_one(procedure, std::move(arguments), caller, at, queue);
  run_queued(queue, outcome);
  return outcome;
}

ProcedureOutcome Runner::run_one(const ProcedureDef& procedure, Bytes arguments, const Caller& caller, Timestamp at,
                                 CallQueue& queue) {
  ProcedureOutcome outcome;
  outcome.kind = FunctionKind::procedure;
  outcome.function = procedure.name;
  auto lane = take_lane();
  if (auto started = lane->start(); !started) {
    fail_by_trap(outcome, started.error().text);
    return outcome;
  }
  const auto id = static_cast<std::uint32_t>(&procedure - module_->procedures.data());
  const auto call = [&](GuestInstance& instance, std::uint32_t source, std::uint32_t sink) {
    return instance.call_procedure(id, call_data(caller, at), source, sink);
  };
  auto* const outer = std::exchange(outside_, &outcome);
  Finished finished =
      finish(*lane, {FunctionKind::procedure, procedure.name, at}, std::move(arguments), outcome, queue, call);
  outside_ = outer;
  end_transaction(*lane, outcome);
  judge_procedure(finished.result, finished.written, procedure, *lane, outcome);
  give_back(std::move(lane));
  return outcome;
}

HttpOutcome Runner::run(const HttpRouteDef& route, HttpRequest request, const Caller& caller, Timestamp at) {
  HttpOutcome outcome;
  outcome.kind = FunctionKind::http_handler;
  outcome.function = module_->http_handlers[route.handler].name;
  outcome.is_routed = true;
  const auto fail = [&](std::string reason) {
    fail_by_trap(outcome, std::move(reason));
    outcome.error = outcome.trap_reason;
    outcome.response = HttpResponse{500, {}, HttpVersion::http11, outcome.error};
  };
  auto lane = take_lane();
  if (auto started = lane->start(); !started) {
    fail(started.error().text);
    return outcome;
  }
  request.uri = external_uri(request, options_.database);
  request.timeout.reset();
  Bytes body;
  const auto call = [&](GuestInstance& instance, std::uint32_t source, std::uint32_t sink) {
    SystemCalls& calls = lane->calls();
    HandlerCall handed;
    handed.timestamp = at.micros;
    handed.request = source;
    handed.request_body = calls.add_source(Bytes(request.body.begin(), request.body.end()));
    handed.response = sink;
    handed.response_body = calls.open_sink();
    std::memcpy(handed.sender, caller.identity.bytes.data(), sizeof handed.sender);
    const auto connection = around_.connections.find(caller.connection);
    const std::string claims = connection == around_.connections.end() ? "" : connection->second.value_or("");
    handed.claims = calls.add_source(Bytes(claims.begin(), claims.end()));
    GuestResult result = instance.call_http_handler(route.handler, handed);
    body = calls.take_sink(handed.response_body);
    return result;
  };
  CallQueue queue;
  auto* const outer = std::exchange(outside_, &outcome);
  Finished finished =
      finish(*lane, {FunctionKind::http_handler, outcome.function, at}, encode_http(request), outcome, queue, call);
  outside_ = outer;
  end_transaction(*lane, outcome);
  if (!judge_ending(finished.result, *lane, outcome)) {
    fail(std::string(outcome.trap_reason));
  } else if (finished.result.code != STDB_OK) {
    lane->discard();
    fail(concat("__call_http_handler__ returned unexpected code ", finished.result.code,
                ". HTTP handlers should return code 0 or trap."));
  } else if (auto response = decode_response(finished.written)) {
    outcome.response = *std::move(response);
    outcome.response.body = as_text(body);
  } else {
    fail("what the HTTP handler wrote is no HttpResponse");
  }
  give_back(std::move(lane));
  run_queued(queue, outcome);
  return outcome;
}

// Time passes while a procedure sleeps, and what falls due then runs, as it would beside it on a server. A procedure
// that sleeps in its transaction keeps everything else waiting.
void Runner::sleep_until(Timestamp wake_at) {
  const bool is_real = !around_.clock.is_steered() && options_.sleep_until;
  const auto sleep = [&](Timestamp until) { is_real ? options_.sleep_until(until) : around_.clock.set(until); };
  if (store_->is_open() || sleepers_ == limits::sleepers) return sleep(wake_at);
  ++sleepers_;
  auto* const mine = outside_;
  const auto run = [&](Timestamp until) {
    DueCalls due = run_due(until, !is_real);
    mine->meanwhile.insert(mine->meanwhile.end(), std::make_move_iterator(due.calls.begin()),
                           std::make_move_iterator(due.calls.end()));
  };
  if (is_real) {
    for (std::size_t woken = 0; woken < limits::due_calls; ++woken) {
      const auto next = around_.timers.next_due();
      if (!next || *next > wake_at) break;
      sleep(*next);
      run(around_.clock.now());
    }
    sleep(wake_at);
  } else {
    run(wake_at);
  }
  outside_ = mine;
  --sleepers_;
}

}  // namespace stdb::host
