// sdk/module/.../detail/reducer_parts.hpp: a module's reducers, and those that run at the events of its life.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/module/detail/check_functions.hpp"
#include "stdb/module/detail/duplicates.hpp"
#include "stdb/module/detail/function_piece.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/detail/target.hpp"

namespace stdb::detail {

template <class List>
struct ReducerParts;
template <class... Entries>
struct ReducerParts<List<Entries...>> {
  static constexpr std::array<PieceView, sizeof...(Entries)> reducers = {
      piece_view<&write_reducer<typename Entries::function, Entries::event, Entries::visibility>>...};

  // Void where there is none, so that the compiler makes one function of all of these.
  template <class Entry>
  static constexpr PieceView lifecycle_of() {
    if constexpr (has_v10 && !std::is_void_v<Entry>) {
      return piece_view<&write_lifecycle<typename Entry::function, Entry::event>>;
    } else {
      return no_piece;
    }
  }
  static constexpr std::array<PieceView, sizeof...(Entries)> all_lifecycle = {
      lifecycle_of<std::conditional_t<Entries::event == Lifecycle::none, void, Entries>>()...};
  static constexpr auto lifecycle = present<all_lifecycle>();
  static constexpr bool has_no_lifecycle = lifecycle.empty();

  static constexpr std::size_t count(Lifecycle event) {
    constexpr std::array<Lifecycle, sizeof...(Entries)> events = {Entries::event...};
    return static_cast<std::size_t>(std::count(events.begin(), events.end(), event));
  }

  static constexpr bool has_one_name_twice = has_duplicates(
      std::array<std::string_view, sizeof...(Entries)>{bsatn::detail::function_name<typename Entries::function>()...});
  // By their types' full names, which are looked at only where a name is there twice.
  static constexpr bool has_one_twice =
      has_one_name_twice && has_duplicates(std::array<std::string_view, sizeof...(Entries)>{
                                bsatn::detail::full_type_name<typename Entries::function>()...});

  static constexpr void check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_reducer<typename Entries::function>()...};
    static_assert(!has_one_twice,
                  "stdb: a reducer is listed twice: one of on_init<...>, on_connect<...> or on_disconnect<...> is not "
                  "among reducers<...> as well");
    static_assert(has_one_twice || !has_one_name_twice,
                  "stdb: two reducers have the same name, of which namespaces are no part: rename one, or give one a "
                  "wire_name");
    static_assert(count(Lifecycle::init) <= 1, "stdb: a module has one on_init at most");
    static_assert(count(Lifecycle::on_connect) <= 1, "stdb: a module has one on_connect at most");
    static_assert(count(Lifecycle::on_disconnect) <= 1, "stdb: a module has one on_disconnect at most");
  }
};

}  // namespace stdb::detail
