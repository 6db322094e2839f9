// sdk/module/.../detail/type_shape.hpp: a C++ type as SpacetimeDB's AlgebraicType.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/detail/recursion.hpp"

namespace stdb::detail {

// AlgebraicType's cases. Source: BSATN of the official typespace, tags 0 to 19.
enum TypeTag : std::uint8_t {
  tag_ref,
  tag_sum,
  tag_product,
  tag_array,
  tag_string,
  tag_bool,
  tag_i8,
  tag_u8,
  tag_i16,
  tag_u16,
  tag_i32,
  tag_u32,
  tag_i64,
  tag_u64,
  tag_i128,
  tag_u128,
  tag_i256,
  tag_u256,
  tag_f32,
  tag_f64
};

// FNV-1a.
constexpr std::uint32_t hash_name(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619u;
  return hash;
}

template <class T>
constexpr void write_type(PieceWriter& out);
template <class T>
constexpr void write_definition(PieceWriter& out);

// Nothing is written of a type that cannot be described: it is refused where it is declared, and that refusal stays the
// only one.
template <class T>
constexpr TypeShape shape_of() {
  if constexpr (!bsatn::detail::is_describable<T>) {
    return {};
  } else {
    TypeShape shape{bsatn::detail::scoped_name<T>(),
                    bsatn::detail::full_type_name<T>(),
                    hash_name(bsatn::detail::scoped_name<T>().whole),
                    {},
                    nullptr,
                    contains_itself<T>()};
    if constexpr (contains_itself<T>()) {
      shape.write = &write_definition<T>;
    } else {
      shape.definition = piece_view<&write_definition<T>>;
    }
    return shape;
  }
}

// One for each named type.
template <class T>
inline constexpr TypeShape type_shape = shape_of<T>();

constexpr void write_name(PieceWriter& out, std::string_view name) {
  out.byte(0);  // some
  out.text(name);
}

constexpr void write_unit(PieceWriter& out) {
  out.byte(tag_product);
  out.u32(0);
}

// The signed widths have even tags from tag_i8 on, each followed by the unsigned one.
template <class T>
constexpr std::uint8_t integer_tag() {
  const std::size_t rank = sizeof(T) == 1    ? 0
                           : sizeof(T) == 2  ? 1
                           : sizeof(T) == 4  ? 2
                           : sizeof(T) == 8  ? 3
                           : sizeof(T) == 16 ? 4
                                             : 5;
  return static_cast<std::uint8_t>(tag_i8 + 2 * rank + (bsatn::detail::is_signed_integer<T> ? 0 : 1));
}

// The members of a product: (name, type) each. By the fields alone, so that all types of the same fields share it.
template <class... Field>
constexpr void write_fields(PieceWriter& out, [[maybe_unused]] const std::string_view* name,
                            bsatn::detail::Fields<Field...>) {
  out.u32(sizeof...(Field));
  ((write_name(out, *name++), write_type<Field>(out)), ...);
}

// None of a type that was refused.
template <class T, class Written = std::conditional_t<bsatn::detail::is_describable<T>, T, Unit>>
inline constexpr const std::string_view* member_names = bsatn::detail::field_names<Written>.data();
template <class T>
using members_of = bsatn::detail::fields_of<std::conditional_t<bsatn::detail::is_describable<T>, T, Unit>>;

// A sum that every SDK knows by its shape and that is therefore written in place: option, result.
template <class First, class Second>
constexpr void write_known_sum(PieceWriter& out, std::string_view first, std::string_view second) {
  out.byte(tag_sum);
  out.u32(2);
  write_name(out, first);
  write_type<First>(out);
  write_name(out, second);
  write_type<Second>(out);
}

// Likewise the products of one field: identities and times. Empty for all others.
template <class T>
constexpr std::string_view known_field() {
  if constexpr (std::same_as<T, Identity>)
    return "__identity__";
  else if constexpr (std::same_as<T, ConnectionId>)
    return "__connection_id__";
  else if constexpr (std::same_as<T, Timestamp>)
    return "__timestamp_micros_since_unix_epoch__";
  else if constexpr (std::same_as<T, TimeDuration>)
    return "__time_duration_micros__";
  else if constexpr (std::same_as<T, Uuid>)
    return "__uuid__";
  else
    return {};
}

// Identity and its like, Unit and ScheduleAt are written where they are used; every other product and sum is referred
// to.
template <class T>
constexpr void write_aggregate(PieceWriter& out) {
  if constexpr (!known_field<T>().empty()) {
    out.byte(tag_product);
    out.u32(1);
    write_name(out, known_field<T>());
    write_type<bsatn::detail::field_type<T, 0>>(out);
  } else if constexpr (std::same_as<T, Unit>) {
    write_unit(out);
  } else if constexpr (std::same_as<T, ScheduleAt>) {
    // By way of T: clang would otherwise look for write_type here, before it is there.
    using Cases = typename T::cases;
    write_known_sum<bsatn::detail::field_type<Cases, 0>, bsatn::detail::field_type<Cases, 1>>(out, "Interval", "Time");
  } else {
    out.byte(tag_ref);
    out.reference(type_shape<T>);
  }
}

// How a type is written where it is used: as a column, an argument, an element.
template <class T>
constexpr void write_type(PieceWriter& out) {
  constexpr bsatn::Kind k = bsatn::kind<T>;
  if constexpr (!bsatn::detail::is_describable<T>) {
    return;
  } else if constexpr (k == bsatn::Kind::boolean) {
    out.byte(tag_bool);
  } else if constexpr (k == bsatn::Kind::integer || k == bsatn::Kind::wide_integer) {
    out.byte(integer_tag<T>());
  } else if constexpr (k == bsatn::Kind::real) {
    out.byte(std::same_as<T, float> ? tag_f32 : tag_f64);
  } else if constexpr (k == bsatn::Kind::string) {
    out.byte(tag_string);
  } else if constexpr (k == bsatn::Kind::list || k == bsatn::Kind::array) {
    out.byte(tag_array);
    write_type<typename T::value_type>(out);
  } else if constexpr (k == bsatn::Kind::option) {
    write_known_sum<typename T::value_type, Unit>(out, "some", "none");
  } else if constexpr (k == bsatn::Kind::result) {
    write_known_sum<typename T::value_type, typename T::error_type>(out, "ok", "err");
  } else if constexpr (k == bsatn::Kind::box) {
    write_type<std::remove_const_t<typename T::element_type>>(out);
  } else {
    write_aggregate<T>(out);
  }
}

template <class Enum>
constexpr void write_enumerators(PieceWriter& out) {
  constexpr auto& list = bsatn::detail::enumerators<Enum>;
  static_assert(list.count > 0, "stdb: this enum has no enumerator with a value from 0 to 255");
  out.byte(tag_sum);
  out.u32(static_cast<std::uint32_t>(list.count));
  for (std::size_t i = 0; i < list.count; ++i) {
    write_name(out, list.at[i].name);
    write_unit(out);
  }
}

// How a named type is written in the typespace.
template <class T>
constexpr void write_definition(PieceWriter& out) {
  if constexpr (bsatn::kind<T> == bsatn::Kind::enumeration) {
    write_enumerators<T>(out);
  } else if constexpr (bsatn::kind<T> == bsatn::Kind::sum) {
    out.byte(tag_sum);
    write_fields(out, member_names<typename T::cases>, members_of<typename T::cases>());
  } else {
    out.byte(tag_product);
    write_fields(out, member_names<T>, members_of<T>());
  }
}

}  // namespace stdb::detail
