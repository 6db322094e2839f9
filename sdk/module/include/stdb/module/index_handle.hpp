// sdk/module/.../index_handle.hpp: IndexHandle, finding, changing and erasing rows by an index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "stdb/module/detail/index_scans.hpp"
#include "stdb/module/detail/row_codec.hpp"
#include "stdb/module/insert_error.hpp"
#include "stdb/module/key.hpp"
#include "stdb/module/rows.hpp"

namespace stdb {

// One index of a table. Comes from ctx.db[table].by(...); without state.
//
// filter(a), filter(a, b), filter(a, between(1, 5)): the rows with these values in the leading columns, and at the end
// a range if wanted. There may be fewer values than the index has columns. The rows come in the index's order, except
// that those inserted by the present transaction come first.
//
// erase(...): erases what filter(...) finds and returns how many rows that were.
template <class Table, std::size_t Index>
class IndexHandle : public detail::IndexScansOf<Table, Index, detail::Access::write> {
  using Row = typename Table::row_type;
  using First = detail::index_column_t<Table, Index, 0>;
  static constexpr bool is_unique = Table::indexes[Index].is_unique;

 public:
  using detail::IndexScansOf<Table, Index, detail::Access::write>::find;

  // The one row with this value, if there is one. Two host calls at most.
  std::optional<Row> find(Key<First> value) const {
    static_assert(is_unique, "stdb: find() needs a unique column or primary_key; filter() gives all rows that match");
    return this->first(value);
  }

  // Replaces the row that has the same value in this column; returns the new row as it is stored. One host call. No
  // such row, or another row with one of the new unique values, is a panic.
  Row update(Row row) const {
    check_unique();
    detail::update_row<Table>(detail::index_of<Table, Index>, row);
    return row;
  }

  // As update, or as insert where no row has this value in this column. One host call, or two for a new row.
  Row insert_or_update(Row row) const {
    detail::expect_ok(put(row), "insert_or_update", Table::name);
    return row;
  }

  // As insert_or_update, but another row with one of the unique values is an answer.
  Result<Row, InsertError> try_insert_or_update(Row row) const {
    return detail::answer_of<Table>(put(row), "try_insert_or_update", row);
  }

 private:
  static constexpr void check_unique() {
    static_assert(is_unique, "stdb: update() needs a unique column or primary_key to find the row by");
  }

  static std::int32_t put(Row& row) {
    check_unique();
    // An update would take a number too, and find no row.
    if (detail::key_is_generated<Table, Index>(row)) return detail::try_insert_row<Table>(row);
    return detail::insert_or_update_row<Table>(detail::index_of<Table, Index>, row);
  }
};

}  // namespace stdb
