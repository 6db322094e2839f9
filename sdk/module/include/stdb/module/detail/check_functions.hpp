// sdk/module/.../detail/check_functions.hpp: refuses, in words, reducers, procedures and views that are none.
#pragma once

#include <algorithm>
#include <concepts>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/detail/check_type.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/bsatn/result.hpp"
#include "stdb/module/detail/check_target.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/module/detail/view_answer.hpp"
#include "stdb/module/procedure_context.hpp"
#include "stdb/module/reducer_context.hpp"
#include "stdb/schema/detail/filterable.hpp"

namespace stdb::detail {

template <class Reducer>
concept CallsAsReducer = requires(const Reducer& reducer, ReducerContext& ctx) {
  { reducer(ctx) } -> std::same_as<ReducerResult>;
} || requires(const Reducer& reducer, ReducerContext& ctx) {
  { reducer(ctx) } -> std::same_as<void>;
};

template <class Procedure>
concept CallsAsProcedure = requires(const Procedure& procedure, ProcedureContext& ctx) { procedure(ctx); };

template <class Reducer>
constexpr bool check_reducer() {
  static_assert(
      std::is_aggregate_v<Reducer>,
      "stdb: a reducer is an aggregate struct whose fields are its arguments: no constructors, no private members");
  if constexpr (std::is_aggregate_v<Reducer>) {
    if constexpr (bsatn::detail::require_describable<Reducer>()) {
      static_assert(CallsAsReducer<Reducer>,
                    "stdb: a reducer has the function stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const");
      if constexpr (!offered<has_v10, Reducer>) check_parts_target<Reducer>();  // else one function less a reducer
    }
  }
  return true;
}

template <class Procedure>
using returned_t = decltype(std::declval<const Procedure&>()(std::declval<ProcedureContext&>()));

template <class Returned>
constexpr void check_returned() {
  static_assert(std::is_void_v<Returned> || bsatn::Encodable<Returned>,
                "stdb: a procedure returns void or a type that has an encoding");
  if constexpr (bsatn::Encodable<Returned>) bsatn::detail::require_describable<Returned>();
}

template <class Procedure>
constexpr bool check_procedure() {
  static_assert(
      std::is_aggregate_v<Procedure>,
      "stdb: a procedure is an aggregate struct whose fields are its arguments: no constructors, no private members");
  if constexpr (std::is_aggregate_v<Procedure>) {
    if constexpr (bsatn::detail::require_describable<Procedure>()) {
      static_assert(CallsAsProcedure<Procedure>,
                    "stdb: a procedure has a function operator()(stdb::ProcedureContext& ctx) const");
      if constexpr (CallsAsProcedure<Procedure>) check_returned<returned_t<Procedure>>();
    }
  }
  return true;
}

// What can be called at all; the others were refused, and the compiler shall not look into them.
template <class Reducer>
inline constexpr bool is_reducer = bsatn::detail::is_describable<Reducer> && CallsAsReducer<Reducer>;
template <class Procedure>
constexpr bool is_procedure() {
  if constexpr (bsatn::detail::is_describable<Procedure> && CallsAsProcedure<Procedure>) {
    return std::is_void_v<returned_t<Procedure>> || bsatn::Encodable<returned_t<Procedure>>;
  } else {
    return false;
  }
}
template <class View>
inline constexpr bool is_view = !std::is_void_v<typename ViewAnswer<View>::row_type>;

template <class View, class Row>
constexpr void check_view_key() {
  using Key = typename View::primary_key::column;
  static_assert(!ViewAnswer<View>::is_query,
                "stdb: a view that returns a Query has the primary key of its table: leave out the view's own");
  static_assert(std::is_same_v<typename Key::row_type, Row>,
                "stdb: the view's primary_key names a member of another struct than its row");
  static_assert(Filterable<typename Key::value_type>::value,
                "stdb: this column cannot be a view's primary_key: use an integer, bool, std::string, Identity, "
                "ConnectionId, Timestamp, Uuid or a plain enum");
}

// Source: host-side schema of a view's table: a column of this name comes before those of the row.
template <class Row>
constexpr bool has_hidden_column() {
  const auto& names = bsatn::detail::field_names<Row>;
  return std::find(names.begin(), names.end(), "arg_hash") != names.end();
}

template <class View, class Row>
constexpr void check_view_columns() {
  static_assert(bsatn::detail::field_count<Row> > 0, "stdb: a view's row needs at least one column");
  static_assert(!has_hidden_column<Row>(),
                "stdb: a view's row has a column arg_hash, which servers add to every view themselves: rename yours");
  if constexpr (requires { typename View::primary_key; }) {
    static_assert(offered<has_view_keys, View>, "stdb: a view's primary_key needs TARGET 2.4.1 or newer");
    check_view_key<View, Row>();
  }
}

template <class View>
constexpr void check_view_row() {
  using Row = typename ViewAnswer<View>::row_type;
  static_assert(!std::is_void_v<Row>,
                "stdb: a view returns a std::optional, a std::vector or a stdb::Query of a row struct");
  if constexpr (!std::is_void_v<Row>) {
    static_assert(bsatn::kind<Row> == bsatn::Kind::product,
                  "stdb: a view's row is an aggregate struct, as a table's is");
    static_assert(has_query_views || !ViewAnswer<View>::is_query,
                  "stdb: a view that returns a Query needs TARGET 2.1 or newer");
    if constexpr (bsatn::kind<Row> == bsatn::Kind::product) {
      if constexpr (bsatn::detail::require_describable<Row>()) check_view_columns<View, Row>();
    }
  }
}

template <class View>
constexpr bool check_view() {
  static_assert(std::is_empty_v<View>, "stdb: a view takes no arguments: its struct has no fields");
  static_assert(CallsWithSender<View> || CallsAnonymously<View>,
                "stdb: a view has a function operator()(const stdb::ViewContext& ctx) const, or one that takes a const "
                "stdb::AnonymousViewContext&");
  if constexpr (CallsWithSender<View> || CallsAnonymously<View>) check_view_row<View>();
  return true;
}

// A scheduled table's row must be the one argument of what it calls. Void stands for a table that is not scheduled.
template <class Table, class Functions>
constexpr bool check_schedule_target() {
  if constexpr (!std::is_void_v<Table>) {
    using Target = typename Table::schedule_target;
    static_assert(
        requires { sizeof(Target); },
        "stdb: the reducer or procedure that a scheduled table calls is declared but not defined");
    if constexpr (requires { sizeof(Target); }) {
      static_assert(is_among<Target, Functions>,
                    "stdb: the reducer or procedure that a scheduled table calls is not in the module: add it to "
                    "reducers<...> or procedures<...>");
      static_assert(bsatn::detail::field_count<Target> == 1,
                    "stdb: what a scheduled table calls has one field, of the table's row type");
      if constexpr (bsatn::detail::field_count<Target> == 1) {
        static_assert(std::is_same_v<bsatn::detail::field_type<Target, 0>, typename Table::row_type>,
                      "stdb: what a scheduled table calls has one field, of the table's row type");
      }
    }
  }
  return true;
}

}  // namespace stdb::detail
