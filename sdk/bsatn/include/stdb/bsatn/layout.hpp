// sdk/bsatn/.../layout.hpp: what is known of an encoding before there is a value: its size, and whether memory holds it
// as is.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/detail/check_type.hpp"
#include "stdb/bsatn/detail/enumerators.hpp"
#include "stdb/bsatn/kind.hpp"

namespace stdb::bsatn {

// The size of an encoding that depends on the value.
inline constexpr std::size_t varying = std::numeric_limits<std::size_t>::max();

template <class T>
constexpr std::size_t fixed_size_of();

namespace detail {

template <class Variant>
struct alternatives;
template <class... T>
struct alternatives<std::variant<T...>> {
  static constexpr std::size_t count = sizeof...(T);
  template <std::size_t Index>
  using type = std::variant_alternative_t<Index, std::variant<T...>>;
};

// The cases of a sum, by whatever means it is written.
template <class T>
constexpr auto cases_of() {
  if constexpr (kind<T> == Kind::sum) {
    return alternatives<typename T::variant_type>{};
  } else {
    return alternatives<T>{};
  }
}

// The common size of all cases' payloads, or varying.
template <class... T>
constexpr std::size_t common_size() {
  std::size_t sizes[] = {fixed_size_of<T>()...};
  for (const std::size_t size : sizes) {
    if (size != sizes[0]) return varying;
  }
  return sizes[0];
}

template <class... T>
constexpr std::size_t summed_size() {
  std::size_t sum = 0;
  for (const std::size_t size : {std::size_t{0}, fixed_size_of<T>()...}) {
    if (size == varying) return varying;
    sum += size;
  }
  return sum;
}

template <class T>
constexpr std::size_t fixed_size_of_product() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    return summed_size<field_type<T, Index>...>();
  }(std::make_index_sequence<field_count<T>>{});
}

template <class T>
constexpr std::size_t fixed_size_of_sum() {
  using Cases = decltype(cases_of<T>());
  const std::size_t payload = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return common_size<typename Cases::template type<Index>...>();
  }(std::make_index_sequence<Cases::count>{});
  return payload == varying ? varying : payload + 1;
}

}  // namespace detail

// The encoded size in bytes of every value of T, or varying.
template <class T>
constexpr std::size_t fixed_size_of() {
  detail::require_encodable<T>();
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::boolean || k == Kind::enumeration)
    return 1;
  else if constexpr (k == Kind::integer || k == Kind::real)
    return sizeof(T);
  else if constexpr (k == Kind::wide_integer)
    return 32;
  else if constexpr (k == Kind::sum || k == Kind::variant)
    return detail::fixed_size_of_sum<T>();
  else if constexpr (k == Kind::product)
    return detail::fixed_size_of_product<T>();
  else
    return varying;  // lists carry a count, options and results payloads of two sizes, boxes may contain themselves
}

template <class T>
inline constexpr std::size_t fixed_size = fixed_size_of<T>();

template <class T>
constexpr std::size_t least_size_of();

namespace detail {

template <class T>
constexpr std::size_t least_size_of_product() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (std::size_t{0} + ... + least_size_of<field_type<T, Index>>());
  }(std::make_index_sequence<field_count<T>>{});
}

}  // namespace detail

// The least number of bytes that a value of T takes: what a count of elements is held against before anything is
// reserved.
template <class T>
constexpr std::size_t least_size_of() {
  constexpr Kind k = kind<T>;
  if constexpr (fixed_size<T> != varying)
    return fixed_size<T>;
  else if constexpr (k == Kind::string || k == Kind::list || k == Kind::array)
    return 4;
  else if constexpr (k == Kind::product)
    return detail::least_size_of_product<T>();
  else if constexpr (k == Kind::box)
    return 0;  // its pointee may not be complete yet
  else
    return 1;  // a tag
}

namespace detail {

template <class T>
constexpr bool is_blittable();

template <class T>
constexpr bool is_blittable_product() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (true && ... && is_blittable<field_type<T, Index>>());
  }(std::make_index_sequence<field_count<T>>{});
}

// Memory holds the encoding byte for byte, and every bit pattern is a value: whole runs go by memcpy. A bool or an enum
// is never copied blindly, since a wrong byte must be refused.
template <class T>
constexpr bool is_blittable() {
  constexpr Kind k = kind<T>;
  if constexpr (std::endian::native != std::endian::little)
    return false;
  else if constexpr (k == Kind::integer || k == Kind::real || k == Kind::wide_integer)
    return true;
  else if constexpr (k == Kind::product && std::is_trivially_copyable_v<T>)
    return fixed_size<T> == sizeof(T) && is_blittable_product<T>();
  else
    return false;
}

}  // namespace detail

template <class T>
inline constexpr bool blittable = detail::is_blittable<T>();

}  // namespace stdb::bsatn
