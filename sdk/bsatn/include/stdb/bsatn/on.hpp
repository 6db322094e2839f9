// sdk/bsatn/.../on.hpp: on and otherwise, the arms of a Sum's match.
#pragma once

#include <concepts>
#include <cstddef>
#include <utility>

#include "stdb/bsatn/detail/member_names.hpp"
#include "stdb/bsatn/unit.hpp"

namespace stdb {

namespace bsatn::detail {

inline constexpr std::size_t every_other_case = ~std::size_t{0};

template <std::size_t Index, class Function>
struct Arm {
  static constexpr std::size_t index = Index;
  Function function;

  template <class Payload>
  constexpr auto operator()(const Payload& payload) const {
    if constexpr (std::invocable<const Function&, const Payload&>) {
      return function(payload);
    } else {
      static_assert(Index == every_other_case || std::same_as<Payload, Unit>,
                    "stdb: the function of this on<...> takes the payload of its case as its one argument");
      return function();
    }
  }
};

// The arm for a case: its own, or else the one for every other.
template <std::size_t Index, class First, class... Rest>
constexpr const auto& find_arm(const First& first, const Rest&... rest) {
  constexpr bool is_own = First::index == Index;
  constexpr bool is_left_to_it = First::index == every_other_case && (true && ... && (Rest::index != Index));
  if constexpr (is_own || is_left_to_it) {
    return first;
  } else {
    return find_arm<Index>(rest...);
  }
}

// How many of the arms are for this case.
template <class... Arms>
constexpr std::size_t count_arms(std::size_t index) {
  return (std::size_t{0} + ... + (Arms::index == index ? 1 : 0));
}

}  // namespace bsatn::detail

// What match does with one case: function(payload), or function() where the payload is Unit.
//   stdb::on<&ShapeCases::circle>([](float radius) { return radius * radius * 3.14f; })
template <auto Case, class Function>
constexpr bsatn::detail::Arm<bsatn::detail::member_place<Case>, Function> on(Function function) {
  return {std::move(function)};
}

// What match does with all cases that no `on` names: function().
template <class Function>
constexpr bsatn::detail::Arm<bsatn::detail::every_other_case, Function> otherwise(Function function) {
  return {std::move(function)};
}

}  // namespace stdb
