// sdk/testing/.../print.hpp: rows and values as text, for messages of failed tests.
#pragma once

#include <ostream>
#include <string>

#include "stdb/testing/detail/print_value.hpp"

namespace stdb::testing {

// {id: 1, name: "Ann", age: 30}
template <bsatn::Encodable T>
std::string to_string(const T& value) {
  std::string out;
  detail::print_value(out, value);
  return out;
}

namespace detail {

// What std::ostream does not know and this room can print.
template <class T>
concept Printable = bsatn::kind<T> == bsatn::Kind::product || bsatn::kind<T> == bsatn::Kind::sum ||
                    bsatn::kind<T> == bsatn::Kind::enumeration || bsatn::kind<T> == bsatn::Kind::wide_integer;

}  // namespace detail

// For a row type of yours, whose operators are not ours to declare, one line makes GoogleTest, Catch2 and doctest print
// it. It stands in the test file, in the type's own namespace:
//   using stdb::testing::operator<<;
template <detail::Printable T>
std::ostream& operator<<(std::ostream& out, const T& value) {
  return out << testing::to_string(value);
}

}  // namespace stdb::testing

namespace stdb {

// Identity, Timestamp, u256 and the other types of ours, and sums, which derive from one.
using testing::operator<<;

}  // namespace stdb

namespace stdb::bsatn::detail {

// stdb::Ok() and stdb::Err("text"), with which the result of a call is compared.
template <class T>
std::ostream& operator<<(std::ostream& out, const Success<T>& success) {
  if constexpr (std::same_as<T, Unit>) {
    return out << "ok";
  } else {
    return out << "ok: " << testing::to_string(success.value);
  }
}
template <class E>
std::ostream& operator<<(std::ostream& out, const Failure<E>& failure) {
  return out << "error: " << testing::to_string(failure.error);
}

}  // namespace stdb::bsatn::detail
