// sdk/bsatn/.../measure.hpp: how many bytes a value takes.
#pragma once

#include <cstddef>
#include <memory>

#include "stdb/bsatn/detail/visit_held.hpp"
#include "stdb/bsatn/layout.hpp"
#include "stdb/bsatn/violation.hpp"

namespace stdb::bsatn {

template <Encodable T>
constexpr std::size_t measure(const T& value);

namespace detail {

template <class List>
constexpr std::size_t measure_elements(const List& list) {
  using Element = typename List::value_type;
  if constexpr (fixed_size<Element> != varying) {
    return list.size() * fixed_size<Element>;
  } else {
    std::size_t sum = 0;
    for (const Element& element : list) sum += measure(element);
    return sum;
  }
}

// What a box holds; an empty one has no encoding.
template <class T>
constexpr const T& unboxed(const std::shared_ptr<const T>& box) {
  if (box == nullptr) violation("a std::shared_ptr that holds nothing was to be encoded");
  return *box;
}

template <class T>
constexpr const auto& variant_in(const T& value) {
  if constexpr (kind<T> == Kind::sum) {
    return value.as_variant();
  } else {
    return value;
  }
}

struct FieldsMeasurer {
  template <class... Field>
  constexpr std::size_t operator()(const Field&... field) const {
    return (std::size_t{0} + ... + measure(field));
  }
};

}  // namespace detail

// The exact number of bytes that encode writes. Costs nothing where the size is fixed, else one walk over the value.
// In wasm the sum may wrap only where boxes share one large pointee some thousand times: such an encoding is larger
// than all of memory, and writing it traps at memory's end.
template <Encodable T>
constexpr std::size_t measure(const T& value) {
  constexpr Kind k = kind<T>;
  if constexpr (fixed_size<T> != varying) {
    return fixed_size<T>;
  } else if constexpr (k == Kind::string) {
    return 4 + value.size();
  } else if constexpr (k == Kind::list || k == Kind::array) {
    return 4 + detail::measure_elements(value);
  } else if constexpr (k == Kind::option) {
    return 1 + (value.has_value() ? measure(*value) : 0);
  } else if constexpr (k == Kind::result) {
    return 1 + (value.is_ok() ? measure(value.value()) : measure(value.error()));
  } else if constexpr (k == Kind::sum || k == Kind::variant) {
    return 1 + detail::visit_held(detail::variant_in(value), [](const auto& payload) { return measure(payload); });
  } else if constexpr (k == Kind::box) {
    return measure(detail::unboxed(value));
  } else {
    return detail::with_fields(value, detail::FieldsMeasurer());
  }
}

}  // namespace stdb::bsatn
