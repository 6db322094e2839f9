// sdk/module/.../detail/check_conversion.hpp: refuses, in words, names that the policy snake_case makes equal or no
// names at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "stdb/bsatn/detail/enumerators.hpp"
#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/module/detail/case_names.hpp"
#include "stdb/module/detail/duplicates.hpp"
#include "stdb/module/detail/has_part.hpp"
#include "stdb/module/detail/name_hash.hpp"
#include "stdb/schema/canonical_name.hpp"

namespace stdb::detail {

// "_1" becomes "1", and "_" nothing: what comes first without the underscores says it.
constexpr bool stays_identifier(std::string_view name) {
  const std::size_t first = name.find_first_not_of('_');
  return first != std::string_view::npos && !(name[first] >= '0' && name[first] <= '9');
}

constexpr bool are_plain_snake_case(std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    if (!is_plain_snake_case(name)) return false;
  }
  return true;
}

enum class CaseProblem : std::uint8_t { none, alike, lost };

template <class Convert>
constexpr CaseProblem case_problem_of(std::span<const std::string_view> names) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(names.size());
  for (const std::string_view name : names) {
    if (!stays_identifier(name)) return CaseProblem::lost;
    hashes.push_back(hash_converted<Convert>(name));
  }
  return has_equal_hashes(hashes) ? CaseProblem::alike : CaseProblem::none;
}

// The fields of one type have different names as they are, and most keep them.
constexpr CaseProblem case_problem_of_fields(std::span<const std::string_view> names) {
  return are_plain_snake_case(names) ? CaseProblem::none : case_problem_of<SnakeCased>(names);
}

// Cases of sums become camelCase, in which digits are no words: equal where they are in PascalCase.
template <class T, bsatn::Kind Kind = bsatn::kind<T>>
inline constexpr CaseProblem case_problem = CaseProblem::none;
template <class T>
inline constexpr CaseProblem case_problem<T, bsatn::Kind::product> =
    case_problem_of_fields(bsatn::detail::named_fields<T>.view());
template <class T>
inline constexpr CaseProblem case_problem<T, bsatn::Kind::sum> =
    case_problem_of<PascalCased>(bsatn::detail::named_fields<typename T::cases>.view());
template <class T>
inline constexpr CaseProblem case_problem<T, bsatn::Kind::enumeration> =
    case_problem_of<PascalCased>(bsatn::detail::named_enumerators<T>.view());

template <class T>
struct HasMembersAlike {
  static constexpr bool value = case_problem<T> == CaseProblem::alike;
};
template <class T>
struct HasCaseProblem {
  static constexpr bool value = case_problem<T> != CaseProblem::none;
};

// Of a row, of a function's arguments, and of all that these are made of.
template <class T>
constexpr bool check_members_in_snake_case() {
  if constexpr (std::is_void_v<T>) {
    return true;
  } else if constexpr (has_part<HasCaseProblem, T>) {
    static_assert(!has_part<HasMembersAlike, T>,
                  "stdb: case_conversion makes two fields, cases or enumerators of one type have the same name");
    static_assert(has_part<HasMembersAlike, T>,
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
