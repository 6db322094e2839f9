// sdk/query/.../view.hpp: view, a view as something to query.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/query/query.hpp"
#include "stdb/schema/canonical_name.hpp"

namespace stdb {

namespace detail {

template <class Result>
struct ViewRow {
  using type = void;
};
template <class Row>
struct ViewRow<std::optional<Row>> {
  using type = Row;
};
template <class Row>
struct ViewRow<std::vector<Row>> {
  using type = Row;
};
template <IsQuery Built>
struct ViewRow<Built> {
  using type = typename Built::row_type;
};

template <class View, class Result, class... Arguments>
ViewRow<Result> view_row(Result (View::*)(Arguments...) const);

struct ViewIndex {
  std::array<std::uint16_t, 1> columns{};
};

// A view's rows are indexed by its primary key, if it has one.
template <class View>
constexpr auto view_indexes() {
  if constexpr (requires { typename View::primary_key; }) {
    return std::array{ViewIndex{{static_cast<std::uint16_t>(View::primary_key::column::place)}}};
  } else {
    return std::array<ViewIndex, 0>{};
  }
}

}  // namespace detail

// What stdb::view<V> is: the rows of the view V, by the type that its operator() returns. V's body need not be known.
template <class V>
struct ViewSource {
  using row_type = typename decltype(detail::view_row(&V::operator()))::type;
  static_assert(bsatn::kind<row_type> == bsatn::Kind::product,
                "stdb: a view returns std::optional<Row>, std::vector<Row> or stdb::Query<Row>, and Row is a struct");

  static constexpr std::string_view canonical_name =
      stdb::canonical_name<V>.empty() ? bsatn::detail::function_name<V>() : stdb::canonical_name<V>;
  static constexpr bool is_event = false;
  static constexpr auto indexes = detail::view_indexes<V>();
};

// stdb::from[stdb::view<adults>].where(stdb::col<&Person::age> < 65)
// For clients: a server (2.14) does not let a view's own query read another view.
template <class V>
inline constexpr ViewSource<V> view{};

}  // namespace stdb
