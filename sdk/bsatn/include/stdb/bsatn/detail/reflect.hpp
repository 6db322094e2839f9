// sdk/bsatn/.../detail/reflect.hpp: the fields of an aggregate: how many, their types, references to them. The one file
// that includes Boost.PFR, of which only the structured bindings are used: its own count of fields takes the compiler
// ten times as long as the one below and fails in its own words.
#pragma once

#include <boost/pfr/core.hpp>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace stdb::bsatn::detail {

// PFR's own ceiling; a wider aggregate would fail deep inside it.
inline constexpr std::size_t max_fields = 200;

template <class T>
T unevaluated() noexcept;

// Initialises a field of any type, but not a whole Owner, which would be a copy and no field.
template <class Owner>
struct AnyField {
  template <class T>
    requires(!std::is_same_v<std::remove_cv_t<T>, Owner>)
  operator T&() const& noexcept {
    return unevaluated<T&>();
  }
  // Another overload for temporaries: with one alone, std::optional cannot decide how it is initialised.
  template <class T>
    requires(!std::is_same_v<std::remove_cv_t<T>, Owner>)
  operator T&() const&& noexcept {
    return unevaluated<T&>();
  }
};

// The same for fields that can only be moved into.
template <class Owner>
struct AnyMovedField {
  template <class T>
    requires(!std::is_same_v<std::remove_cv_t<T>, Owner>)
  operator T() const&& noexcept {
    return unevaluated<T>();
  }
};

template <class T>
using any_field_t = std::conditional_t<std::is_copy_constructible_v<T>, AnyField<T>, AnyMovedField<T>>;

template <std::size_t, class T>
using numbered_t = T;

// Whether T(...) takes so many values, one a field. In parentheses nothing is initialised piece by piece, so that a C
// array takes no value at all.
template <class T, class Any, class Numbers>
inline constexpr bool takes = false;
template <class T, class Any, std::size_t... Number>
inline constexpr bool takes<T, Any, std::index_sequence<Number...>> = requires { T(numbered_t<Number, Any>{}...); };

// The same in braces, which fill a C array element by element.
template <class T, class Any, class Numbers>
inline constexpr bool takes_in_braces = false;
template <class T, class Any, std::size_t... Number>
inline constexpr bool takes_in_braces<T, Any, std::index_sequence<Number...>> =
    requires { T{numbered_t<Number, Any>{}...}; };

template <class T, std::size_t Count>
inline constexpr bool takes_fields = takes<T, any_field_t<T>, std::make_index_sequence<Count>>;

// The largest count that T takes: `Least` is taken, `Above` is not. Halving costs the compiler about log2(count) tries.
template <class T, std::size_t Least, std::size_t Above>
constexpr std::size_t count_between() {
  if constexpr (Least + 1 == Above) {
    return Least;
  } else {
    constexpr std::size_t middle = (Least + Above) / 2;
    if constexpr (takes_fields<T, middle>) {
      return count_between<T, middle, Above>();
    } else {
      return count_between<T, Least, middle>();
    }
  }
}

// From a count that T takes upwards; max_fields + 1 stands for more.
template <class T, std::size_t Taken>
constexpr std::size_t count_from() {
  constexpr std::size_t next = Taken * 2;
  if constexpr (next <= max_fields) {
    if constexpr (takes_fields<T, next>) {
      return count_from<T, next>();
    } else {
      return count_between<T, Taken, next>();
    }
  } else if constexpr (takes_fields<T, max_fields + 1>) {
    return max_fields + 1;
  } else {
    return count_between<T, Taken, max_fields + 1>();
  }
}

enum class FieldsProblem : std::uint8_t { none, too_many, c_array, no_default };

// What cannot be told apart counts as nothing, so that the compiler only gets to say what require_encodable says.
struct CountedFields {
  std::size_t count = 0;
  FieldsProblem problem = FieldsProblem::none;
};

constexpr CountedFields counted(std::size_t count, bool has_c_array) {
  if (has_c_array) return {0, FieldsProblem::c_array};
  return {count, FieldsProblem::none};
}

template <class T>
constexpr CountedFields count_many_fields() {
  constexpr std::size_t count = count_from<T, 4>();
  if constexpr (count > max_fields) {
    return {0, FieldsProblem::too_many};
  } else {
    return counted(count, takes_in_braces<T, any_field_t<T>, std::make_index_sequence<count + 1>>);
  }
}

// Most structs have few fields: those are counted in one function and without a template for each try. Where
// parentheses take no more but braces do, there is a C array among them.
template <class T>
constexpr CountedFields count_fields() {
  using Any = any_field_t<T>;
  if constexpr (!std::is_default_constructible_v<T>) {
    return {0, FieldsProblem::no_default};
  } else if constexpr (std::is_empty_v<T>) {
    return {};
  } else if constexpr (!requires { T(Any(), Any()); }) {
    if constexpr (requires { T(Any()); }) {
      return counted(1, requires { T{Any(), Any()}; });
    } else {
      return counted(0, requires { T{Any()}; });
    }
  } else if constexpr (!requires { T(Any(), Any(), Any(), Any()); }) {
    if constexpr (requires { T(Any(), Any(), Any()); }) {
      return counted(3, requires { T{Any(), Any(), Any(), Any()}; });
    } else {
      return counted(2, requires { T{Any(), Any(), Any()}; });
    }
  } else {
    return count_many_fields<T>();
  }
}

template <class T>
inline constexpr CountedFields counted_fields = count_fields<T>();

// Why the fields of T cannot be told apart.
template <class T>
inline constexpr FieldsProblem fields_problem = counted_fields<T>.problem;

template <class T>
inline constexpr std::size_t field_count = counted_fields<std::remove_cv_t<T>>.count;

// One of the references that tie_fields gave: what the tuple has as its base of that number.
template <std::size_t Index, class Field>
constexpr auto& tied_field(const boost::pfr::detail::sequence_tuple::base_from_member<Index, Field>& tied) noexcept {
  return tied.value;
}

template <class Tied, class Visitor, std::size_t... Index>
[[gnu::always_inline]] constexpr auto with_tied(const Tied& tied, const Visitor& visitor,
                                                std::index_sequence<Index...>) {
  return visitor(tied_field<Index>(tied)...);
}

// Calls visitor(field...) once, with references to all fields in the order of declaration. Up to 16 by hand: PFR's
// function has 200 overloads, and looking through them takes the compiler longer than all else that it does with a
// small struct. Always inlined: what the visitor holds would otherwise lie in memory, some 40 instructions a row.
template <class T, class Visitor>
[[gnu::always_inline]] constexpr auto with_fields(T& aggregate, const Visitor& visitor) {
  constexpr std::size_t count = field_count<T>;
  if constexpr (count == 0) {
    return visitor();
  } else if constexpr (count == 1) {
    auto& [a] = aggregate;
    return visitor(a);
  } else if constexpr (count == 2) {
    auto& [a, b] = aggregate;
    return visitor(a, b);
  } else if constexpr (count == 3) {
    auto& [a, b, c] = aggregate;
    return visitor(a, b, c);
  } else if constexpr (count == 4) {
    auto& [a, b, c, d] = aggregate;
    return visitor(a, b, c, d);
  } else if constexpr (count == 5) {
    auto& [a, b, c, d, e] = aggregate;
    return visitor(a, b, c, d, e);
  } else if constexpr (count == 6) {
    auto& [a, b, c, d, e, f] = aggregate;
    return visitor(a, b, c, d, e, f);
  } else if constexpr (count == 7) {
    auto& [a, b, c, d, e, f, g] = aggregate;
    return visitor(a, b, c, d, e, f, g);
  } else if constexpr (count == 8) {
    auto& [a, b, c, d, e, f, g, h] = aggregate;
    return visitor(a, b, c, d, e, f, g, h);
  } else if constexpr (count == 9) {
    auto& [a, b, c, d, e, f, g, h, i] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i);
  } else if constexpr (count == 10) {
    auto& [a, b, c, d, e, f, g, h, i, j] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i, j);
  } else if constexpr (count == 11) {
    auto& [a, b, c, d, e, f, g, h, i, j, k] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i, j, k);
  } else if constexpr (count == 12) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i, j, k, l);
  } else if constexpr (count == 13) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i, j, k, l, m);
  } else if constexpr (count == 14) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
  } else if constexpr (count == 15) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
  } else if constexpr (count == 16) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = aggregate;
    return visitor(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
  } else {
    return with_tied(boost::pfr::detail::tie_as_tuple(aggregate, boost::pfr::detail::size_t_<count>{}), visitor,
                     std::make_index_sequence<count>());
  }
}

// An object, not a lambda, of which the compiler would make one for each type.
struct ReferTo {
  template <class... Field>
  constexpr auto operator()(Field&... field) const noexcept {
    return boost::pfr::detail::sequence_tuple::tuple<Field&...>{field...};
  }
};

// References to all fields, in the order of declaration.
template <class T>
constexpr auto tie_fields(T& aggregate) noexcept {
  return with_fields(aggregate, ReferTo());
}

template <class T>
using tied_t = decltype(tie_fields(unevaluated<T&>()));

// The types of several fields, in their order. What is asked of all fields of a type is asked of these in one go: to
// take them one by one is a function for each.
template <class... Field>
struct Fields {};

template <class... Field>
Fields<Field...> fields_in(const boost::pfr::detail::sequence_tuple::tuple<Field&...>&);

template <class T>
using fields_of = decltype(fields_in(unevaluated<tied_t<T>>()));

template <class T, std::size_t Index>
using field_type = std::remove_reference_t<decltype(tied_field<Index>(unevaluated<tied_t<T>>()))>;

template <std::size_t Index, class T>
constexpr auto& field(T& aggregate) noexcept {
  return tied_field<Index>(tie_fields(aggregate));
}

}  // namespace stdb::bsatn::detail
