// sdk/bsatn/.../detail/member_key.hpp: MemberKey, a member of an aggregate or an enumerator as a template argument that
// is the same whether it was written as &Row::id or counted as field 0 of Row.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/detail/reflect.hpp"

namespace stdb::bsatn::detail {

// Has linkage where T has none.
template <class T>
struct Unborn {
  T value;  // not const: with the references to its fields that the codec has anyway there is one function less to make
};

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-internal"
#pragma clang diagnostic ignored "-Wundefined-var-template"
#endif

// An object that is never made: at compile time its fields have addresses that can be compared and printed.
template <class T>
extern Unborn<T> unborn;

// Stands for T by its address.
template <class T>
inline constexpr char type_mark = 0;

template <class A, class B>
constexpr bool is_same_place(const A& a, const B& b) {
  if constexpr (std::is_same_v<A, B>) {
    return &a == &b;
  } else {
    return false;
  }
}

// field_count if it is a data member of another class than T.
template <class T, class M>
constexpr std::size_t place_of_member(M T::* member) {
  return [member]<std::size_t... Index>(std::index_sequence<Index...>) {
    std::size_t found = sizeof...(Index);
    [[maybe_unused]] const auto tied = tie_fields(unborn<T>.value);
    ((is_same_place(unborn<T>.value.*member, tied_field<Index>(tied)) ? void(found = Index) : void()), ...);
    return found;
  }(std::make_index_sequence<field_count<T>>{});
}

// Structural, so that equal keys are equal template arguments.
struct MemberKey {
  const char* owner = nullptr;  // the type_mark of the aggregate or enum
  std::size_t index = 0;        // the field's place from 0, or the enumerator's value

  constexpr MemberKey(const char* mark, std::size_t place) : owner(mark), index(place) {}

  template <class T, class M>
    requires std::is_object_v<M>
  constexpr MemberKey(M T::* member) : owner(&type_mark<T>), index(place_of_member(member)) {}

  template <class Enum>
    requires std::is_enum_v<Enum>
  constexpr MemberKey(Enum enumerator) : owner(&type_mark<Enum>), index(static_cast<std::size_t>(enumerator)) {}
};

template <class T, std::size_t Index>
inline constexpr MemberKey member_key = {&type_mark<T>, Index};

template <class T, auto... Fields>
constexpr std::string_view printed_fields() {
  return __PRETTY_FUNCTION__;
}

// The compiler's print of the addresses of all fields of T, in order: one function a type, not one a field.
template <class T, std::size_t... Index>
inline constexpr std::string_view printed_fields_of =
    printed_fields<T, &tied_field<Index>(tie_fields(unborn<T>.value))...>();

#ifdef __clang__
#pragma clang diagnostic pop
#endif

}  // namespace stdb::bsatn::detail
