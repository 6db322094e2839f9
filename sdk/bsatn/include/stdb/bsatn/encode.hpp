// sdk/bsatn/.../encode.hpp: from a value to its bytes.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#include "stdb/bsatn/detail/copy_text.hpp"
#include "stdb/bsatn/measure.hpp"

namespace stdb::bsatn {

// Writes the encoding at `at` and returns its end. The caller has made room for measure(value) bytes; nothing is
// checked.
template <Encodable T>
constexpr std::uint8_t* encode_at(std::uint8_t* at, const T& value);

namespace detail {

constexpr std::uint8_t* put_bytes(std::uint8_t* at, const void* from, std::size_t count) {
  if (count != 0) std::memcpy(at, from, count);  // memcpy from an empty range's null pointer is undefined
  return at + count;
}

template <class Int>
constexpr std::uint8_t* put_integer(std::uint8_t* at, Int value) {
  if consteval {
    for (std::size_t i = 0; i < sizeof(Int); ++i) *at++ = static_cast<std::uint8_t>(value >> (8 * i));
    return at;
  } else {
    static_assert(std::endian::native == std::endian::little, "stdb: big-endian machines are not supported");
    std::memcpy(at, &value, sizeof value);
    return at + sizeof value;
  }
}

constexpr std::uint8_t* put_count(std::uint8_t* at, std::size_t count) {
  if constexpr (sizeof count > sizeof(std::uint32_t)) {
    if (count > std::numeric_limits<std::uint32_t>::max()) [[unlikely]]
      violation("a text or a list of 2^32 or more elements was to be encoded");
  }
  return put_integer(at, static_cast<std::uint32_t>(count));
}

// The tag of an enumerator: its rank by value.
template <class Enum>
constexpr std::uint8_t enumerator_tag(Enum value) {
  const auto number = static_cast<std::uint64_t>(value);  // what is negative is larger than every enumerator
  if constexpr (enumerators_are_dense<Enum>) {
    if (number < enumerators<Enum>.count) return static_cast<std::uint8_t>(number);
  } else {
    for (std::size_t tag = 0; tag < enumerator_values<Enum>.size(); ++tag) {
      if (enumerator_values<Enum>[tag] == number) return static_cast<std::uint8_t>(tag);
    }
  }
  violation("an enum holds a value that no enumerator names");
}

template <class List>
constexpr std::uint8_t* encode_elements(std::uint8_t* at, const List& list) {
  using Element = typename List::value_type;
  if constexpr (layout<Element>.is_blittable) {
    if !consteval {
      return put_bytes(at, list.data(), list.size() * sizeof(Element));
    }
  }
  for (const Element& element : list) at = encode_at<Element>(at, element);
  return at;
}

constexpr std::uint8_t* encode_text(std::uint8_t* at, std::string_view text) {
  at = put_count(at, text.size());
  if consteval {
    for (const char c : text) *at++ = static_cast<std::uint8_t>(c);
    return at;
  } else {
    if constexpr (copies_in_one_instruction) {
      return put_bytes(at, text.data(), text.size());
    } else {
      copy_text(at, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
      return at + text.size();
    }
  }
}

template <class T>
constexpr std::uint8_t* encode_sum(std::uint8_t* at, const T& value) {
  const auto& variant = variant_in(value);
  *at++ = static_cast<std::uint8_t>(variant.index());
  return visit_held(variant, [at](const auto& payload) { return encode_at(at, payload); });
}

// As FieldsDecoder. Without the bounds it is short, and no worse where it is called.
struct FieldsEncoder {
  std::uint8_t* at;

  template <class... Field>
  constexpr std::uint8_t* operator()(const Field&... field) const {
    std::uint8_t* place = at;
    ((place = encode_at(place, field)), ...);
    return place;
  }
};

}  // namespace detail

template <Encodable T>
constexpr std::uint8_t* encode_at(std::uint8_t* at, const T& value) {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::product) {  // first, as in decode_at
    if constexpr (detail::layout<T>.is_blittable) {
      if !consteval {
        return detail::put_bytes(at, &value, sizeof value);
      }
    }
    return detail::with_fields(value, detail::FieldsEncoder{at});
  } else if constexpr (k == Kind::boolean) {
    *at = value ? 1 : 0;
    return at + 1;
  } else if constexpr (k == Kind::integer) {
    return detail::put_integer(at, value);
  } else if constexpr (k == Kind::wide_integer) {
    for (const std::uint64_t word : value.words) at = detail::put_integer(at, word);
    return at;
  } else if constexpr (std::same_as<T, float>) {
    return detail::put_integer(at, std::bit_cast<std::uint32_t>(value));
  } else if constexpr (std::same_as<T, double>) {
    return detail::put_integer(at, std::bit_cast<std::uint64_t>(value));
  } else if constexpr (k == Kind::string) {
    return detail::encode_text(at, value);
  } else if constexpr (k == Kind::list || k == Kind::array) {
    return detail::encode_elements(detail::put_count(at, value.size()), value);
  } else if constexpr (k == Kind::option) {
    *at++ = value.has_value() ? 0 : 1;
    return value.has_value() ? encode_at(at, *value) : at;
  } else if constexpr (k == Kind::result) {
    *at++ = value.is_ok() ? 0 : 1;
    return value.is_ok() ? encode_at(at, value.value()) : encode_at(at, value.error());
  } else if constexpr (k == Kind::sum || k == Kind::variant) {
    return detail::encode_sum(at, value);
  } else if constexpr (k == Kind::enumeration) {
    *at = detail::enumerator_tag(value);
    return at + 1;
  } else {
    return encode_at(at, detail::unboxed(value));
  }
}

// The encoding in bytes of its own; one allocation.
template <Encodable T>
constexpr std::vector<std::uint8_t> encode(const T& value) {
  std::vector<std::uint8_t> bytes(measure(value));
  encode_at(bytes.data(), value);
  return bytes;
}

}  // namespace stdb::bsatn
