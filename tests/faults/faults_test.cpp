// tests/faults/faults_test.cpp: every errno that abi's list knows, and a trap, at every host call of a module's
// functions: the function says so or does without, nothing is half done, and the database goes on.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <span>

#include "fault_host.hpp"
#include "run/call_line.hpp"
#include "stdb/host/database.hpp"
#include "stdb/host/native.hpp"

namespace stdb::faults {
namespace {

using host::CallStatus;
using tool::CallLine;

std::vector<CallLine> read_steps() {
  std::ifstream file(STDB_CALLS);
  EXPECT_TRUE(file.good()) << STDB_CALLS;
  std::vector<CallLine> steps;
  for (std::string line; std::getline(file, line);) {
    auto read = tool::parse_call_line(line);
    EXPECT_TRUE(read) << line << ": " << read.error();
    if (read) steps.push_back(*std::move(read));
  }
  return steps;
}

using Rows = std::map<std::string, std::vector<host::Bytes>>;

// What became of a step: of the function itself, and all that it left.
struct Result {
  CallStatus status = CallStatus::committed;
  std::string words;  // of the error or the trap
  std::string logs;
  std::string answer;
  bool has_queued = false;  // calls that run whatever becomes of the function itself
  Rows rows;
};

class Trial {
 public:
  Trial() : database_(options()) {
    plan() = {};
    const auto published = database_.publish(host::native_module(faulty_module()), host::Timestamp{1'000'000});
    EXPECT_TRUE(published) << published.error().text;
  }

  Result make(const CallLine& step) {
    Result result;
    const host::CallOptions none;
    if (step.advance) {
      const auto due = database_.advance(*step.advance);
      for (const host::CallOutcome& outcome : due->calls) take(outcome, result);
    } else if (step.kind == host::FunctionKind::reducer) {
      take(*database_.call(step.target, step.arguments, none), result);
    } else if (step.kind == host::FunctionKind::procedure) {
      const auto outcome = *database_.call_procedure(step.target, step.arguments, none);
      take(outcome, result);
      result.answer = outcome.value_json;
    } else if (step.kind == host::FunctionKind::view) {
      const auto outcome = *database_.view(step.target);
      take(outcome, result);
      for (const host::Bytes& row : outcome.rows) result.answer.append(row.begin(), row.end());
    } else {
      const auto outcome = *database_.request(step.request);
      take(outcome, result);
      result.answer = std::to_string(outcome.response.code) + outcome.response.body;
    }
    result.rows = rows();
    return result;
  }

  Rows rows() const {
    Rows rows;
    for (const host::TableDef& table : database_.module().tables) {
      const auto found = database_.rows(table.name);
      for (const host::ByteView row : *found) rows[table.name].emplace_back(row.begin(), row.end());
    }
    return rows;
  }

 private:
  static host::DatabaseOptions options() {
    host::DatabaseOptions options;
    options.clock = [] { return host::Timestamp{1'000'000}; };
    options.environment = {{"MODE", "slow"}};
    options.http = [](const host::HttpRequest& request) -> std::expected<host::HttpResponse, std::string> {
      host::HttpResponse response;
      response.body = "of " + request.uri;
      return response;
    };
    return options;
  }

  static void take(const host::CallOutcome& outcome, Result& result) {
    if (outcome.status > result.status) result.status = outcome.status;
    result.words += outcome.error + outcome.trap_reason;
    for (const host::LogRecord& record : outcome.logs) {
      // Times that a clock on the wall has measured differ from run to run.
      if (!record.message.starts_with("Timing span")) result.logs += record.message + "\n";
    }
    result.has_queued = result.has_queued || !outcome.queued.empty();
    for (const host::CallOutcome& queued : outcome.queued) take(queued, result);
    for (const host::CallOutcome& other : outcome.meanwhile) take(other, result);
  }

  host::Database database_;
};

std::size_t injected = 0;
std::map<std::string, std::size_t> endings;

std::map<std::string, std::size_t> counts_of(const Rows& rows) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [table, of_table] : rows) counts[table] = of_table.size();
  return counts;
}

// Whether the function has told of the fault: by the errno's name in its log, or by an error or an answer of its own.
void judge(const CallLine& step, const Result& usual, const Result& result, const Rows& before, std::int32_t code) {
  if (result.status == CallStatus::trapped) {
    ++endings["trapped"];
    EXPECT_FALSE(result.words.empty());
    if (code != Plan::trap) {
      EXPECT_NE((result.logs + result.words).find(errno_name(code)), std::string::npos)
          << "the panic does not name the errno: " << result.logs << result.words;
    }
  } else if (result.status == CallStatus::failed && result.status != usual.status) {
    ++endings["failed"];
    EXPECT_FALSE(result.words.empty());
  } else if (result.answer == usual.answer && result.rows == usual.rows && result.status == usual.status) {
    ++endings["did without"];
  } else if (result.logs.find("it is run again") != std::string::npos) {
    ++endings["ran again"];  // a commit failed; sequences do not go back, so the second time has other ids
    EXPECT_EQ(counts_of(result.rows), counts_of(usual.rows));
  } else if (result.status == CallStatus::failed) {
    ++endings["failed otherwise"];
    EXPECT_FALSE(result.words.empty());
  } else {
    // What a procedure or a handler answers may itself be an error.
    ++endings["answered otherwise"];
    EXPECT_NE(result.answer, usual.answer) << "something else was committed, and nobody says so";
    EXPECT_NE(step.kind, host::FunctionKind::reducer) << "a reducer has committed something else";
    EXPECT_NE(step.kind, host::FunctionKind::view) << "a view shows something else";
  }
  const bool is_one_transaction =
      (step.kind == host::FunctionKind::reducer || step.kind == host::FunctionKind::view) && !result.has_queued;
  if (is_one_transaction && result.status != CallStatus::committed) {
    EXPECT_EQ(result.rows, before) << "a part of a transaction was kept";
  }
}

// Makes the steps before `last`, then it with a fault, then it once more without.
void inject(std::span<const CallLine> steps, const Result& usual, std::size_t at, std::int32_t code) {
  Trial run;
  for (const CallLine& step : steps.first(steps.size() - 1)) run.make(step);
  const Rows before = run.rows();
  plan() = {};
  plan().at = at;
  plan().code = code;
  const Result result = run.make(steps.back());
  plan() = {};
  ++injected;
  judge(steps.back(), usual, result, before, code);
  const Result again = run.make(steps.back());
  if (result.rows == before) {
    EXPECT_EQ(again.status, usual.status) << "the database does not go on: " << again.words;
  }
}

TEST(Faults, AtEveryHostCall) {
  const std::vector<CallLine> steps = read_steps();
  for (std::size_t count = 1; count <= steps.size(); ++count) {
    const std::span<const CallLine> part = std::span(steps).first(count);
    Trial run;
    for (const CallLine& step : part.first(count - 1)) run.make(step);
    plan() = {};
    const Result usual = run.make(part.back());
    const std::vector<std::size_t> calls = plan().calls;
    for (std::size_t at = 0; at < calls.size(); ++at) {
      std::vector<std::int32_t> codes = imports()[calls[at]].errnos;
      codes.push_back(Plan::trap);
      for (const std::int32_t code : codes) {
        SCOPED_TRACE(part.back().target + ": " + std::string(errno_name(code)) + " of " +
                     std::string(imports()[calls[at]].name) + ", call " + std::to_string(at));
        inject(part, usual, at, code);
        if (HasFailure()) return;
      }
    }
  }
  EXPECT_GE(injected, STDB_LEAST_FAULTS);
  EXPECT_GT(endings["trapped"], injected / 4);
  std::cout << injected << " faults:";
  for (const auto& [how, times] : endings) std::cout << ' ' << times << ' ' << how << ';';
  std::cout << '\n';
}

}  // namespace
}  // namespace stdb::faults
