// sdk/module/.../detail/part_of.hpp: what each part of define<...> brings into the module.
#pragma once

#include <type_traits>

#include "stdb/module/detail/function_piece.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/route_list.hpp"
#include "stdb/module/detail/submodule_parts.hpp"
#include "stdb/module/environment.hpp"
#include "stdb/module/parts.hpp"

namespace stdb::detail {

template <class... Parts>
struct Assembly;

template <class Type, Lifecycle Event, Visibility Seen>
struct ReducerEntry {
  using function = Type;
  static constexpr Lifecycle event = Event;
  static constexpr Visibility visibility = Seen;
};

template <class Type, Visibility Seen>
struct ProcedureEntry {
  using function = Type;
  static constexpr Visibility visibility = Seen;
};

template <FilterHead Query>
struct FilterEntry {
  static constexpr auto query = Query;
};

// What a part brings of everything that it does not speak of. What is wrong with a part is said by check(): clang makes
// nothing of a class that has refused something, and complains of all that follows.
struct NoPart {
  static constexpr void check() {}
  using table_list = List<>;
  using reducer_list = List<>;
  using procedure_list = List<>;
  using view_list = List<>;
  using route_list = List<>;
  using filter_list = List<>;
  using policy_list = List<>;
  using submodule_list = List<>;
  using environment_list = List<>;
};

template <CaseConversionPolicy Policy>
struct PolicyEntry {};

template <class Part>
struct PartOf : NoPart {
  static constexpr void check() {
    static_assert(
        !std::is_same_v<Part, Part>,
        "stdb: define<...> takes tables<...>, reducers<...>, on_init<...>, on_connect<...>, on_disconnect<...>, "
        "views<...>, procedures<...>, routes<...>, client_visibility_filter<...> and the other parts of "
        "stdb/module/parts.hpp");
  }
};
template <class T>
concept IsTable = requires { typename T::options; };

// An array, not a fold: a module's tables are many.
template <class... Given>
constexpr bool are_tables() {
  constexpr bool are[] = {true, IsTable<Given>...};
  for (const bool is_table : are) {
    if (!is_table) return false;
  }
  return true;
}
// A function, since clang makes nothing of a class that has refused something.
template <class... Tables>
constexpr auto list_tables() {
  static_assert(are_tables<Tables...>(), "stdb: tables<...> takes the constants of tables: tables<person>");
  return std::conditional_t<are_tables<Tables...>(), List<Tables...>, List<>>();
}
template <auto... Tables>
struct PartOf<tables<Tables...>> : NoPart {
  using table_list = decltype(list_tables<std::remove_cvref_t<decltype(Tables)>...>());
};
template <class... Reducers>
struct PartOf<reducers<Reducers...>> : NoPart {
  using reducer_list = List<ReducerEntry<Reducers, Lifecycle::none, Visibility::clients>...>;
};
template <class... Reducers>
struct PartOf<private_reducers<Reducers...>> : NoPart {
  static constexpr void check() {
    static_assert(offered<has_v10, Reducers...>, "stdb: private_reducers needs TARGET 2.0 or newer");
  }
  using reducer_list = List<ReducerEntry<Reducers, Lifecycle::none, Visibility::owner>...>;
};
template <class Reducer, Lifecycle Event>
struct LifecyclePart : NoPart {
  static constexpr void check() {
    static_assert(std::is_empty_v<Reducer>, "stdb: a lifecycle reducer takes no arguments: its struct has no fields");
  }
  using reducer_list = List<ReducerEntry<Reducer, Event, Visibility::owner>>;
};
template <class Reducer>
struct PartOf<on_init<Reducer>> : LifecyclePart<Reducer, Lifecycle::init> {};
template <class Reducer>
struct PartOf<on_connect<Reducer>> : LifecyclePart<Reducer, Lifecycle::on_connect> {};
template <class Reducer>
struct PartOf<on_disconnect<Reducer>> : LifecyclePart<Reducer, Lifecycle::on_disconnect> {};
template <class... Procedures>
struct PartOf<procedures<Procedures...>> : NoPart {
  static constexpr void check() {
    static_assert(offered<has_v10, Procedures...>, "stdb: procedures need TARGET 2.0 or newer");
  }
  using procedure_list = List<ProcedureEntry<Procedures, Visibility::clients>...>;
};
template <class... Procedures>
struct PartOf<private_procedures<Procedures...>> : NoPart {
  static constexpr void check() {
    static_assert(offered<has_v10, Procedures...>, "stdb: procedures need TARGET 2.0 or newer");
  }
  using procedure_list = List<ProcedureEntry<Procedures, Visibility::owner>...>;
};
template <class... Views>
struct PartOf<views<Views...>> : NoPart {
  static constexpr void check() { static_assert(offered<has_v10, Views...>, "stdb: views need TARGET 2.0 or newer"); }
  using view_list = List<Views...>;
};
template <class... Routes>
struct PartOf<routes<Routes...>> : NoPart {
  static constexpr void check() {
    static_assert(offered<has_http_handlers, Routes...>, "stdb: routes and HTTP handlers need TARGET 2.4.1 or newer");
  }
  using route_list = join_t<typename Flatten<"", Routes>::type...>;
};
template <FilterHead Query>
struct PartOf<client_visibility_filter<Query>> : NoPart {
  using filter_list = List<FilterEntry<Query>>;
};
template <CaseConversionPolicy Policy>
struct PartOf<case_conversion<Policy>> : NoPart {
  static constexpr void check() {
    static_assert(has_v10 || Policy == CaseConversionPolicy::unchanged,
                  "stdb: case_conversion needs TARGET 2.0 or newer: servers of 1.x take names as they are");
  }
  using policy_list = List<PolicyEntry<Policy>>;
};

template <FixedString Namespace, class... Parts>
struct PartOf<submodule<Namespace, Parts...>> : NoPart {
  static constexpr void check() {
    static_assert(offered<has_submodules, Parts...>, "stdb: a submodule needs TARGET 2.8 or newer");
  }
  using submodule_list = List<SubmoduleEntry<Namespace, Assembly<Parts...>>>;
};
template <class Variables>
struct PartOf<environment<Variables>> : NoPart {
  static constexpr void check() {
    static_assert(offered<has_environment, Variables>, "stdb: environment needs TARGET 2.14 or newer");
    static_assert(!std::is_same_v<Variables, Environment>,
                  "stdb: environment<Environment> means stdb::Environment here, which declares nothing: write "
                  "environment<::Environment> for a struct of your own");
  }
  using environment_list = List<Variables>;
};

}  // namespace stdb::detail
