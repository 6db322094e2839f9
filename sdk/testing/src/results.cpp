// sdk/testing/src/results.cpp: what became of calls, and how it is printed.
#include <algorithm>
#include <cctype>
#include <ostream>

#include "stdb/host/function_def.hpp"
#include "stdb/testing/call_result.hpp"
#include "stdb/testing/detail/refuse.hpp"
#include "stdb/testing/http.hpp"
#include "stdb/testing/print.hpp"

namespace stdb::testing {
namespace {

std::vector<CallResult> results_of(const std::vector<host::CallOutcome>& outcomes) {
  return {outcomes.begin(), outcomes.end()};
}

bool is_same_name(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return std::ranges::equal(left, right, {}, lower, lower);
}

std::string text_of(const CallResult& call) {
  if (call.is_ok()) return "ok";
  if (call.is_refused()) return "refused: " + call.error();
  if (call.is_err()) return "error: " + to_string(call.error());
  std::string text = "trapped: " + call.trap();
  for (const std::string& frame : call.trap_frames()) text += "\n    in " + frame;
  return text;
}

}  // namespace

CallResult CallResult::refused(std::string_view function, std::string why) {
  host::CallOutcome outcome;
  outcome.function = function;
  outcome.status = host::CallStatus::failed;
  outcome.error = std::move(why);
  CallResult result(std::move(outcome));
  result.is_refused_ = true;
  return result;
}

std::vector<CallResult> CallResult::queued() const { return results_of(outcome_.queued); }
std::vector<CallResult> CallResult::meanwhile() const { return results_of(outcome_.meanwhile); }

const CallResult& CallResult::expect_ok() const {
  if (!is_ok()) detail::refuse(function() + ": " + text_of(*this));
  return *this;
}

std::ostream& operator<<(std::ostream& out, const CallResult& call) {
  out << call.function() << ": " << text_of(call);
  if (!call.outcome_.logs.empty()) out << '\n' << call.logs();
  return out;
}

const CallResult& Calls::operator[](std::size_t place) const {
  if (place >= calls_.size()) detail::refuse_place(place, calls_.size(), "calls");
  return calls_[place];
}

std::size_t Calls::count(std::string_view function) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(calls_, [&](const CallResult& call) { return call.function() == function; }));
}

bool Calls::are_ok() const { return std::ranges::all_of(calls_, &CallResult::is_ok); }

std::ostream& operator<<(std::ostream& out, const Calls& calls) {
  out << calls.size() << (calls.size() == 1 ? " call" : " calls") << (calls.is_cut_off() ? " and more" : "");
  for (const CallResult& call : calls) out << '\n' << call;
  return out;
}

std::string HttpResult::header(std::string_view name) const {
  for (const HttpHeader& header : response_.headers) {
    if (is_same_name(header.name, name)) return header.value;
  }
  return {};
}

std::ostream& operator<<(std::ostream& out, const HttpResult& result) {
  if (!result.is_ok()) return out << static_cast<const CallResult&>(result);
  out << result.code();
  if (!result.is_routed()) out << " (no route takes it)";
  return out << ": " << to_string(result.body());
}

const LogRecord& Logs::operator[](std::size_t place) const {
  if (place >= records_.size()) detail::refuse_place(place, records_.size(), "log records");
  return records_[place];
}

bool Logs::contains(std::string_view text) const {
  return std::ranges::any_of(records_,
                             [&](const LogRecord& record) { return record.message.find(text) != std::string::npos; });
}

Logs Logs::at(LogLevel level) const {
  std::vector<LogRecord> found;
  std::ranges::copy_if(records_, std::back_inserter(found), [&](const auto& record) { return record.level == level; });
  return Logs(std::move(found));
}

std::vector<std::string> Logs::messages() const {
  std::vector<std::string> all;
  for (const LogRecord& record : records_) all.push_back(record.message);
  return all;
}

std::ostream& operator<<(std::ostream& out, const Logs& logs) {
  if (logs.empty()) return out << "  nothing was logged";
  bool is_first = true;
  for (const LogRecord& record : logs) {
    if (!std::exchange(is_first, false)) out << '\n';
    out << "  " << host::level_name(record.level) << "  " << record.message;
    if (record.filename) out << "  (" << *record.filename << ':' << record.line.value_or(0) << ')';
  }
  return out;
}

}  // namespace stdb::testing
