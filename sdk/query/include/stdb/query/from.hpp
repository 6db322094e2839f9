// sdk/query/.../from.hpp: from, where every query begins.
#pragma once

#include "stdb/query/detail/statement.hpp"
#include "stdb/query/table_query.hpp"

namespace stdb {

// stdb::from[person] is the query for all rows of the table; stdb::from[stdb::view<adults>] for those of a view.
struct From {
  template <class Source>
  constexpr auto operator[](const Source&) const {
    static_assert(detail::IsSource<Source>, "stdb: from[] takes a table, or stdb::view<V> for the view V");
    if constexpr (detail::IsSource<Source>) return TableQuery<Source>();
  }
};
inline constexpr From from{};

}  // namespace stdb
