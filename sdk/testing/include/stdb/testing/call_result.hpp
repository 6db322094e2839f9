// sdk/testing/.../call_result.hpp: CallResult, ProcedureResult and Calls: what became of calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "stdb/bsatn.hpp"
#include "stdb/host/outcome.hpp"
#include "stdb/testing/logs.hpp"

namespace stdb::testing {

// A call is ok, or a reducer's Err, or a trap (a panic, an endless loop, a wild pointer), or it was refused before the
// module saw it, as the call of a private reducer by a client is. Compare it with stdb::Ok() or stdb::Err("text") and
// the test framework prints what it was: EXPECT_EQ(db.call(add{...}), stdb::Ok()).
class [[nodiscard]] CallResult {
 public:
  explicit CallResult(host::CallOutcome outcome) : outcome_(std::move(outcome)) {}
  static CallResult refused(std::string_view function, std::string why);

  bool is_ok() const { return !is_refused_ && outcome_.is_committed(); }
  bool is_err() const { return !is_refused_ && outcome_.status == host::CallStatus::failed; }
  bool is_trap() const { return !is_refused_ && outcome_.status == host::CallStatus::trapped; }
  bool is_refused() const { return is_refused_; }
  explicit operator bool() const { return is_ok(); }

  // The text that the caller reads: a reducer's Err, or what a server says of a trap or refusal; empty if it is ok.
  const std::string& error() const { return outcome_.error; }
  // Why it trapped, and the functions that were running, the innermost first (of wasm only); empty otherwise. What the
  // module itself said of it, as a panic does, is in the log.
  const std::string& trap() const { return outcome_.trap_reason; }
  const std::vector<std::string>& trap_frames() const { return outcome_.trap_frames; }
  bool is_out_of_fuel() const { return outcome_.is_out_of_fuel; }

  const std::string& function() const { return outcome_.function; }
  Logs logs() const { return Logs(outcome_.logs); }
  // What a server would count; 0 natively.
  std::uint64_t fuel() const { return outcome_.fuel; }

  // Calls that it asked to run right after it, and those that fell due while it slept.
  std::vector<CallResult> queued() const;
  std::vector<CallResult> meanwhile() const;

  // Throws Misuse unless it is ok: for the steps that lead up to what is tested.
  const CallResult& expect_ok() const;

  friend bool operator==(const CallResult& call, const bsatn::detail::Success<Unit>&) { return call.is_ok(); }
  friend bool operator==(const CallResult& call, const bsatn::detail::Failure<std::string>& failure) {
    return call.is_err() && call.error() == failure.error;
  }
  // "add: error: name is empty", and its log.
  friend std::ostream& operator<<(std::ostream& out, const CallResult& call);

 private:
  host::CallOutcome outcome_;
  bool is_refused_ = false;
};

// What a procedure did, and the value that it returned.
template <class T>
class [[nodiscard]] ProcedureResult : public CallResult {
 public:
  ProcedureResult(CallResult call, T value) : CallResult(std::move(call)), value_(std::move(value)) {}

  // Misuse unless it returned.
  const T& value() const {
    expect_ok();
    return value_;
  }

  // Whether it returned this value.
  friend bool operator==(const ProcedureResult& call, const T& value) {
    return call.is_ok() && bsatn::encode(call.value_) == bsatn::encode(value);
  }

 private:
  T value_;
};

// The calls that schedules made, in their order.
class [[nodiscard]] Calls {
 public:
  Calls(std::vector<CallResult> calls, bool is_cut_off) : calls_(std::move(calls)), is_cut_off_(is_cut_off) {}

  auto begin() const { return calls_.begin(); }
  auto end() const { return calls_.end(); }
  std::size_t size() const { return calls_.size(); }
  bool empty() const { return calls_.empty(); }
  const CallResult& operator[](std::size_t place) const;  // one that is not there is a Misuse

  // How many were calls of this reducer or procedure.
  template <class Function>
  std::size_t count() const {
    return count(bsatn::detail::function_name<Function>());
  }
  std::size_t count(std::string_view function) const;

  // Whether each of them is ok.
  bool are_ok() const;
  // There were more than the host makes in one go, such as those of an interval of zero; the rest are still due.
  bool is_cut_off() const { return is_cut_off_; }

  friend std::ostream& operator<<(std::ostream& out, const Calls& calls);

 private:
  std::vector<CallResult> calls_;
  bool is_cut_off_;
};

}  // namespace stdb::testing
