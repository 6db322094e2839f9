// sdk/bsatn/.../detail/reflect.hpp: what an aggregate is made of. The only file of the project that includes Boost.PFR,
// so that the language's own reflection can take its place one day.
#pragma once

#include <boost/pfr/core.hpp>
#include <boost/pfr/core_name.hpp>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stdb::bsatn::detail {

// PFR's own ceiling; a wider aggregate would fail deep inside it.
inline constexpr std::size_t max_fields = 200;

// Costs one binary search over brace initialisations a type (compile time only).
template <class T>
inline constexpr std::size_t field_count = boost::pfr::tuple_size_v<std::remove_cv_t<T>>;

template <class T, std::size_t Index>
using field_type = boost::pfr::tuple_element_t<Index, T>;

template <class T, std::size_t Index>
inline constexpr std::string_view field_name = boost::pfr::get_name<Index, T>();

template <std::size_t Index, class T>
constexpr decltype(auto) field(T& aggregate) noexcept {
  return boost::pfr::get<Index>(aggregate);
}

// Calls visitor(field...) once, with references to all fields in the order of declaration.
template <class T, class Visitor>
constexpr decltype(auto) with_fields(T& aggregate, Visitor&& visitor) {
  return [&]<std::size_t... Index>(std::index_sequence<Index...>) -> decltype(auto) {
    return visitor(boost::pfr::get<Index>(aggregate)...);
  }(std::make_index_sequence<field_count<T>>{});
}

}  // namespace stdb::bsatn::detail
