// sdk/module/.../detail/check_conversion.hpp: refuses, in words, names that the policy snake_case makes equal or no
// names at all.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/enumerators.hpp"
#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/module/detail/case_names.hpp"
#include "stdb/module/detail/has_part.hpp"
#include "stdb/module/detail/name_hash.hpp"
#include "stdb/schema/canonical_name.hpp"

namespace stdb::detail {

// "_1" becomes "1", and "_" nothing: what comes first without the underscores says it.
constexpr bool stays_identifier(std::string_view name) {
  const std::size_t first = name.find_first_not_of('_');
  return first != std::string_view::npos && !(name[first] >= '0' && name[first] <= '9');
}

template <class Convert, std::size_t Count>
constexpr bool are_alike(const std::array<std::string_view, Count>& names) {
  std::array<std::uint64_t, Count> hashes{};
  for (std::size_t at = 0; at < Count; ++at) hashes[at] = hash_converted<Convert>(names[at]);
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) != hashes.end();
}

template <std::size_t Count>
constexpr bool stay_identifiers(const std::array<std::string_view, Count>& names) {
  return std::all_of(names.begin(), names.end(), stays_identifier);
}

// Cases of sums become camelCase, in which digits are no words: equal where they are in PascalCase.
template <class T>
constexpr bool has_members_alike() {
  if constexpr (bsatn::kind<T> == bsatn::Kind::enumeration) {
    return are_alike<PascalCased>(bsatn::detail::named_enumerators<T>.names);
  } else if constexpr (bsatn::kind<T> == bsatn::Kind::sum) {
    return are_alike<PascalCased>(bsatn::detail::field_names<typename T::cases>);
  } else if constexpr (bsatn::kind<T> == bsatn::Kind::product) {
    return are_alike<SnakeCased>(bsatn::detail::field_names<T>);
  } else {
    return false;
  }
}

template <class T>
constexpr bool loses_member_name() {
  if constexpr (bsatn::kind<T> == bsatn::Kind::enumeration) {
    return !stay_identifiers(bsatn::detail::named_enumerators<T>.names);
  } else if constexpr (bsatn::kind<T> == bsatn::Kind::sum) {
    return !stay_identifiers(bsatn::detail::field_names<typename T::cases>);
  } else if constexpr (bsatn::kind<T> == bsatn::Kind::product) {
    return !stay_identifiers(bsatn::detail::field_names<T>);
  } else {
    return false;
  }
}

template <class T>
struct HasMembersAlike {
  static constexpr bool value = has_members_alike<T>();
};
template <class T>
struct LosesMemberName {
  static constexpr bool value = loses_member_name<T>();
};

// Of a row, of a function's arguments, and of all that these are made of.
template <class T>
constexpr bool check_members_in_snake_case() {
  if constexpr (!std::is_void_v<T>) {
    static_assert(!has_part<HasMembersAlike, T>,
                  "stdb: case_conversion makes two fields, cases or enumerators of one type have the same name");
    static_assert(!has_part<LosesMemberName, T>,
                  "stdb: case_conversion makes of a field's or enumerator's name one that is empty or begins with a "
                  "digit");
  }
  return true;
}

template <class Function>
constexpr bool check_function_in_snake_case() {
  static_assert(!canonical_name<Function>.empty() || stays_identifier(bsatn::detail::function_name<Function>()),
                "stdb: case_conversion makes of this function's name one that is empty or begins with a digit");
  return check_members_in_snake_case<Function>();
}

}  // namespace stdb::detail
