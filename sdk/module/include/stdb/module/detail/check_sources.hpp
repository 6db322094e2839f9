// sdk/module/.../detail/check_sources.hpp: refuses, in words, views that query what the module does not have.
#pragma once

#include <type_traits>

#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/view_answer.hpp"

namespace stdb::detail {

// The structs whose rows a query can give: those of tables, and of views that do not query themselves.
template <class Tables, class Views = List<>>
struct RowsOf;
template <class... Tables, class... Views>
struct RowsOf<List<Tables...>, List<Views...>> {
  using type = List<typename Tables::row_type...,
                    std::conditional_t<ViewAnswer<Views>::is_query, void, typename ViewAnswer<Views>::row_type>...>;
};

// Whether the module has what a query is about; a view is not looked for.
template <class Source, class Tables>
constexpr bool has_source() {
  if constexpr (requires { Source::is_public; }) {
    return is_listed<Source, Tables>;
  } else {
    return true;
  }
}

// Of a Query, which has forgotten its table, only the rows are known.
template <class Built, class Tables, class Rows>
constexpr bool has_sources_of() {
  if constexpr (requires { typename Built::joined_type; }) {
    return has_source<typename Built::table_type, Tables>() && has_source<typename Built::joined_type, Tables>();
  } else if constexpr (requires { typename Built::table_type; }) {
    return has_source<typename Built::table_type, Tables>();
  } else {
    return is_listed<typename Built::row_type, Rows>;
  }
}

template <class View, class Tables, class Rows>
constexpr bool check_view_sources() {
  if constexpr (ViewAnswer<View>::is_query) {
    static_assert(has_sources_of<typename ViewAnswer<View>::type, Tables, Rows>(),
                  "stdb: a view queries tables of its module: add the table that gives these rows to tables<...>");
  }
  return true;
}

// Of the whole module: the views of a submodule may query the tables around it.
template <class Tables, class Views>
struct CheckViewSources;
template <class Tables, class... Views>
struct CheckViewSources<Tables, List<Views...>> {
  using Rows = typename RowsOf<Tables, List<Views...>>::type;
  static constexpr bool check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_view_sources<Views, Tables, Rows>()...};
    return true;
  }
};

}  // namespace stdb::detail
