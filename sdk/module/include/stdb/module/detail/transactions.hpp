// sdk/module/.../detail/transactions.hpp: Transactions, with_tx and try_with_tx of procedures and handlers.
#pragma once

#include <type_traits>
#include <utility>

#include "stdb/module/detail/refused.hpp"
#include "stdb/module/transaction_context.hpp"

namespace stdb::detail {

// Begins a transaction; the call gets its time. One that is open already is a panic.
void begin_transaction(stdb_call& call);
// Whether the transaction was committed; if not nothing of it remains.
bool commit_transaction();
// The same, where a failure is a panic: for the second time.
void commit_again();
void abort_transaction();

template <class Answer>
concept MayFail = requires(const Answer& answer) { answer.error(); };

template <class Answer>
constexpr bool has_succeeded(const Answer& answer) {
  if constexpr (requires { answer.is_ok(); }) {
    return answer.is_ok();
  } else {
    return answer.has_value();
  }
}

// Whether a function can be run in a transaction.
template <class F>
constexpr bool check_transaction() {
  constexpr bool takes_transaction = std::is_invocable_v<F&, TransactionContext&>;
  static_assert(takes_transaction,
                "stdb: with_tx and try_with_tx run a function that takes a stdb::TransactionContext&: "
                "[&](stdb::TransactionContext& tx) { ... }");
  return takes_transaction;
}

// A base of the contexts that have no transaction of their own.
class Transactions {
 public:
  // Runs `f` in a transaction and commits it; returns what `f` returns. Where the commit fails `f` is run once more, so
  // it should change nothing but the database. A panic rolls everything back. Must not be called from within `f`.
  template <class F>
  auto with_tx(F&& f) const {
    if constexpr (check_transaction<F>()) {
      return run(f);
    } else {
      return Refused();
    }
  }

  // As with_tx, for a function that returns an Outcome, a Result or a std::expected: an error rolls the transaction
  // back.
  template <class F>
  [[nodiscard]] auto try_with_tx(F&& f) const {
    if constexpr (check_transaction<F>()) {
      return try_to_run(f);
    } else {
      return Refused();
    }
  }

 protected:
  explicit Transactions(const stdb_call& call) : call_(call) {}

 private:
  template <class F, class Answer = std::invoke_result_t<F&, TransactionContext&>>
  Answer run(F& f) const {
    static_assert(!MayFail<Answer>,
                  "stdb: with_tx commits whatever its function returns: use try_with_tx, which rolls back on an Err");
    for (bool again = false;; again = true) {
      stdb_call call = call_;
      begin_transaction(call);
      TransactionContext tx(call);
      if constexpr (std::is_void_v<Answer>) {
        f(tx);
        if (commit(again)) return;
      } else {
        Answer answer = f(tx);
        if (commit(again)) return answer;
      }
    }
  }

  template <class F, class Answer = std::invoke_result_t<F&, TransactionContext&>>
  Answer try_to_run(F& f) const {
    static_assert(MayFail<Answer>,
                  "stdb: the function of try_with_tx returns a stdb::Outcome, a stdb::Result or a std::expected, whose "
                  "error rolls back: use with_tx for one that cannot fail");
    for (bool again = false;; again = true) {
      stdb_call call = call_;
      begin_transaction(call);
      TransactionContext tx(call);
      Answer answer = f(tx);
      if (!has_succeeded(answer)) {
        abort_transaction();
        return answer;
      }
      if (commit(again)) return answer;
    }
  }

  static bool commit(bool again) {
    if (!again) return commit_transaction();
    commit_again();
    return true;
  }

  stdb_call call_;
};

}  // namespace stdb::detail
