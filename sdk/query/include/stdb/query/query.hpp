// sdk/query/.../query.hpp: Query, what a view returns to have the server run it.
#pragma once

#include <concepts>
#include <string>
#include <utility>

#include "stdb/query/detail/statement.hpp"

namespace stdb {

// A query that gives rows of this type. Made of what from[] begins, or of SQL that from[] cannot say; that is not
// checked before a server sees it.
template <class Row>
class Query : public detail::QueryBase {
 public:
  using row_type = Row;
  static constexpr bool has_sender = false;

  template <detail::IsQuery Built>
    requires(!std::same_as<Built, Query>)
  constexpr Query(const Built& built) : sql_(built.sql()) {
    static_assert(std::same_as<typename Built::row_type, Row>,
                  "stdb: this query gives rows of another struct than the Query that it becomes");
    static_assert(
        !Built::has_sender,
        "stdb: servers refuse stdb::sender in the query of a view: take a ViewContext and write ctx.sender()");
  }
  constexpr explicit Query(std::string sql) : sql_(std::move(sql)) {}

  // The SELECT. Borrowed from the query, or moved out of one that ends.
  constexpr const std::string& sql() const& { return sql_; }
  constexpr std::string sql() && { return std::move(sql_); }

 private:
  std::string sql_;
};

}  // namespace stdb
