// sdk/module/.../detail/table_parts.hpp: a module's tables, with their schedules, outboxes and names.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "stdb/module/detail/check_conversion.hpp"
#include "stdb/module/detail/check_functions.hpp"
#include "stdb/module/detail/check_target.hpp"
#include "stdb/module/detail/duplicates.hpp"
#include "stdb/module/detail/entity_names.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/name_piece.hpp"
#include "stdb/module/detail/outbox_piece.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/detail/table_piece.hpp"
#include "stdb/module/detail/target.hpp"

namespace stdb::detail {

// The compiler says both tables where it says that it is here.
template <class First, class Second>
constexpr void refuse_tables_of_one_name() {
  static_assert(First::name != Second::name, "stdb: two tables have the same name");
}

template <class List>
struct TableParts;
template <class... Tables>
struct TableParts<List<Tables...>> {
  // What few tables have is asked of void for all others, so that the compiler makes one function of these.
  template <class Table>
  using if_scheduled = std::conditional_t<Table::schedule_column != no_column, Table, void>;
  template <class Table>
  using if_outbox = std::conditional_t<Table::is_outbox, Table, void>;

  template <class Table>
  static constexpr PieceView schedule() {
    if constexpr (has_v10 && !std::is_void_v<Table>) {
      return piece_view<&write_schedule<Table>>;
    } else {
      return no_piece;
    }
  }

  static constexpr std::array<std::string_view, sizeof...(Tables)> source_names = {Tables::name...};
  static constexpr std::array<PieceView, sizeof...(Tables)> tables = {piece_view<&write_table<Tables>>...};
  static constexpr std::array<PieceView, sizeof...(Tables)> all_schedules = {schedule<if_scheduled<Tables>>()...};
  static constexpr auto schedules = present<all_schedules>();

  template <class Table>
  static constexpr PieceView outbox() {
    if constexpr (!std::is_void_v<Table>) {
      return piece_view<&write_outbox<Table>>;
    } else {
      return no_piece;
    }
  }
  static constexpr std::array<PieceView, sizeof...(Tables)> all_outboxes = {outbox<if_outbox<Tables>>()...};
  static constexpr auto outboxes = present<all_outboxes>();

  static constexpr bool are_within(std::string_view path) {
    constexpr std::array<std::string_view, sizeof...(Tables)> paths = {Tables::name_space...};
    return std::all_of(paths.begin(), paths.end(), [path](std::string_view one) { return one == path; });
  }

  static constexpr std::array<PieceView, sizeof...(Tables)> all_names = {table_names<Tables>()...};
  static constexpr auto names = present<all_names>();
  template <class Convert>
  static constexpr std::array<Hashes, sizeof...(Tables)> entities = {entity_names<Tables, Convert>.view()...};

  // A view is a table to everybody who reads it.
  template <class Views, class Convert>
  static constexpr bool share_names_with() {
    if (Views::template entities<Convert>.empty()) return false;
    std::array<Hashes, sizeof...(Tables) + 1> all{};
    *std::copy(entities<Convert>.begin(), entities<Convert>.end(), all.begin()) = Views::template entities<Convert>;
    return has_equal_hashes(all);
  }

  template <class Functions, class Views, class Convert>
  static constexpr void check() {
    // The tables' own names are among all of these.
    constexpr bool share_names = has_equal_hashes(entities<Convert>);
    constexpr bool are_named_alike = share_names && has_duplicates(source_names);
    if constexpr (are_named_alike) {
      constexpr auto places = places_of_duplicates(source_names);
      refuse_tables_of_one_name<std::tuple_element_t<places.first, std::tuple<Tables...>>,
                                std::tuple_element_t<places.second, std::tuple<Tables...>>>();
    }
    static_assert(are_named_alike || !share_names,
                  "stdb: two tables, indexes, unique columns or auto_inc columns get the same name in the database: an "
                  "index is called table_columns_idx_btree, a unique column table_column_key, an auto_inc column "
                  "table_column_seq; rename one of the tables");
    static_assert(share_names || !share_names_with<Views, Convert>(),
                  "stdb: a view has the name of a table or of what belongs to one: rename one of the two");
    if constexpr (std::is_same_v<Convert, SnakeCased>) {
      [[maybe_unused]] constexpr bool converted[] = {true, check_snake_case<Tables>()...};
    }
    // An array, not a fold: folds are nested as deep as they are long, and compilers limit that.
    if constexpr (!has_v10) {
      [[maybe_unused]] constexpr bool offered[] = {true, check_table_target<Tables>()...};
    }
    [[maybe_unused]] constexpr bool checked[] = {
        true, check_schedule_target<if_scheduled<Tables>, typename Functions::scheduled>()...};
    [[maybe_unused]] constexpr bool sent[] = {true,
                                              check_outbox_calls<if_outbox<Tables>, typename Functions::reducers>()...};
  }
};

}  // namespace stdb::detail
