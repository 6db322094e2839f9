// sdk/module/.../detail/assembly.hpp: a whole module as constants: its parts, and its description.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/module/detail/check_sources.hpp"
#include "stdb/module/detail/description.hpp"
#include "stdb/module/detail/entity_names.hpp"
#include "stdb/module/detail/environment_piece.hpp"
#include "stdb/module/detail/filter_parts.hpp"
#include "stdb/module/detail/function_names.hpp"
#include "stdb/module/detail/part_of.hpp"
#include "stdb/module/detail/procedure_parts.hpp"
#include "stdb/module/detail/reducer_parts.hpp"
#include "stdb/module/detail/section.hpp"
#include "stdb/module/detail/sql_source.hpp"
#include "stdb/module/detail/table_parts.hpp"
#include "stdb/module/detail/view_parts.hpp"

namespace stdb::detail {

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

  static constexpr DescriptionSurvey survey = survey_description(parts);

  static constexpr bool check_parts() {
    (PartOf<Parts>::check(), ...);
    Reducers::check();
    Procedures::check();
    Views::check();
    if constexpr (!Reducers::has_one_twice) Functions::template check<Convert>();
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
        !survey.has_recursive_type || !has_recursive_row(parts, Section::tables),
        "stdb: a table's row contains a type that contains itself; real servers stop when they meet one: keep the "
        "id of the other row instead");
    static_assert(!survey.has_recursive_type || !has_recursive_row(parts, Section::views),
                  "stdb: a view's row contains a type that contains itself, which no row may: keep the id of the other "
                  "row instead");
    static_assert(!survey.has_clash, "stdb: two different types of this module have the same name");
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
    std::array<std::uint8_t, survey.size> bytes{};
    write_description(parts, bytes.data());
    return bytes;
  }
};

template <class Assembled>
inline constexpr auto description_bytes = Assembled::description();

}  // namespace stdb::detail
