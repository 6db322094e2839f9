// sdk/module/.../detail/function_names.hpp: the names of a module's functions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/module/detail/check_conversion.hpp"
#include "stdb/module/detail/duplicates.hpp"
#include "stdb/module/detail/entity_names.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/name_piece.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/detail/view_answer.hpp"
#include "stdb/schema/canonical_name.hpp"

namespace stdb::detail {

constexpr bool are_unsaid(std::span<const std::string_view> canonical) {
  for (const std::string_view name : canonical) {
    if (!name.empty()) return false;
  }
  return true;
}

// The functions of all kinds share one set of names.
template <class Reducers, class Procedures, class Views>
struct FunctionNames;
template <class... Reducers, class... Procedures, class... Views>
struct FunctionNames<List<Reducers...>, List<Procedures...>, List<Views...>> {
  using reducers = List<Reducers...>;
  using scheduled = List<Reducers..., Procedures...>;
  static constexpr std::array<std::string_view, sizeof...(Reducers) + sizeof...(Procedures) + sizeof...(Views)>
      source_names = {bsatn::detail::function_name<typename Reducers::function>()...,
                      bsatn::detail::function_name<typename Procedures::function>()...,
                      bsatn::detail::function_name<Views>()...};

  static constexpr std::array<std::string_view, source_names.size()> canonical_names = {
      canonical_name<typename Reducers::function>..., canonical_name<typename Procedures::function>...,
      canonical_name<Views>...};

  // Of reducers alone ReducerParts says it.
  static constexpr bool has_one_twice = sizeof...(Procedures) + sizeof...(Views) > 0 && has_duplicates(source_names);
  // Where no name becomes another, has_one_twice (or ReducerParts) has said it.
  template <class Convert>
  static constexpr bool have_one_canonical_name =
      !(std::is_same_v<Convert, AsWritten> && are_unsaid(canonical_names)) &&
      has_equal_hashes(hash_function_names<Convert>(source_names, canonical_names));

  template <class Convert>
  static constexpr void check() {
    if constexpr (std::is_same_v<Convert, SnakeCased>) {
      [[maybe_unused]] constexpr bool converted[] = {
          true, check_function_in_snake_case<typename Reducers::function>()...,
          check_function_in_snake_case<typename Procedures::function>()..., check_function_in_snake_case<Views>()...,
          check_members_in_snake_case<typename ViewAnswer<Views>::row_type>()...};
    }
    static_assert(!has_one_twice, "stdb: two of the module's reducers, procedures and views have the same name");
    static_assert(!have_one_canonical_name<Convert>,
                  "stdb: two of the module's reducers, procedures and views have the same canonical name");
  }

  // Source: host-side lookup of names that are said: by the name alone, whatever kind of function has it.
  template <class Handlers>
  static constexpr bool say_otherwise_than() {
    return []<class... Handler>(List<Handler...>) {
      constexpr auto differs = [](std::string_view name, std::string_view canonical) {
        const auto found = std::find(source_names.begin(), source_names.end(), name);
        return found != source_names.end() &&
               canonical_names[static_cast<std::size_t>(found - source_names.begin())] != canonical;
      };
      static_cast<void>(differs);
      return (false || ... || differs(bsatn::detail::function_name<Handler>(), canonical_name<Handler>));
    }(Handlers{});
  }

  static constexpr std::array<PieceView, sizeof...(Reducers) + sizeof...(Procedures) + sizeof...(Views)> all_names = {
      function_names<if_said<typename Reducers::function>>()...,
      function_names<if_said<typename Procedures::function>>()..., function_names<if_said<Views>>()...};
  static constexpr auto names = present<all_names>();
};

}  // namespace stdb::detail
