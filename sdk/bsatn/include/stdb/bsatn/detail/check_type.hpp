// sdk/bsatn/.../detail/check_type.hpp: refuses, in words, the types that have no encoding or cannot be described. A
// type is looked through with all its parts before anything is made of it, so that the words come first and name the
// part.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>

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

template <class... Field>
constexpr bool has_const_field(Fields<Field...>) {
  return (false || ... || std::is_const_v<Field>);
}

constexpr Problem problem_of_fields(FieldsProblem problem, bool has_const) {
  switch (problem) {
    case FieldsProblem::too_many:
      return Problem::too_many_fields;
    case FieldsProblem::c_array:
      return Problem::c_array_member;
    case FieldsProblem::no_default:
      return Problem::no_default_member;
    case FieldsProblem::none:
      break;
  }
  return has_const ? Problem::const_member : Problem::none;
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

constexpr Problem problem_of_field_names(std::span<const std::string_view> names, bool are_unique) {
  return !are_identifiers(names) ? Problem::bad_field_name : !are_unique ? Problem::fields_of_one_name : Problem::none;
}

constexpr Problem problem_of_enumerators(std::span<const std::string_view> names, bool are_unique) {
  return !are_identifiers(names) ? Problem::bad_enumerator_name
         : !are_unique           ? Problem::enumerators_of_one_name
                                 : Problem::none;
}

// What keeps a type from being encoded, and from being described: that, or something about its names. Both at once,
// since in a module nearly every type is asked for both.
struct Problems {
  Problem encoding = Problem::none;
  Problem description = Problem::none;

  constexpr Problem of(bool is_described) const { return is_described ? description : encoding; }
};

constexpr Problem problem_of_name(NameProblem problem) {
  return problem == NameProblem::none        ? Problem::none
         : problem == NameProblem::not_plain ? Problem::no_plain_name
                                             : Problem::bad_wire_name;
}

template <class T>
constexpr Problem problem_of_shape() {
  constexpr Kind k = kind<T>;
  if constexpr (k == Kind::none) {
    return problem_without_kind<T>();
  } else if constexpr (k == Kind::product) {
    return problem_of_fields(fields_problem<T>, has_const_field(fields_of<T>()));
  } else if constexpr (k == Kind::sum) {
    return problem_of_fields(fields_problem<typename T::cases>, has_const_field(fields_of<typename T::cases>()));
  } else if constexpr (k == Kind::enumeration) {
    return problem_of_enum<T>();
  } else {
    return Problem::none;
  }
}

// Of T itself, whatever its parts are. Its members' names are looked at only if its own is fit.
template <class T>
constexpr Problems find_own_problems() {
  constexpr Kind k = kind<T>;
  constexpr bool is_named = k == Kind::product || k == Kind::sum || k == Kind::enumeration;
  constexpr Problem of_shape = problem_of_shape<T>();
  if constexpr (of_shape != Problem::none) {
    return {of_shape, of_shape};
  } else if constexpr (!is_named) {
    return {Problem::none, k == Kind::variant ? Problem::variant : Problem::none};
  } else if constexpr (name_of<T>.problem != NameProblem::none) {
    return {Problem::none, problem_of_name(name_of<T>.problem)};
  } else if constexpr (k == Kind::product) {
    return {Problem::none, problem_of_field_names(named_fields<T>.view(), named_fields<T>.are_unique)};
  } else if constexpr (k == Kind::sum) {
    using Cases = typename T::cases;
    return {Problem::none, problem_of_field_names(named_fields<Cases>.view(), named_fields<Cases>.are_unique)};
  } else {
    return {Problem::none, problem_of_enumerators(named_enumerators<T>.view(), named_enumerators<T>.are_unique)};
  }
}

template <class T>
inline constexpr Problems own_problems = find_own_problems<T>();

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
template <class T>
using innermost_t = typename innermost<T>::type;

// The parts of T that have parts or problems of their own.
template <class T, Kind K = kind<T>>
struct parts_of {
  using type = Fields<>;
};
template <class T>
struct parts_of<T, Kind::result> {
  using type = Fields<typename T::value_type, typename T::error_type>;
};
template <class... T>
struct parts_of<std::variant<T...>, Kind::variant> {
  using type = Fields<T...>;
};
template <class T>
struct parts_of<T, Kind::product> {
  using type = fields_of<T>;
};
template <class T>
struct parts_of<T, Kind::sum> {
  using type = fields_of<typename T::cases>;
};
template <class T>
using parts_of_t = typename parts_of<T>::type;

template <class T, Kind K = kind<T>>
inline constexpr bool is_leaf = K != Kind::product && K != Kind::sum && K != Kind::result && K != Kind::variant;

// The first of each kind.
constexpr Problems first_problems(std::initializer_list<Problems> all) {
  Problems first;
  for (const Problems& one : all) {
    if (first.encoding == Problem::none) first.encoding = one.encoding;
    if (first.description == Problem::none) first.description = one.description;
  }
  return first;
}

template <class Parts>
inline constexpr bool are_leaves = false;
template <class... Part>
inline constexpr bool are_leaves<Fields<Part...>> = (true && ... && is_leaf<innermost_t<Part>>);

// Cannot contain itself: what a type holds by value may be of any depth, what is behind a list, an option or a box only
// of leaves. Such a type is looked through once, whatever it is found in; nearly all are.
template <class Parts>
struct AreFlat;
template <class T>
inline constexpr bool is_flat = AreFlat<parts_of_t<T>>::value;

template <class Part, class End = innermost_t<Part>>
inline constexpr bool is_flat_part = is_leaf<End> || are_leaves<parts_of_t<End>>;
template <class Part>
inline constexpr bool is_flat_part<Part, Part> = is_flat<Part>;

template <class... Part>
struct AreFlat<Fields<Part...>> {
  static constexpr bool value = (true && ... && is_flat_part<Part>);
};

// What a part is at last, if it is flat, and if it is not; else void. So the many flat parts are one and the same type
// to what goes through the parts of types with the types that it came from, and the compiler does not make a function
// of every pair.
template <class Part>
using flat_part_t = std::conditional_t<is_flat<innermost_t<Part>>, innermost_t<Part>, void>;
template <class Part>
using deep_part_t = std::conditional_t<is_flat<innermost_t<Part>>, void, innermost_t<Part>>;

// Of a flat T and its parts, or of void, which stands for the others.
template <class T, class Parts = parts_of_t<T>>
inline constexpr Problems flat_problems = {};
template <class T, class... Part>
inline constexpr Problems flat_problems<T, Fields<Part...>> =
    first_problems({own_problems<T>, flat_problems<innermost_t<Part>>...});
template <>
inline constexpr Problems flat_problems<void, Fields<>> = {};

// Goes through the parts of T; types that are on the way already are not gone into again.
template <class T, class... Seen>
constexpr Problems search_deep_problems();

template <class... Seen, class... Part>
constexpr Problems search_parts(Fields<Part...>) {
  return first_problems(
      {Problems(), flat_problems<flat_part_t<Part>>..., search_deep_problems<deep_part_t<Part>, Seen...>()...});
}

template <class T, class... Seen>
constexpr Problems search_deep_problems() {
  if constexpr (std::is_void_v<T> || (false || ... || std::is_same_v<T, Seen>)) {
    return {};
  } else if constexpr (own_problems<T>.encoding != Problem::none) {
    return own_problems<T>;
  } else {
    return first_problems({own_problems<T>, search_parts<Seen..., T>(parts_of_t<T>{})});
  }
}

// What is wrong with T or a part of it.
template <class T, class End = innermost_t<T>, bool IsFlat = is_flat<End>>
inline constexpr Problems problems_of = flat_problems<End>;
template <class T, class End>
inline constexpr Problems problems_of<T, End, false> = search_deep_problems<End>();
// Among parts void stands for others; by itself it is nothing that has an encoding.
template <>
inline constexpr Problems problems_of<void, void, true> = {Problem::no_encoding, Problem::no_encoding};

// Whether a row, an argument or a result can be of this type; what cannot is refused by require_describable.
template <class T>
inline constexpr bool is_describable = problems_of<T>.description == Problem::none;

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
constexpr std::type_identity<void> find_culprit_among(Fields<>) {
  return {};
}
template <bool Described, class... Seen, class First, class... Rest>
constexpr auto find_culprit_among(Fields<First, Rest...>) {
  using Found = decltype(find_culprit<innermost_t<First>, Described, Seen...>());
  if constexpr (std::is_same_v<Found, std::type_identity<void>>) {
    return find_culprit_among<Described, Seen...>(Fields<Rest...>{});
  } else {
    return Found{};
  }
}

template <class T, bool Described, class... Seen>
constexpr auto find_culprit() {
  if constexpr ((false || ... || std::is_same_v<T, Seen>)) {
    return std::type_identity<void>{};
  } else if constexpr (own_problems<T>.of(Described) != Problem::none) {
    return std::type_identity<T>{};
  } else {
    return find_culprit_among<Described, Seen..., T>(parts_of_t<T>{});
  }
}

template <class T, bool Described>
using culprit_t = typename decltype(find_culprit<innermost_t<T>, Described>())::type;

// Refuses what has no encoding.
template <class T>
constexpr bool require_encodable() {
  if constexpr (problems_of<T>.encoding != Problem::none) {
    return refuse<problems_of<T>.encoding, culprit_t<T, false>, T>();
  } else {
    return true;
  }
}

// For everything that a module's description holds: rows, arguments, what functions return. Refuses what has no
// encoding or not the names that a description needs.
template <class T>
constexpr bool require_describable() {
  if constexpr (!is_describable<T>) {
    return refuse<problems_of<T>.description, culprit_t<T, true>, T>();
  } else {
    return true;
  }
}

}  // namespace stdb::bsatn::detail
