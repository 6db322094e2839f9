// sdk/bsatn/.../layout.hpp: what is known of an encoding before there is a value: its size, and whether memory holds it
// as is.
#pragma once

#include <bit>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <type_traits>

#include "stdb/bsatn/detail/check_type.hpp"
#include "stdb/bsatn/kind.hpp"

namespace stdb::bsatn {

// The size of an encoding that depends on the value.
inline constexpr std::size_t varying = std::numeric_limits<std::size_t>::max();

namespace detail {

// All that is known of the encoding of a type. One constant a type, and one walk over its fields: each of these asked
// for by itself would have the compiler walk over them again.
struct Layout {
  std::size_t fixed_size = varying;
  // What must be there before decode_at is called, and what a count of elements is held against before anything is
  // reserved.
  std::size_t least_size = 1;
  // Memory holds the encoding byte for byte, and every bit pattern is a value: whole runs go by memcpy. A bool or an
  // enum is never copied blindly, since a wrong byte must be refused.
  bool is_blittable = false;
  // Any bytes of its size are a value: nothing in it can be refused.
  bool always_decodes = false;

  static constexpr Layout of_size(std::size_t size) { return {size, size, false, false}; }
  static constexpr Layout of_number(std::size_t size) {
    return {size, size, std::endian::native == std::endian::little, true};
  }
  static constexpr Layout at_least(std::size_t size) { return {varying, size, false, false}; }
};

template <class T>
constexpr Layout find_layout();

template <class T>
inline constexpr Layout layout = find_layout<T>();

constexpr Layout layout_of_product(std::initializer_list<Layout> fields, std::size_t size_in_memory) {
  Layout product = Layout::of_number(0);
  for (const Layout& field : fields) {
    product.fixed_size =
        product.fixed_size == varying || field.fixed_size == varying ? varying : product.fixed_size + field.fixed_size;
    product.least_size += field.least_size;
    product.is_blittable = product.is_blittable && field.is_blittable;
    product.always_decodes = product.always_decodes && field.always_decodes;
  }
  product.is_blittable = product.is_blittable && product.fixed_size == size_in_memory;
  return product;
}

// A tag, and the common size of all cases' payloads if there is one.
constexpr Layout layout_of_sum(std::initializer_list<Layout> cases) {
  const std::size_t size = cases.size() == 0 ? varying : cases.begin()->fixed_size;
  for (const Layout& one : cases) {
    if (one.fixed_size == varying || one.fixed_size != size) return Layout::at_least(1);
  }
  return Layout::of_size(1 + size);
}

// How many bytes of memory a product's encoding must fill to be its memory; nothing does where T is not copied so.
template <class T>
inline constexpr std::size_t copied_size = std::is_trivially_copyable_v<T> ? sizeof(T) : varying - 1;

// By the fields alone, so that all types of the same fields share it.
template <class... Field>
constexpr Layout find_layout_of_fields(Fields<Field...>, std::size_t size_in_memory) {
  return layout_of_product({layout<Field>...}, size_in_memory);
}

template <class... Case>
constexpr Layout find_layout_of_cases(Fields<Case...>) {
  return layout_of_sum({layout<Case>...});
}

template <class T>
constexpr Layout find_layout() {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::product)
    return find_layout_of_fields(parts_of_t<T>(), copied_size<T>);
  else if constexpr (k == Kind::sum || k == Kind::variant)
    return find_layout_of_cases(parts_of_t<T>());
  else if constexpr (k == Kind::integer || k == Kind::real || k == Kind::wide_integer)
    return Layout::of_number(sizeof(T));
  else if constexpr (k == Kind::boolean || k == Kind::enumeration)
    return Layout::of_size(1);
  else if constexpr (k == Kind::string || k == Kind::list || k == Kind::array)
    return Layout::at_least(4);
  else if constexpr (k == Kind::box)
    return Layout::at_least(0);  // its pointee may not be complete yet, and may contain this
  else if constexpr (k == Kind::option || k == Kind::result)
    return Layout::at_least(1);  // payloads of two sizes
  else
    return Layout();  // refused by who asks
}

// Refuses in words what has no encoding.
template <class T>
constexpr Layout checked_layout() {
  // Asked here, too: most types have none, and need no function that says so.
  if constexpr (problems_of<T>.encoding != Problem::none) require_encodable<T>();
  return layout<T>;
}

}  // namespace detail

// The encoded size in bytes of every value of T, or varying.
template <class T>
inline constexpr std::size_t fixed_size = detail::checked_layout<T>().fixed_size;

}  // namespace stdb::bsatn
