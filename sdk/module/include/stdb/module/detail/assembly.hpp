// sdk/module/.../detail/assembly.hpp: a module's parts as constants: its description and its tables of functions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/abi/types.h"
#include "stdb/module/detail/check_functions.hpp"
#include "stdb/module/detail/check_sources.hpp"
#include "stdb/module/detail/check_target.hpp"
#include "stdb/module/detail/description.hpp"
#include "stdb/module/detail/entity_names.hpp"
#include "stdb/module/detail/environment_piece.hpp"
#include "stdb/module/detail/function_piece.hpp"
#include "stdb/module/detail/function_thunk.hpp"
#include "stdb/module/detail/name_piece.hpp"
#include "stdb/module/detail/outbox_piece.hpp"
#include "stdb/module/detail/part_of.hpp"
#include "stdb/module/detail/table_piece.hpp"

namespace stdb::detail {

// The pieces that are there, of an array in which some are not.
template <const auto& All>
constexpr auto present() {
  constexpr auto is_there = [](const PieceView& piece) { return piece.elements != 0; };
  std::array<PieceView, static_cast<std::size_t>(std::count_if(All.begin(), All.end(), is_there))> found{};
  std::copy_if(All.begin(), All.end(), found.begin(), is_there);
  return found;
}

constexpr bool has_duplicates(std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

template <class List>
struct TableParts;
template <class... Tables>
struct TableParts<List<Tables...>> {
  template <class Table>
  static constexpr PieceView schedule() {
    if constexpr (has_v10 && Table::schedule_column != no_column) {
      return piece_view<&write_schedule<Table>>;
    } else {
      return no_piece;
    }
  }

  static constexpr std::array<std::string_view, sizeof...(Tables)> source_names = {Tables::name...};
  static constexpr std::array<PieceView, sizeof...(Tables)> tables = {piece_view<&write_table<Tables>>...};
  static constexpr std::array<PieceView, sizeof...(Tables)> all_schedules = {schedule<Tables>()...};
  static constexpr auto schedules = present<all_schedules>();

  template <class Table>
  static constexpr PieceView outbox() {
    if constexpr (Table::is_outbox) {
      return piece_view<&write_outbox<Table>>;
    } else {
      return no_piece;
    }
  }
  static constexpr std::array<PieceView, sizeof...(Tables)> all_outboxes = {outbox<Tables>()...};
  static constexpr auto outboxes = present<all_outboxes>();

  static constexpr bool are_within(std::string_view path) {
    constexpr std::array<std::string_view, sizeof...(Tables)> paths = {Tables::name_space...};
    return std::all_of(paths.begin(), paths.end(), [path](std::string_view one) { return one == path; });
  }

  static constexpr std::array<PieceView, sizeof...(Tables)> all_names = {table_names<Tables>()...};
  static constexpr auto names = present<all_names>();
  template <class Convert>
  static constexpr std::array<Names, sizeof...(Tables)> entities = {Names(entity_names<Tables, Convert>)...};

  // A view is a table to everybody who reads it.
  template <class Views, class Convert>
  static constexpr bool share_names_with() {
    if (Views::template entities<Convert>.empty()) return false;
    std::array<Names, sizeof...(Tables) + 1> all{};
    *std::copy(entities<Convert>.begin(), entities<Convert>.end(), all.begin()) = Views::template entities<Convert>;
    return have_duplicates(all);
  }

  template <class Functions, class Views, class Convert>
  static constexpr void check() {
    static_assert(!has_duplicates({Tables::name...}), "stdb: two tables have the same name");
    static_assert(!have_duplicates(entities<Convert>),
                  "stdb: two tables, indexes, unique columns or auto_inc columns get the same name in the database: an "
                  "index is called table_columns_idx_btree, a unique column table_column_key, an auto_inc column "
                  "table_column_seq; rename one of the tables");
    static_assert(have_duplicates(entities<Convert>) || !share_names_with<Views, Convert>(),
                  "stdb: a view has the name of a table or of what belongs to one: rename one of the two");
    if constexpr (std::is_same_v<Convert, SnakeCased>) {
      [[maybe_unused]] constexpr bool converted[] = {true, check_snake_case<Tables>()...};
    }
    // An array, not a fold: folds are nested as deep as they are long, and compilers limit that.
    [[maybe_unused]] constexpr bool offered[] = {true, check_table_target<Tables>()...};
    [[maybe_unused]] constexpr bool checked[] = {true,
                                                 check_schedule_target<Tables, typename Functions::scheduled>()...};
    [[maybe_unused]] constexpr bool sent[] = {true, check_outbox_calls<Tables, typename Functions::reducers>()...};
  }
};

template <class List>
struct ReducerParts;
template <class... Entries>
struct ReducerParts<List<Entries...>> {
  static constexpr std::array<PieceView, sizeof...(Entries)> reducers = {
      piece_view<&write_reducer<typename Entries::function, Entries::event, Entries::visibility>>...};

  template <class Entry>
  static constexpr PieceView lifecycle_of() {
    if constexpr (has_v10 && Entry::event != Lifecycle::none) {
      return piece_view<&write_lifecycle<typename Entry::function, Entry::event>>;
    } else {
      return no_piece;
    }
  }
  static constexpr std::array<PieceView, sizeof...(Entries)> all_lifecycle = {lifecycle_of<Entries>()...};
  static constexpr auto lifecycle = present<all_lifecycle>();
  static constexpr bool has_no_lifecycle = lifecycle.empty();

  static constexpr std::size_t count(Lifecycle event) {
    constexpr std::array<Lifecycle, sizeof...(Entries)> events = {Entries::event...};
    return static_cast<std::size_t>(std::count(events.begin(), events.end(), event));
  }

  // By their types' full names, which are compared in order and not each with each.
  static constexpr bool has_one_twice() {
    return has_duplicates({bsatn::detail::full_type_name<typename Entries::function>()...});
  }

  static constexpr void check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_reducer<typename Entries::function>()...};
    static_assert(!has_one_twice(),
                  "stdb: a reducer is listed twice: one of on_init<...>, on_connect<...> or on_disconnect<...> is not "
                  "among reducers<...> as well");
    static_assert(has_one_twice() || !has_duplicates({bsatn::detail::function_name<typename Entries::function>()...}),
                  "stdb: two reducers have the same name");
    static_assert(count(Lifecycle::init) <= 1, "stdb: a module has one on_init at most");
    static_assert(count(Lifecycle::on_connect) <= 1, "stdb: a module has one on_connect at most");
    static_assert(count(Lifecycle::on_disconnect) <= 1, "stdb: a module has one on_disconnect at most");
  }
};

template <class List>
struct ProcedureParts;
template <class... Entries>
struct ProcedureParts<List<Entries...>> {
  static constexpr std::array<PieceView, sizeof...(Entries)> procedures = {piece_view<
      &write_procedure<typename Entries::function, returned_t<typename Entries::function>, Entries::visibility>>...};

  static constexpr void check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_procedure<typename Entries::function>()...};
  }
};

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
  static constexpr std::array<std::uint64_t, sizeof...(Views)> entities = {hash_function_name<Views, Convert>()...};

  static constexpr void check() { [[maybe_unused]] constexpr bool checked[] = {true, check_view<Views>()...}; }
};

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

  template <class Convert>
  static constexpr bool have_one_canonical_name() {
    std::array<std::uint64_t, source_names.size()> all = {
        hash_function_name<typename Reducers::function, Convert>()...,
        hash_function_name<typename Procedures::function, Convert>()..., hash_function_name<Views, Convert>()...};
    std::sort(all.begin(), all.end());
    return std::adjacent_find(all.begin(), all.end()) != all.end();
  }

  template <class Convert>
  static constexpr void check() {
    if constexpr (std::is_same_v<Convert, SnakeCased>) {
      [[maybe_unused]] constexpr bool converted[] = {
          true, check_function_in_snake_case<typename Reducers::function>()...,
          check_function_in_snake_case<typename Procedures::function>()..., check_function_in_snake_case<Views>()...,
          check_members_in_snake_case<typename ViewAnswer<Views>::row_type>()...};
    }
    static_assert(!has_duplicates({source_names.begin(), source_names.end()}),
                  "stdb: two of the module's reducers, procedures and views have the same name");
    static_assert(!have_one_canonical_name<Convert>(),
                  "stdb: two of the module's reducers, procedures and views have the same canonical name");
  }

  static constexpr std::array<std::string_view, source_names.size()> canonical_names = {
      canonical_name<typename Reducers::function>..., canonical_name<typename Procedures::function>...,
      canonical_name<Views>...};

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
      function_names<typename Reducers::function>()..., function_names<typename Procedures::function>()...,
      function_names<Views>()...};
  static constexpr auto names = present<all_names>();
};

template <class List>
struct FilterParts;
template <class... Entries>
struct FilterParts<List<Entries...>> {
  static constexpr std::array<PieceView, sizeof...(Entries)> filters = {piece_view<&write_filter<Entries::query>>...};

  template <class Tables, class Sources>
  static constexpr void check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_filter<Entries::query, Tables, Sources>()...};
  }
};

template <class List>
constexpr std::uint8_t policy_of = 0;
template <CaseConversionPolicy Policy>
constexpr std::uint8_t policy_of<List<PolicyEntry<Policy>>> = static_cast<std::uint8_t>(Policy);

// Everything of a module as constants.
template <class... Parts>
struct Assembly {
  using table_list = join_t<typename PartOf<Parts>::table_list...>;
  using Tables = TableParts<table_list>;
  using reducer_list = join_t<typename PartOf<Parts>::reducer_list...>;
  using procedure_list = join_t<typename PartOf<Parts>::procedure_list...>;
  using view_list = join_t<typename PartOf<Parts>::view_list...>;
  using Reducers = ReducerParts<reducer_list>;
  using Procedures = ProcedureParts<procedure_list>;
  using Views = ViewParts<view_list>;
  using Functions = FunctionNames<reducer_list, procedure_list, view_list>;
  using Routes = RouteParts<join_t<typename PartOf<Parts>::route_list...>>;
  using handler_list = typename Routes::handler_list;
  using Handlers = HandlerParts<handler_list>;
  using Filters = FilterParts<join_t<typename PartOf<Parts>::filter_list...>>;
  using Submodules = SubmoduleParts<join_t<typename PartOf<Parts>::submodule_list...>>;
  using environment_list = join_t<typename PartOf<Parts>::environment_list...>;
  using Variables = EnvironmentParts<environment_list>;
  using policy_list = join_t<typename PartOf<Parts>::policy_list...>;

  // With those of the submodules: what the host's numbers mean.
  using all_tables = join_t<table_list, typename Submodules::table_list>;
  using all_reducers = join_t<reducer_list, typename Submodules::reducer_list>;
  using all_procedures = join_t<procedure_list, typename Submodules::procedure_list>;
  using all_views = join_t<view_list, typename Submodules::view_list>;

  using Convert = std::conditional_t<policy_of<policy_list> == 0, AsWritten, SnakeCased>;
  static constexpr bool has_no_lifecycle = Reducers::has_no_lifecycle;
  static constexpr bool has_no_routes = length_of(handler_list{}) == 0;
  static constexpr bool has_no_environment = length_of(environment_list{}) == 0;

  static constexpr auto names = [] {
    constexpr auto handler_pieces = present<Handlers::all_names>();
    // Local names that no module's globals are likely to have: users' warnings find what shadows them.
    std::array<PieceView, Tables::names.size() + Functions::names.size() + handler_pieces.size()> all_pieces{};
    const auto behind_tables = std::copy(Tables::names.begin(), Tables::names.end(), all_pieces.begin());
    std::copy(handler_pieces.begin(), handler_pieces.end(),
              std::copy(Functions::names.begin(), Functions::names.end(), behind_tables));
    return all_pieces;
  }();

  // In the order of the tags, each of them: what is left out g++ 12 would make up where it is read, and refuse that.
  static constexpr ModuleParts parts = {{Pieces(),                        // typespace
                                         Pieces(),                        // types
                                         Pieces(Tables::tables),          //
                                         Pieces(Reducers::reducers),      //
                                         Pieces(Procedures::procedures),  //
                                         Pieces(Views::views),            //
                                         Pieces(Tables::schedules),       //
                                         Pieces(Reducers::lifecycle),     //
                                         Pieces(Filters::filters),        //
                                         Pieces(),                        // case conversion
                                         Pieces(names),                   //
                                         Pieces(Handlers::handlers),      //
                                         Pieces(Routes::routes),          //
                                         Pieces(Views::keys),             //
                                         Pieces(Submodules::submodules),  //
                                         Pieces(Variables::variables),    //
                                         Pieces(Tables::outboxes)},
                                        policy_of<policy_list>};

  static constexpr bool check_parts() {
    (PartOf<Parts>::check(), ...);
    Reducers::check();
    Procedures::check();
    Views::check();
    if constexpr (!Reducers::has_one_twice()) Functions::template check<Convert>();
    Routes::check();
    Handlers::template check<Convert>();
    static_assert(!Functions::template say_otherwise_than<handler_list>(),
                  "stdb: a handler has the name of a reducer, procedure or view but another canonical name: servers "
                  "know one for both");
    Filters::template check<table_list, SqlSources<table_list, view_list, Convert>>();
    Variables::check();
    Submodules::template check<Convert>();
    static_assert(
        !Submodules::have_name_among(Tables::source_names) && !Submodules::have_name_among(Functions::source_names),
        "stdb: a submodule has the name of a table, reducer, procedure or view of the module: rename one");
    Tables::template check<Functions, Views, Convert>();
    return true;
  }

  // The parts one by one before what looks at all of them, so that the words about a part come first.
  static constexpr bool check() {
    static_assert(check_parts());
    static_assert(length_of(policy_list{}) <= 1, "stdb: a module has one case_conversion at most");
    static_assert(has_v10 || names.empty(), "stdb: canonical names need TARGET 2.0 or newer");
    static_assert(
        !has_recursive_row(parts, Section::tables),
        "stdb: a table's row contains a type that contains itself; real servers stop when they meet one: keep the "
        "id of the other row instead");
    static_assert(!has_recursive_row(parts, Section::views),
                  "stdb: a view's row contains a type that contains itself, which no row may: keep the id of the other "
                  "row instead");
    static_assert(!has_name_clash(parts), "stdb: two different types of this module have the same name");
    static_assert(std::is_same_v<Convert, AsWritten> || !has_clash_in_pascal_case(parts),
                  "stdb: case_conversion makes two types of this module have the same name");
    return true;
  }

  // Whether every table says that it belongs to the submodule of this path; nothing: to the module itself.
  static constexpr bool is_within(std::string_view path) {
    return Tables::are_within(path) && Submodules::are_within(path);
  }

  // Of a module that is not within another.
  static constexpr bool check_view_sources() { return CheckViewSources<all_tables, all_views>::check(); }

  static constexpr auto description() {
    std::array<std::uint8_t, write_description(parts, nullptr)> bytes{};
    write_description(parts, bytes.data());
    return bytes;
  }
};

template <class Assembled>
inline constexpr auto description_bytes = Assembled::description();

}  // namespace stdb::detail
