// sdk/bsatn/.../decode.hpp: from bytes to a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>

#include "stdb/bsatn/detail/utf8.hpp"
#include "stdb/bsatn/layout.hpp"
#include "stdb/bsatn/reader.hpp"
#include "stdb/bsatn/result.hpp"

namespace stdb::bsatn {

// Reads the next value into `out`; false, with reader.error(), if the bytes are not one. `out` is then valid, its value
// unspecified. Lengths are held against the bytes that are left before anything is allocated.
template <Encodable T>
constexpr bool decode_next(Reader& reader, T& out);

namespace detail {

constexpr bool decode_bool(Reader& reader, bool& out) {
  std::uint8_t byte = 0;
  if (!reader.integer(byte)) return false;
  if (byte > 1) return reader.refuse(DecodeError::Code::bad_bool, 1);
  out = byte == 1;
  return true;
}

constexpr bool decode_tag(Reader& reader, std::size_t cases, std::uint8_t& tag) {
  if (!reader.integer(tag)) return false;
  return tag < cases || reader.refuse(DecodeError::Code::bad_tag, 1);
}

constexpr bool decode_text(Reader& reader, std::string& out) {
  std::uint32_t size = 0;
  if (!reader.integer(size)) return false;
  const std::uint8_t* const text = reader.take(size);
  if (text == nullptr) return false;
  if (!is_utf8(text, size)) return reader.refuse(DecodeError::Code::bad_text, size);
  if consteval {
    out.assign(text, text + size);
  } else {
    out.assign(reinterpret_cast<const char*>(text), size);  // one copy, where iterators would be a loop over bytes
  }
  return true;
}

template <class Real, class Bits>
constexpr bool decode_real(Reader& reader, Real& out) {
  Bits bits = 0;
  if (!reader.integer(bits)) return false;
  out = std::bit_cast<Real>(bits);
  return true;
}

// The count of a list, refused when the bytes that are left cannot hold so many elements.
template <class Element>
constexpr bool decode_count(Reader& reader, std::uint32_t& count) {
  if (!reader.integer(count)) return false;
  constexpr std::size_t least = least_size_of<Element>();
  if constexpr (least == 0) {
    return count <= max_empty_elements || reader.refuse(DecodeError::Code::too_many, 4);
  } else {
    return count <= reader.remaining() / least || reader.refuse(DecodeError::Code::truncated, 4);
  }
}

template <class List>
constexpr bool decode_elements(Reader& reader, List& out) {
  using Element = typename List::value_type;
  if constexpr (blittable<Element> && fixed_size<Element> != 0) {
    if !consteval {
      const std::uint8_t* const from = reader.take(out.size() * sizeof(Element));
      if (from == nullptr) return false;
      if (!out.empty()) std::memcpy(static_cast<void*>(out.data()), from, out.size() * sizeof(Element));
      return true;
    }
  }
  if (!reader.enter()) return false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if constexpr (std::same_as<Element, bool>) {
      bool element = false;  // std::vector<bool> has no bool to refer to
      if (!decode_next(reader, element)) return false;
      out[i] = element;
    } else {
      if (!decode_next(reader, out[i])) return false;
    }
  }
  reader.leave();
  return true;
}

template <class List>
constexpr bool decode_list(Reader& reader, List& out) {
  std::uint32_t count = 0;
  if (!decode_count<typename List::value_type>(reader, count)) return false;
  if constexpr (kind<List> == Kind::array) {
    if (count != out.size()) return reader.refuse(DecodeError::Code::bad_count, 4);
  } else {
    out = List(count);
  }
  return decode_elements(reader, out);
}

template <class T>
constexpr bool decode_option(Reader& reader, std::optional<T>& out) {
  std::uint8_t tag = 0;
  if (!decode_tag(reader, 2, tag)) return false;
  out.reset();
  if (tag == 1) return true;
  if (!reader.enter() || !decode_next(reader, out.emplace())) return false;
  reader.leave();
  return true;
}

template <class T, class E>
constexpr bool decode_result(Reader& reader, Result<T, E>& out) {
  std::uint8_t tag = 0;
  if (!decode_tag(reader, 2, tag) || !reader.enter()) return false;
  if (tag == 0) {
    typename Result<T, E>::value_type value{};
    if (!decode_next(reader, value)) return false;
    out = Success<typename Result<T, E>::value_type>{std::move(value)};
  } else {
    E error{};
    if (!decode_next(reader, error)) return false;
    out = Failure<E>{std::move(error)};
  }
  reader.leave();
  return true;
}

template <std::size_t Index = 0, class... T>
constexpr bool decode_case(Reader& reader, std::variant<T...>& out, std::size_t tag) {
  if constexpr (Index < sizeof...(T)) {
    if (tag == Index) return decode_next(reader, out.template emplace<Index>());
    return decode_case<Index + 1>(reader, out, tag);
  } else {
    return reader.refuse(DecodeError::Code::bad_tag, 1);
  }
}

template <class... T>
constexpr bool decode_variant(Reader& reader, std::variant<T...>& out) {
  std::uint8_t tag = 0;
  return decode_tag(reader, sizeof...(T), tag) && decode_case(reader, out, tag);
}

template <class T>
constexpr bool decode_sum(Reader& reader, T& out) {
  typename T::variant_type held;
  if (!decode_variant(reader, held)) return false;
  static_cast<Sum<typename T::cases>&>(out) = Sum<typename T::cases>(std::move(held));
  return true;
}

template <class Enum>
constexpr bool decode_enum(Reader& reader, Enum& out) {
  std::uint8_t tag = 0;
  if (!decode_tag(reader, enumerators<Enum>.count, tag)) return false;
  if constexpr (enumerators_are_dense<Enum>) {
    out = static_cast<Enum>(tag);
  } else {
    out = static_cast<Enum>(enumerator_values<Enum>[tag]);
  }
  return true;
}

template <class T>
constexpr bool decode_box(Reader& reader, std::shared_ptr<const T>& out) {
  if (!reader.enter()) return false;
  const auto pointee = std::make_shared<T>();
  if (!decode_next(reader, *pointee)) return false;
  out = pointee;
  reader.leave();
  return true;
}

// For each field of a product: how many bytes it and the blittable fields after it take, or 0 where an earlier field's
// run covers it already, or it is not blittable.
template <class T>
constexpr auto find_runs() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    constexpr bool is_plain[] = {(blittable<field_type<T, Index>> && fixed_size<field_type<T, Index>> != 0)...};
    constexpr std::size_t sizes[] = {(is_plain[Index] ? sizeof(field_type<T, Index>) : 0)...};
    std::array<std::size_t, sizeof...(Index)> runs{};
    for (std::size_t from = 0; from < runs.size(); ++from) {
      if (!is_plain[from] || (from > 0 && is_plain[from - 1])) continue;
      for (std::size_t at = from; at < runs.size() && is_plain[at]; ++at) runs[from] += sizes[at];
    }
    return runs;
  }(std::make_index_sequence<field_count<T>>{});
}
template <class T>
inline constexpr auto runs_of = find_runs<T>();

// One field; `at` is where the present run goes on.
template <class T, std::size_t Index, class Field>
constexpr bool decode_field(Reader& reader, const std::uint8_t*& at, Field& field) {
  if constexpr (blittable<Field> && fixed_size<Field> != 0) {
    if !consteval {
      if constexpr (runs_of<T>[Index] != 0) {
        at = reader.take(runs_of<T>[Index]);
        if (at == nullptr) return false;
      }
      std::memcpy(static_cast<void*>(&field), at, sizeof field);
      at += sizeof field;
      return true;
    }
  }
  return decode_next(reader, field);
}

// Fields of known size that follow each other are held against what is left once.
template <class T>
constexpr bool decode_fields(Reader& reader, T& out) {
  return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    [[maybe_unused]] const std::uint8_t* at = nullptr;
    return with_fields(out, [&](auto&... field) { return (true && ... && decode_field<T, Index>(reader, at, field)); });
  }(std::make_index_sequence<field_count<T>>{});
}

template <class T>
constexpr bool decode_product(Reader& reader, T& out) {
  if constexpr (blittable<T> && fixed_size<T> != 0) {
    if !consteval {
      const std::uint8_t* const from = reader.take(sizeof(T));
      if (from != nullptr) std::memcpy(static_cast<void*>(&out), from, sizeof(T));
      return from != nullptr;
    }
  }
  return decode_fields(reader, out);
}

}  // namespace detail

template <Encodable T>
constexpr bool decode_next(Reader& reader, T& out) {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::boolean) {
    return detail::decode_bool(reader, out);
  } else if constexpr (k == Kind::integer) {
    return reader.integer(out);
  } else if constexpr (k == Kind::wide_integer) {
    return reader.integer(out.words[0]) && reader.integer(out.words[1]) && reader.integer(out.words[2]) &&
           reader.integer(out.words[3]);
  } else if constexpr (std::same_as<T, float>) {
    return detail::decode_real<float, std::uint32_t>(reader, out);
  } else if constexpr (std::same_as<T, double>) {
    return detail::decode_real<double, std::uint64_t>(reader, out);
  } else if constexpr (k == Kind::string) {
    return detail::decode_text(reader, out);
  } else if constexpr (k == Kind::list || k == Kind::array) {
    return detail::decode_list(reader, out);
  } else if constexpr (k == Kind::option) {
    return detail::decode_option(reader, out);
  } else if constexpr (k == Kind::result) {
    return detail::decode_result(reader, out);
  } else if constexpr (k == Kind::sum) {
    return detail::decode_sum(reader, out);
  } else if constexpr (k == Kind::variant) {
    return detail::decode_variant(reader, out);
  } else if constexpr (k == Kind::enumeration) {
    return detail::decode_enum(reader, out);
  } else if constexpr (k == Kind::box) {
    return detail::decode_box(reader, out);
  } else {
    return detail::decode_product(reader, out);
  }
}

// The value that exactly these bytes encode; bytes left over are refused too.
template <Encodable T>
constexpr Result<T, DecodeError> decode(std::span<const std::uint8_t> bytes) {
  Reader reader(bytes);
  T value{};
  if (!decode_next(reader, value)) return Err(reader.error());
  if (reader.remaining() != 0) {
    reader.refuse(DecodeError::Code::trailing);
    return Err(reader.error());
  }
  return Ok(std::move(value));
}

}  // namespace stdb::bsatn
