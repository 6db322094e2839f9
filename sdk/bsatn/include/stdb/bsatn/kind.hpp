// sdk/bsatn/.../kind.hpp: which C++ types have a BSATN encoding, and of which kind each is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "stdb/bsatn/detail/reflect.hpp"
#include "stdb/bsatn/integers.hpp"
#include "stdb/bsatn/result.hpp"
#include "stdb/bsatn/sum.hpp"

namespace stdb::bsatn {

enum class Kind : std::uint8_t {
  boolean,
  integer,       // 8 to 128 bits
  wide_integer,  // 256 bits
  real,          // float, double
  string,        // std::string
  list,          // std::vector
  array,         // std::array: a list of known length
  option,        // std::optional
  result,        // stdb::Result
  sum,           // stdb::Sum or a struct that derives from one
  variant,       // std::variant of named structs
  enumeration,   // an enum whose cases are its enumerators
  box,           // std::shared_ptr<const T>: its pointee, so that a type may contain itself
  product,       // an aggregate: its fields in order
  none,          // no encoding
};

namespace detail {

template <class Cases>
constexpr Sum<Cases> sum_of(const Sum<Cases>&);
template <class T>
concept IsSum = requires(const T& value) { sum_of(value); };

// Converts to the bases of T only: where an aggregate takes it first, it has one.
template <class T>
struct AnyBaseOf {
  template <class Base>
    requires(std::is_base_of_v<Base, T> && !std::is_same_v<Base, T>)
  operator Base() const;
};

template <class T>
concept HasBase = std::is_aggregate_v<T> && requires { T{AnyBaseOf<T>()}; };

// The kinds that are not told by a template's name: most types that are asked for are structs, which come first.
template <class T>
constexpr Kind kind_of() {
  if constexpr (std::is_class_v<T>) {
    if constexpr (IsSum<T>) {
      return Kind::sum;
    } else if constexpr (std::is_aggregate_v<T> && !HasBase<T>) {
      return Kind::product;
    } else {
      return Kind::none;
    }
  } else if constexpr (Integer<T>) {
    return Kind::integer;
  } else if constexpr (std::is_enum_v<T>) {
    return Kind::enumeration;
  } else {
    return Kind::none;
  }
}

}  // namespace detail

template <class T>
inline constexpr Kind kind = detail::kind_of<T>();
template <>
inline constexpr Kind kind<bool> = Kind::boolean;
template <>
inline constexpr Kind kind<u256> = Kind::wide_integer;
template <>
inline constexpr Kind kind<i256> = Kind::wide_integer;
template <>
inline constexpr Kind kind<float> = Kind::real;
template <>
inline constexpr Kind kind<double> = Kind::real;
template <>
inline constexpr Kind kind<std::string> = Kind::string;
template <class T>
inline constexpr Kind kind<std::vector<T>> = Kind::list;
template <class T, std::size_t N>
inline constexpr Kind kind<std::array<T, N>> = Kind::array;
template <class T>
inline constexpr Kind kind<std::optional<T>> = Kind::option;
template <class T, class E>
inline constexpr Kind kind<Result<T, E>> = Kind::result;
template <class... T>
inline constexpr Kind kind<std::variant<T...>> = Kind::variant;
template <class T>
inline constexpr Kind kind<std::shared_ptr<const T>> = Kind::box;

// A type with an encoding; its parts are looked at when they are used.
template <class T>
concept Encodable = kind<T> != Kind::none;

}  // namespace stdb::bsatn
