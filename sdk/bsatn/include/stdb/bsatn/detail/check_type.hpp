// sdk/bsatn/.../detail/check_type.hpp: refuses, in words, the types that have no encoding or cannot be described. A
// type is looked through with all its parts before anything is made of it, so that the words come first and name the
// part.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/detail/enumerators.hpp"
#include "stdb/bsatn/detail/member_names.hpp"
#include "stdb/bsatn/detail/reflect.hpp"
#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/kind.hpp"

namespace stdb::bsatn::detail {

enum class Problem : int {
  none,
  pointer,
  c_array,
  union_type,
  base_class,
  no_encoding,
  too_many_fields,
  c_array_member,
  no_default_member,
  const_member,
  enum_without_type,
  enum_without_values,
  enum_value_outside,
  // Of descriptions only.
  variant,
  no_plain_name,
  bad_wire_name,
  bad_field_name,
  fields_of_one_name,
  bad_enumerator_name,
  enumerators_of_one_name,
};

template <class T>
constexpr Problem problem_without_kind() {
  if constexpr (std::is_pointer_v<T> || std::is_reference_v<T>) {
    return Problem::pointer;
  } else if constexpr (std::is_array_v<T>) {
    return Problem::c_array;
  } else if constexpr (std::is_union_v<T>) {
    return Problem::union_type;
  } else if constexpr (HasBase<T>) {
    return Problem::base_class;
  } else {
    return Problem::no_encoding;
  }
}

template <class T>
constexpr bool has_const_field() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (false || ... || std::is_const_v<field_type<T, Index>>);
  }(std::make_index_sequence<field_count<T>>{});
}

template <class T>
constexpr Problem problem_of_fields() {
  switch (fields_problem<T>) {
    case FieldsProblem::too_many:
      return Problem::too_many_fields;
    case FieldsProblem::c_array:
      return Problem::c_array_member;
    case FieldsProblem::no_default:
      return Problem::no_default_member;
    case FieldsProblem::none:
      break;
  }
  return has_const_field<T>() ? Problem::const_member : Problem::none;
}

template <class T>
constexpr Problem problem_of_enum() {
  if constexpr (!HasFixedType<T>) {
    return Problem::enum_without_type;
  } else if constexpr (found_enumerators<T>.count == 0) {
    return Problem::enum_without_values;
  } else {
    return has_enumerator_outside<T>() ? Problem::enum_value_outside : Problem::none;
  }
}

template <class T>
constexpr Problem problem_of_shape() {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::none) {
    return problem_without_kind<T>();
  } else if constexpr (k == Kind::product) {
    return problem_of_fields<T>();
  } else if constexpr (k == Kind::sum) {
    return problem_of_fields<typename T::cases>();
  } else if constexpr (k == Kind::enumeration) {
    return problem_of_enum<T>();
  } else {
    return Problem::none;
  }
}

template <class T>
constexpr Problem problem_of_field_names() {
  return !are_identifiers(named_fields<T>.names) ? Problem::bad_field_name
         : !named_fields<T>.are_unique           ? Problem::fields_of_one_name
                                                 : Problem::none;
}

template <class T>
constexpr Problem problem_of_member_names() {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::product) {
    return problem_of_field_names<T>();
  } else if constexpr (k == Kind::sum) {
    return problem_of_field_names<typename T::cases>();
  } else {
    return !are_identifiers(named_enumerators<T>.names) ? Problem::bad_enumerator_name
           : !named_enumerators<T>.are_unique           ? Problem::enumerators_of_one_name
                                                        : Problem::none;
  }
}

template <class T>
constexpr Problem problem_of_names() {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::variant) {
    return Problem::variant;
  } else if constexpr (k == Kind::product || k == Kind::sum || k == Kind::enumeration) {
    return !has_said_name<T> && !is_identifier(name_of<T>.whole) ? Problem::no_plain_name
           : !name_of<T>.is_valid()                              ? Problem::bad_wire_name
                                                                 : problem_of_member_names<T>();
  } else {
    return Problem::none;
  }
}

// Of T itself, whatever its parts are.
template <class T, bool Described>
constexpr Problem find_own_problem() {
  if constexpr (problem_of_shape<T>() != Problem::none) {
    return problem_of_shape<T>();
  } else if constexpr (Described) {
    return problem_of_names<T>();
  } else {
    return Problem::none;
  }
}

template <class T, bool Described>
inline constexpr Problem own_problem = find_own_problem<T, Described>();

// What lists, options and boxes are of, at last; every other type is its own.
template <class T, Kind K = kind<T>>
struct innermost {
  using type = T;
};
template <class T>
struct innermost<T, Kind::list> : innermost<typename T::value_type> {};
template <class T>
struct innermost<T, Kind::array> : innermost<typename T::value_type> {};
template <class T>
struct innermost<T, Kind::option> : innermost<typename T::value_type> {};
template <class T>
struct innermost<T, Kind::box> : innermost<std::remove_const_t<typename T::element_type>> {};

// The parts of T that have parts or problems of their own.
template <class... Part>
struct Parts {};

template <class T>
struct parts_of {
  using type = Parts<>;
};
template <class T>
  requires(kind<T> == Kind::result)
struct parts_of<T> {
  using type = Parts<typename T::value_type, typename T::error_type>;
};
template <class... T>
struct parts_of<std::variant<T...>> {
  using type = Parts<T...>;
};

template <class T, class Indexes>
struct field_parts;
template <class T, std::size_t... Index>
struct field_parts<T, std::index_sequence<Index...>> {
  using type = Parts<field_type<T, Index>...>;
};
template <class T>
  requires(kind<T> == Kind::product)
struct parts_of<T> : field_parts<T, std::make_index_sequence<field_count<T>>> {};
template <class T>
  requires(kind<T> == Kind::sum)
struct parts_of<T> : field_parts<typename T::cases, std::make_index_sequence<field_count<typename T::cases>>> {};

template <class T>
inline constexpr bool is_leaf =
    kind<T> != Kind::product && kind<T> != Kind::sum && kind<T> != Kind::result && kind<T> != Kind::variant;

constexpr Problem first_problem(std::initializer_list<Problem> problems) {
  for (const Problem problem : problems) {
    if (problem != Problem::none) return problem;
  }
  return Problem::none;
}

template <class Parts>
inline constexpr bool are_leaves = false;
template <class... Part>
inline constexpr bool are_leaves<Parts<Part...>> = (true && ... && is_leaf<typename innermost<Part>::type>);

// Without parts that have parts: looked through once, whatever it is found in.
template <class T>
inline constexpr bool is_flat = is_leaf<T> || are_leaves<typename parts_of<T>::type>;

template <bool Described, class... Part>
constexpr Problem problem_of_leaves(Parts<Part...>) {
  return first_problem({Problem::none, own_problem<typename innermost<Part>::type, Described>...});
}

template <class T, bool Described>
constexpr Problem find_flat_problem() {
  if constexpr (own_problem<T, Described> != Problem::none || is_leaf<T>) {
    return own_problem<T, Described>;
  } else if constexpr (is_flat<T>) {
    return problem_of_leaves<Described>(typename parts_of<T>::type{});
  } else {
    return Problem::none;
  }
}

// Of T, and of its parts where these are flat.
template <class T, bool Described>
inline constexpr Problem flat_problem = find_flat_problem<T, Described>();

// Goes through the parts of T; types that are on the way already are not gone into again. Flat parts are one and the
// same type here, so that the compiler does not make a function of every pair of types.
template <class T, bool Described, class... Seen>
constexpr Problem search_deep_problem();

template <bool Described, class... Seen, class... Part>
constexpr Problem search_parts(Parts<Part...>) {
  return first_problem(
      {Problem::none, flat_problem<typename innermost<Part>::type, Described>...,
       search_deep_problem<
           std::conditional_t<is_flat<typename innermost<Part>::type>, void, typename innermost<Part>::type>, Described,
           Seen...>()...});
}

template <class T, bool Described, class... Seen>
constexpr Problem search_deep_problem() {
  if constexpr (std::is_void_v<T> || (false || ... || std::is_same_v<T, Seen>)) {
    return Problem::none;
  } else if constexpr (own_problem<T, Described> != Problem::none) {
    return own_problem<T, Described>;
  } else {
    return search_parts<Described, Seen..., T>(typename parts_of<T>::type{});
  }
}

template <class T, bool Described>
constexpr Problem find_problem() {
  if constexpr (is_flat<T>) {
    return flat_problem<T, Described>;
  } else {
    return search_deep_problem<T, Described>();
  }
}

// What is wrong with T or a part of it, and, where it is to be described, with its names.
template <class T, bool Described>
inline constexpr Problem problem_of = find_problem<typename innermost<T>::type, Described>();

// Instantiated where something is wrong: the types it is instantiated with tell where.
template <Problem What, class Part, class In>
constexpr bool refuse() {
  static_assert(What != Problem::pointer, "stdb: a pointer or reference has no encoding: hold the value itself");
  static_assert(What != Problem::c_array, "stdb: a C array has no encoding: write std::array or std::vector");
  static_assert(What != Problem::union_type, "stdb: a union has no encoding: write a stdb::Sum");
  static_assert(What != Problem::base_class,
                "stdb: an aggregate with a base class has no encoding: make the base a member");
  static_assert(
      What != Problem::no_encoding,
      "stdb: this type has no BSATN encoding: use bool, the fixed-width integers, float, double, std::string, "
      "std::vector, std::array, std::optional, stdb::Result, stdb::Sum, an enum class, or an aggregate of "
      "these (no constructors, no private members, no base class)");
  static_assert(What != Problem::too_many_fields,
                "stdb: this struct has more than 200 fields: group some of them in structs of their own");
  static_assert(What != Problem::c_array_member,
                "stdb: a member of this struct is a C array, which has no encoding: write std::array");
  static_assert(
      What != Problem::no_default_member,
      "stdb: a member of this struct is a reference or has no default value: nothing could be decoded into it");
  static_assert(What != Problem::const_member,
                "stdb: a member of this struct is const: nothing could be decoded into it");
  static_assert(What != Problem::enum_without_type,
                "stdb: this enum has no fixed type: write `enum class`, or `enum Color : std::uint8_t`");
  static_assert(What != Problem::enum_without_values, "stdb: this enum has no enumerator with a value from 0 to 255");
  static_assert(
      What != Problem::enum_value_outside,
      "stdb: an enumerator of this enum is less than 0 or greater than 255, and such values have no encoding");
  static_assert(What != Problem::variant,
                "stdb: a std::variant has no name of its own: derive a struct from stdb::Sum and use that");
  static_assert(What != Problem::no_plain_name,
                "stdb: this type has no plain name (it is unnamed, a lambda, or a template's instance): give it a "
                "named struct of its own, or say its stdb::wire_name");
  static_assert(What != Problem::bad_wire_name,
                "stdb: a stdb::wire_name consists of letters, digits and _, does not begin with a digit, and may have "
                "a scope before a dot: \"Auth.UserRole\"");
  static_assert(What != Problem::bad_field_name,
                "stdb: the name of a field consists of letters, digits and _ and does not begin with a digit: give it "
                "such a stdb::wire_member_name");
  static_assert(What != Problem::fields_of_one_name,
                "stdb: two fields of one struct have the same name on the wire: change a stdb::wire_member_name");
  static_assert(What != Problem::bad_enumerator_name,
                "stdb: the name of an enumerator consists of letters, digits and _ and does not begin with a digit: "
                "give it such a stdb::wire_member_name");
  static_assert(What != Problem::enumerators_of_one_name,
                "stdb: two enumerators of one enum have the same name on the wire: change a stdb::wire_member_name");
  return What == Problem::none;
}

// The first part that has a problem of its own, or void.
template <class T, bool Described, class... Seen>
constexpr auto find_culprit();

template <bool Described, class... Seen>
constexpr std::type_identity<void> find_culprit_among(Parts<>) {
  return {};
}
template <bool Described, class... Seen, class First, class... Rest>
constexpr auto find_culprit_among(Parts<First, Rest...>) {
  using Found = decltype(find_culprit<typename innermost<First>::type, Described, Seen...>());
  if constexpr (std::is_same_v<Found, std::type_identity<void>>) {
    return find_culprit_among<Described, Seen...>(Parts<Rest...>{});
  } else {
    return Found{};
  }
}

template <class T, bool Described, class... Seen>
constexpr auto find_culprit() {
  if constexpr ((false || ... || std::is_same_v<T, Seen>)) {
    return std::type_identity<void>{};
  } else if constexpr (own_problem<T, Described> != Problem::none) {
    return std::type_identity<T>{};
  } else {
    return find_culprit_among<Described, Seen..., T>(typename parts_of<T>::type{});
  }
}

template <class T, bool Described>
using culprit_t = typename decltype(find_culprit<typename innermost<T>::type, Described>())::type;

// Refuses what has no encoding.
template <class T>
constexpr bool require_encodable() {
  if constexpr (problem_of<T, false> != Problem::none) {
    return refuse<problem_of<T, false>, culprit_t<T, false>, T>();
  } else {
    return true;
  }
}

// For everything that a module's description holds: rows, arguments, what functions return. Refuses what has no
// encoding or not the names that a description needs.
template <class T>
constexpr bool require_describable() {
  if constexpr (problem_of<T, true> != Problem::none) {
    return refuse<problem_of<T, true>, culprit_t<T, true>, T>();
  } else {
    return true;
  }
}

}  // namespace stdb::bsatn::detail
