// sdk/module/.../detail/view_parts.hpp: a module's views and their primary keys.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "stdb/module/detail/check_functions.hpp"
#include "stdb/module/detail/function_piece.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/name_piece.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/detail/view_answer.hpp"

namespace stdb::detail {

template <class List>
struct ViewParts;
template <class... Views>
struct ViewParts<List<Views...>> {
  static constexpr std::array<bool, sizeof...(Views)> anonymous = {ViewAnswer<Views>::is_anonymous...};

  // The host numbers the views that know their reader and those that do not apart.
  static constexpr std::uint32_t number(std::size_t place) {
    return static_cast<std::uint32_t>(std::count(anonymous.begin(), anonymous.begin() + place, anonymous[place]));
  }

  template <class View>
  static constexpr PieceView key() {
    if constexpr (requires { typename View::primary_key; }) {
      return piece_view<&write_view_key<View>>;
    } else {
      return no_piece;
    }
  }

  template <std::size_t... Place>
  static constexpr std::array<PieceView, sizeof...(Views)> number_all(std::index_sequence<Place...>) {
    return {piece_view<&write_view<Views, number(Place)>>...};
  }
  // Its type is said: a deduced one g++ would look for before the views are checked.
  static constexpr std::array<PieceView, sizeof...(Views)> views = number_all(std::index_sequence_for<Views...>{});
  static constexpr std::array<PieceView, sizeof...(Views)> all_keys = {key<Views>()...};
  static constexpr auto keys = present<all_keys>();

  template <class Convert>
  static constexpr std::array<std::uint64_t, sizeof...(Views)> entities = {
      hash_function_name<Convert>(bsatn::detail::function_name<Views>(), canonical_name<Views>)...};

  static constexpr void check() { [[maybe_unused]] constexpr bool checked[] = {true, check_view<Views>()...}; }
};

}  // namespace stdb::detail
