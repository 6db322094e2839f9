// sdk/bsatn/.../result.hpp: Result, a value or an error, and Outcome, a value or a text.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/detail/either.hpp"
#include "stdb/bsatn/unit.hpp"
#include "stdb/bsatn/violation.hpp"

namespace stdb {

namespace bsatn::detail {

// What Ok(...) and Err(...) give: convertible to every Result that can hold it. Dropping one is a forgotten return.
template <class T>
struct [[nodiscard]] Success {
  T value;
};
template <class E>
struct [[nodiscard]] Failure {
  E error;
};

template <class T>
using stored_t = std::conditional_t<std::is_void_v<T>, Unit, T>;

// A text is kept as a std::string, whatever kind of text was given.
template <class E>
using error_t = std::conditional_t<std::convertible_to<E, std::string_view>, std::string, std::decay_t<E>>;

}  // namespace bsatn::detail

// A value or an error; T may be void and may equal E. On the wire a sum of ok (tag 0) and err (tag 1). value() of an
// error and error() of a value are panics. Never drop one unlooked at.
template <class T, class E>
class [[nodiscard]] Result {
 public:
  using value_type = bsatn::detail::stored_t<T>;
  using error_type = E;

  // The value, value-initialised.
  constexpr Result() = default;

  template <class U>
    requires std::convertible_to<U, value_type>
  constexpr Result(bsatn::detail::Success<U> success)
      : state_(bsatn::detail::InFirst(), static_cast<value_type>(std::move(success.value))) {}

  template <class F>
    requires std::convertible_to<F, E>
  constexpr Result(bsatn::detail::Failure<F> failure)
      : state_(bsatn::detail::InSecond(), static_cast<E>(std::move(failure.error))) {}

  constexpr bool is_ok() const { return state_.holds_first(); }
  constexpr bool is_err() const { return !state_.holds_first(); }
  constexpr explicit operator bool() const { return is_ok(); }

  constexpr const value_type& value() const& { return checked(state_.first(), no_value); }
  constexpr value_type&& value() && { return std::move(checked(state_.first(), no_value)); }
  constexpr const E& error() const& { return checked(state_.second(), no_error); }
  constexpr E&& error() && { return std::move(checked(state_.second(), no_error)); }

  constexpr bool operator==(const Result& other) const
    requires std::equality_comparable<value_type> && std::equality_comparable<E>
  {
    return state_ == other.state_;
  }

 private:
  static constexpr std::string_view no_value = "value() of a Result that holds an error";
  static constexpr std::string_view no_error = "error() of a Result that holds a value";

  template <class Held>
  static constexpr Held& checked(Held* held, std::string_view complaint) {
    if (held == nullptr) bsatn::violation(complaint);
    return *held;
  }

  bsatn::detail::Either<value_type, E> state_;
};

// What a reducer, or a helper of one, answers: a value, or the text that its caller shall read.
template <class T = void>
using Outcome = Result<T, std::string>;

// What a reducer answers. An error rolls its transaction back; the text reaches the caller.
using ReducerResult = Outcome<void>;

// Success without a value.
constexpr bsatn::detail::Success<Unit> Ok() { return {}; }

// Success with a value.
template <class T>
constexpr bsatn::detail::Success<std::decay_t<T>> Ok(T&& value) {
  return {std::forward<T>(value)};
}

// Failure with a text or any other error. The T of Err<T>(...), which names the Outcome<T> it is for, may be left out.
template <class T = void, class E>
constexpr bsatn::detail::Failure<bsatn::detail::error_t<E>> Err(E&& error) {
  return {bsatn::detail::error_t<E>(std::forward<E>(error))};
}

}  // namespace stdb
