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

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_std_array = false;
template <class T, std::size_t N>
inline constexpr bool is_std_array<std::array<T, N>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<Result<T, E>> = true;
template <class T>
inline constexpr bool is_variant = false;
template <class... T>
inline constexpr bool is_variant<std::variant<T...>> = true;
template <class T>
inline constexpr bool is_box = false;
template <class T>
inline constexpr bool is_box<std::shared_ptr<const T>> = true;

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

template <class T>
constexpr Kind kind_of_aggregate() {
  if constexpr (IsSum<T>) {
    return Kind::sum;
  } else if constexpr (std::is_aggregate_v<T> && !HasBase<T>) {
    return Kind::product;
  } else {
    return Kind::none;
  }
}

}  // namespace detail

template <class T>
constexpr Kind kind_of() {
  if constexpr (std::same_as<T, bool>)
    return Kind::boolean;
  else if constexpr (detail::Integer<T>)
    return Kind::integer;
  else if constexpr (detail::WideInteger<T>)
    return Kind::wide_integer;
  else if constexpr (detail::Float<T>)
    return Kind::real;
  else if constexpr (std::same_as<T, std::string>)
    return Kind::string;
  else if constexpr (detail::is_vector<T>)
    return Kind::list;
  else if constexpr (detail::is_std_array<T>)
    return Kind::array;
  else if constexpr (detail::is_optional<T>)
    return Kind::option;
  else if constexpr (detail::is_result<T>)
    return Kind::result;
  else if constexpr (detail::is_variant<T>)
    return Kind::variant;
  else if constexpr (detail::is_box<T>)
    return Kind::box;
  else if constexpr (std::is_enum_v<T>)
    return Kind::enumeration;
  else if constexpr (std::is_class_v<T>)
    return detail::kind_of_aggregate<T>();
  else
    return Kind::none;
}

template <class T>
inline constexpr Kind kind = kind_of<T>();

// A type with an encoding; its parts are looked at when they are used.
template <class T>
concept Encodable = kind<T> != Kind::none;

}  // namespace stdb::bsatn
