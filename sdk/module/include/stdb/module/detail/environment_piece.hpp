// sdk/module/.../detail/environment_piece.hpp: the variables of a module's environment as parts of the description.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "stdb/bsatn/detail/check_type.hpp"
#include "stdb/bsatn/detail/enumerators.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/environment.hpp"

namespace stdb::detail {

// Source: RawEnvVarTypeV10.
enum VariableType : std::uint8_t { any_text = 0, one_text = 1, one_of_texts = 2 };

template <class Value>
constexpr void write_variable_type(PieceWriter& out) {
  if constexpr (std::is_same_v<Value, std::string>) {
    out.byte(any_text);
  } else {
    constexpr auto& list = bsatn::detail::enumerators<Value>;
    out.byte(one_of_texts);
    out.u32(static_cast<std::uint32_t>(list.count));
    for (std::size_t i = 0; i < list.count; ++i) out.text(list.at[i].name);
  }
}

// The fields' names, which are those of the variables. An enum's are texts, and may be any.
template <class Variables>
constexpr bool check_variables() {
  using bsatn::detail::Problem;
  if constexpr (bsatn::detail::require_encodable<Variables>()) {
    constexpr Problem problem = bsatn::detail::problem_of_field_names(
        bsatn::detail::named_fields<Variables>.view(), bsatn::detail::named_fields<Variables>.are_unique);
    if constexpr (problem != Problem::none) return bsatn::detail::refuse<problem, Variables, Variables>();
  }
  return true;
}

// RawEnvironmentDeclarationV10.
template <class Variables, std::size_t Index>
constexpr void write_variable(PieceWriter& out) {
  using Value = bsatn::detail::field_type<Variables, Index>;
  out.text(bsatn::detail::field_name<Variables, Index>);
  if constexpr (!IsVariable<Value>::value) {
    return;
  } else if constexpr (bsatn::kind<Value> == bsatn::Kind::option) {
    write_variable_type<typename Value::value_type>(out);
    out.byte(1);
  } else {
    write_variable_type<Value>(out);
    out.byte(0);
  }
}

template <class List>
struct EnvironmentParts {
  static constexpr std::array<PieceView, 0> variables{};

  static constexpr void check() { static_assert(length_of(List{}) == 0, "stdb: a module has one environment at most"); }
};
template <class Variables>
struct EnvironmentParts<List<Variables>> {
  static constexpr auto variables = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::array<PieceView, sizeof...(Index)>{piece_view<&write_variable<Variables, Index>>...};
  }(std::make_index_sequence<bsatn::detail::field_count<Variables>>{});

  static constexpr bool are_variables = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (true && ... && IsVariable<bsatn::detail::field_type<Variables, Index>>::value);
  }(std::make_index_sequence<bsatn::detail::field_count<Variables>>{});

  static constexpr void check() {
    static_assert(are_variables,
                  "stdb: a variable of the environment is a std::string, an enum, or a std::optional of these");
    if constexpr (are_variables) static_assert(check_variables<Variables>());
  }
};

}  // namespace stdb::detail
