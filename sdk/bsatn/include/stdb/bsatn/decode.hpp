// sdk/bsatn/.../decode.hpp: from bytes to a value.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "stdb/bsatn/detail/copy_text.hpp"
#include "stdb/bsatn/detail/unaligned.hpp"
#include "stdb/bsatn/detail/utf8.hpp"
#include "stdb/bsatn/layout.hpp"
#include "stdb/bsatn/reader.hpp"
#include "stdb/bsatn/result.hpp"

namespace stdb::bsatn {
namespace detail {

// The functions here are told where a value's bytes begin and where all bytes end, and answer where the value ends, or
// null, with the reason in `refusal`. A place goes from one to the next by value: in an object of a reader it would be
// read from memory and written back for every field as soon as one of them is not inlined. bench/README.md has what
// that cost.
//
// Their caller has seen that layout<T>.least_size bytes are there. So what is of a fixed size is not held against the
// end again, and a row asks once for all of its columns up to the next one that varies.
template <class T>
constexpr const std::uint8_t* decode_at(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal, T& out);

constexpr bool has_bytes(const std::uint8_t* at, const std::uint8_t* end, std::size_t count) {
  return static_cast<std::size_t>(end - at) >= count;
}

// For a caller who has not seen that.
template <class T>
constexpr const std::uint8_t* decode_checked(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                             T& out) {
  constexpr std::size_t least = checked_layout<T>().least_size;
  if constexpr (least != 0) {
    if (!has_bytes(at, end, least)) [[unlikely]]
      return refusal.note(DecodeError::Code::truncated, at);
  }
  return decode_at(at, end, refusal, out);
}

template <class Int>
constexpr Int load_integer(const std::uint8_t* at) {
  if consteval {
    u128 value = 0;
    for (std::size_t i = 0; i < sizeof(Int); ++i) value |= static_cast<u128>(at[i]) << (8 * i);
    return static_cast<Int>(value);
  } else {
    return load_word<Int>(at);
  }
}

template <class Real, class Bits>
constexpr Real load_real(const std::uint8_t* at) {
  return std::bit_cast<Real>(load_integer<Bits>(at));
}

constexpr const std::uint8_t* decode_bool(const std::uint8_t* at, Refusal& refusal, bool& out) {
  if (*at > 1) [[unlikely]]
    return refusal.note(DecodeError::Code::bad_bool, at);
  out = std::bit_cast<bool>(*at);
  return at + 1;
}

constexpr const std::uint8_t* decode_text(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                          std::string& out) {
  const auto size = load_integer<std::uint32_t>(at);
  at += 4;
  if (!has_bytes(at, end, size)) [[unlikely]]
    return refusal.note(DecodeError::Code::truncated, at);
  if (!is_utf8(at, size)) [[unlikely]]
    return refusal.note(DecodeError::Code::bad_text, at);
  if consteval {
    out.assign(at, at + size);
  } else {
    out.assign(reinterpret_cast<const char*>(at), size);  // one copy, where iterators would be a loop over bytes
  }
  return at + size;
}

// Whether a list of these may hold lists again, to any depth.
template <class T>
inline constexpr bool may_nest = layout<T>.fixed_size == varying && kind<T> != Kind::string;

// The count of a list, refused when the bytes that are left cannot hold so many elements.
template <class Element>
constexpr bool is_plausible_count(std::uint32_t count, const std::uint8_t* at, const std::uint8_t* end,
                                  Refusal& refusal) {
  constexpr std::size_t least = layout<Element>.least_size;
  if constexpr (least == 0) {
    return count <= max_empty_elements || refusal.note(DecodeError::Code::too_many, at - 4) != nullptr;
  } else {
    return count <= static_cast<std::size_t>(end - at) / least ||
           refusal.note(DecodeError::Code::truncated, at - 4) != nullptr;
  }
}

template <class Element>
constexpr const std::uint8_t* decode_element(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                             Element& out) {
  if constexpr (layout<Element>.fixed_size != varying) {
    return decode_at(at, end, refusal, out);  // the count was held against the end
  } else {
    return decode_checked(at, end, refusal, out);
  }
}

template <class List>
constexpr const std::uint8_t* decode_elements(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                              List& out) {
  using Element = typename List::value_type;
  if constexpr (layout<Element>.is_blittable) {
    if !consteval {
      if (!out.empty()) std::memcpy(static_cast<void*>(out.data()), at, out.size() * sizeof(Element));
      return at + out.size() * sizeof(Element);
    }
  }
  if constexpr (may_nest<Element>) {
    if (++refusal.depth > max_depth) return refusal.note(DecodeError::Code::too_deep, at);
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    if constexpr (std::same_as<Element, bool>) {
      bool element = false;  // std::vector<bool> has no bool to refer to
      at = decode_bool(at, refusal, element);
      if (at == nullptr) return nullptr;
      out[i] = element;
    } else {
      at = decode_element(at, end, refusal, out[i]);
      if constexpr (!layout<Element>.always_decodes) {
        if (at == nullptr) [[unlikely]]
          return nullptr;
      }
    }
  }
  if constexpr (may_nest<Element>) --refusal.depth;
  return at;
}

// Elements that memory holds as they are encoded: one copy into new memory, where a list of zeros to copy them into
// would cost a second pass over it. A function of its own, since only there do compilers see that nothing overlaps.
template <class Element>
[[gnu::noinline]] const std::uint8_t* decode_run(const std::uint8_t* at, std::size_t count, std::vector<Element>& out) {
  const auto* const first = reinterpret_cast<const Image<Element>*>(at);
  out = std::vector<Element>(first, first + count);
  return at + count * sizeof(Element);
}

template <class List>
constexpr const std::uint8_t* decode_list(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                          List& out) {
  const auto count = load_integer<std::uint32_t>(at);
  at += 4;
  if (!is_plausible_count<typename List::value_type>(count, at, end, refusal)) return nullptr;
  if constexpr (kind<List> == Kind::array) {
    if (count != out.size()) return refusal.note(DecodeError::Code::bad_count, at - 4);
  } else if (count != out.size()) {
    if constexpr (layout<typename List::value_type>.is_blittable) {
      if !consteval {
        return decode_run(at, count, out);
      }
    }
    // A scan decodes one row after another into one value: a list of the length that the last one had keeps its memory.
    out = List(count);
  }
  return decode_elements(at, end, refusal, out);
}

// One of the cases of something whose tag said so.
template <class T>
constexpr const std::uint8_t* decode_option(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                            std::optional<T>& out) {
  const std::uint8_t tag = *at;
  if (tag > 1) return refusal.note(DecodeError::Code::bad_tag, at);
  ++at;
  if (tag == 1) {
    out.reset();
    return at;
  }
  if (!out.has_value()) out.emplace();
  return decode_checked(at, end, refusal, *out);
}

template <class T, class E>
constexpr const std::uint8_t* decode_result(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                            Result<T, E>& out) {
  const std::uint8_t tag = *at;
  if (tag > 1) return refusal.note(DecodeError::Code::bad_tag, at);
  ++at;
  if (tag == 0) {
    typename Result<T, E>::value_type value{};
    at = decode_checked(at, end, refusal, value);
    if (at != nullptr) out = Success<typename Result<T, E>::value_type>{std::move(value)};
  } else {
    E error{};
    at = decode_checked(at, end, refusal, error);
    if (at != nullptr) out = Failure<E>{std::move(error)};
  }
  return at;
}

template <std::size_t Index = 0, class... T>
constexpr const std::uint8_t* decode_case(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                          std::variant<T...>& out, std::size_t tag) {
  if constexpr (Index < sizeof...(T)) {
    if (tag == Index) return decode_checked(at, end, refusal, out.template emplace<Index>());
    return decode_case<Index + 1>(at, end, refusal, out, tag);
  } else {
    return refusal.note(DecodeError::Code::bad_tag, at - 1);
  }
}

template <class Enum>
constexpr const std::uint8_t* decode_enum(const std::uint8_t* at, Refusal& refusal, Enum& out) {
  const std::uint8_t tag = *at;
  if constexpr (enumerators<Enum>.count < 256) {
    if (tag >= enumerators<Enum>.count) [[unlikely]]
      return refusal.note(DecodeError::Code::bad_tag, at);
  }
  if constexpr (enumerators_are_dense<Enum>) {
    out = static_cast<Enum>(tag);
  } else {
    out = static_cast<Enum>(enumerator_values<Enum>[tag]);
  }
  return at + 1;
}

template <class T>
constexpr const std::uint8_t* decode_box(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                         std::shared_ptr<const T>& out) {
  if (++refusal.depth > max_depth) return refusal.note(DecodeError::Code::too_deep, at);
  const auto pointee = std::make_shared<T>();
  at = decode_checked(at, end, refusal, *pointee);
  out = pointee;
  --refusal.depth;
  return at;
}

// For each field of a product: how many bytes are to be held against the end before it. Nothing for the first, whose
// run the caller has seen; after a field that varies, what is certain of the next ones: all up to one that varies, and
// that one's head.
template <std::size_t Count>
constexpr std::array<std::size_t, Count> find_needs(const std::array<Layout, Count>& fields) {
  std::array<std::size_t, Count> needs{};
  for (std::size_t from = 1; from < Count; ++from) {
    if (fields[from - 1].fixed_size != varying) continue;
    for (std::size_t at = from; at < Count; ++at) {
      needs[from] += fields[at].least_size;
      if (fields[at].fixed_size == varying) break;
    }
  }
  return needs;
}

template <class Fields>
inline constexpr std::array<std::size_t, 0> needs_of{};
template <class... Field>
inline constexpr auto needs_of<Fields<Field...>> = find_needs(std::array<Layout, sizeof...(Field)>{layout<Field>...});

template <std::size_t Need, class Field>
constexpr const std::uint8_t* decode_field(const std::uint8_t* at, const std::uint8_t* end, Refusal& refusal,
                                           Field& field) {
  if constexpr (Need != 0) {
    if (!has_bytes(at, end, Need)) [[unlikely]]
      return refusal.note(DecodeError::Code::truncated, at);
  }
  return decode_at(at, end, refusal, field);
}

template <std::size_t... Index, class... Field>
constexpr const std::uint8_t* decode_fields(const std::uint8_t* at, [[maybe_unused]] const std::uint8_t* end,
                                            [[maybe_unused]] Refusal& refusal, std::index_sequence<Index...>,
                                            Field&... field) {
  [[maybe_unused]] constexpr auto& needs = needs_of<Fields<Field...>>;
  static_cast<void>((true && ... &&
                     ((at = decode_field<needs[Index]>(at, end, refusal, field)),
                      (needs[Index] == 0 && layout<Field>.always_decodes) || at != nullptr)));
  return at;
}

// An object, not a lambda, of which the compiler would make one for each product. Inlined as with_fields is.
struct FieldsDecoder {
  const std::uint8_t* at;
  const std::uint8_t* end;
  Refusal& refusal;

  template <class... Field>
  [[gnu::always_inline]] constexpr const std::uint8_t* operator()(Field&... field) const {
    return decode_fields(at, end, refusal, std::index_sequence_for<Field...>(), field...);
  }
};

template <class T>
constexpr const std::uint8_t* decode_at(const std::uint8_t* at, [[maybe_unused]] const std::uint8_t* end,
                                        [[maybe_unused]] Refusal& refusal, T& out) {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::product) {  // first, since most types are products: the compiler asks one after the other
    if constexpr (layout<T>.is_blittable) {
      if !consteval {
        std::memcpy(static_cast<void*>(&out), at, sizeof(T));
        return at + sizeof(T);
      }
    }
    return with_fields(out, FieldsDecoder{at, end, refusal});
  } else if constexpr (k == Kind::boolean) {
    return decode_bool(at, refusal, out);
  } else if constexpr (k == Kind::integer) {
    out = load_integer<T>(at);
    return at + sizeof(T);
  } else if constexpr (k == Kind::wide_integer) {
    for (std::uint64_t& word : out.words) {
      word = load_integer<std::uint64_t>(at);
      at += 8;
    }
    return at;
  } else if constexpr (std::same_as<T, float>) {
    out = load_real<float, std::uint32_t>(at);
    return at + 4;
  } else if constexpr (std::same_as<T, double>) {
    out = load_real<double, std::uint64_t>(at);
    return at + 8;
  } else if constexpr (k == Kind::string) {
    return decode_text(at, end, refusal, out);
  } else if constexpr (k == Kind::list || k == Kind::array) {
    return decode_list(at, end, refusal, out);
  } else if constexpr (k == Kind::option) {
    return decode_option(at, end, refusal, out);
  } else if constexpr (k == Kind::result) {
    return decode_result(at, end, refusal, out);
  } else if constexpr (k == Kind::sum) {
    return decode_case(at + 1, end, refusal, out.as_variant(), *at);
  } else if constexpr (k == Kind::variant) {
    return decode_case(at + 1, end, refusal, out, *at);
  } else if constexpr (k == Kind::enumeration) {
    return decode_enum(at, refusal, out);
  } else if constexpr (k == Kind::box) {
    return decode_box(at, end, refusal, out);
  } else {
    return at;  // refused by who asks
  }
}

}  // namespace detail

// Reads the next value into `out`; false, with reader.error(), if the bytes are not one. `out` is then valid, its value
// unspecified. Lengths are held against the bytes that are left before anything is allocated.
template <Encodable T>
constexpr bool decode_next(Reader& reader, T& out) {
  return reader.go_to(detail::decode_checked(reader.position(), reader.end(), reader.refusal(), out));
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
