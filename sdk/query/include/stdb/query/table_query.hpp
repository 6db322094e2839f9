// sdk/query/.../table_query.hpp: TableQuery, the rows of one table that meet conditions.
#pragma once

#include <string>
#include <utility>

#include "stdb/query/condition.hpp"
#include "stdb/query/detail/check_semijoin.hpp"
#include "stdb/query/detail/statement.hpp"
#include "stdb/query/semijoin.hpp"

namespace stdb {

// Comes from from[table]; made step by step, each step giving a new query:
//   stdb::from[person].where(stdb::col<&Person::age> >= 18)
// A query is a value that holds copies of what it compares with.
template <class Table, class Where = detail::Everything>
class TableQuery : public detail::QueryBase {
 public:
  using row_type = typename Table::row_type;
  using table_type = Table;
  static constexpr bool is_whole_table = !detail::has_condition<Where>;
  static constexpr bool has_sender = Where::has_sender;

  constexpr TableQuery()
    requires is_whole_table
  = default;
  constexpr explicit TableQuery(Where where) : where_(std::move(where)) {}

  // Of the rows so far those that meet the condition.
  template <class C>
  constexpr auto where(C condition) const {
    auto more = detail::as_condition(std::move(condition));
    if constexpr (detail::check_condition<row_type, decltype(more)>()) {
      auto both = detail::add_condition(where_, std::move(more));
      return TableQuery<Table, decltype(both)>(std::move(both));
    } else {
      return *this;
    }
  }
  // The same.
  template <class C>
  constexpr auto filter(C condition) const {
    return where(std::move(condition));
  }

  // The rows of this table for which the right table has a row that is equal in the two columns:
  //   from[person].left_semijoin(pet, col<&Person::id> == col<&Pet::owner>)
  // Both columns have an index of their own, and the right table is no event table.
  template <class Right, class On>
  constexpr auto left_semijoin(const Right&, const On&) const {
    if constexpr (detail::check_semijoin<Table, detail::source_of_t<Right>, On>()) {
      using Pair = typename detail::JoinOf<On>::type;
      return Semijoin<detail::Side::left, Pair, Table, Where, detail::source_of_t<Right>>(where_, {});
    } else {
      return *this;
    }
  }

  // The rows of the right table for which this query has a row that is equal in the two columns.
  template <class Right, class On>
  constexpr auto right_semijoin(const Right&, const On&) const {
    if constexpr (detail::check_semijoin<Table, detail::source_of_t<Right>, On>()) {
      using Pair = typename detail::JoinOf<On>::type;
      return Semijoin<detail::Side::right, Pair, Table, Where, detail::source_of_t<Right>>(where_, {});
    } else {
      return *this;
    }
  }

  // The SELECT as a text of its own, for the host or for a client.
  constexpr std::string sql() const { return detail::Statement<detail::PlainHead<Table>, Table, Where>::sql(where_); }

 private:
  [[no_unique_address]] Where where_;
};

}  // namespace stdb
