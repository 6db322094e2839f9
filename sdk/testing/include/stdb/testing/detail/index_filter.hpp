// sdk/testing/.../detail/index_filter.hpp: filter() of an index as a test reads it, for one number of leading columns.
#pragma once

#include <cstddef>
#include <utility>

#include "stdb/bsatn.hpp"
#include "stdb/module/detail/check_scan.hpp"
#include "stdb/module/detail/index_scans.hpp"
#include "stdb/module/key.hpp"
#include "stdb/schema/detail/filterable.hpp"
#include "stdb/testing/detail/column_order.hpp"
#include "stdb/testing/rows.hpp"

namespace stdb::testing::detail {

template <class T>
bool is_within(const T& value, const Range<stdb::detail::key_t<T>>& range) {
  using stdb::detail::BoundKind;
  if (range.low_kind != BoundKind::unbounded) {
    const auto order = compare_columns(value, range.low);
    if (order < 0 || (order == 0 && range.low_kind == BoundKind::excluded)) return false;
  }
  if (range.high_kind != BoundKind::unbounded) {
    const auto order = compare_columns(value, range.high);
    if (order > 0 || (order == 0 && range.high_kind == BoundKind::excluded)) return false;
  }
  return true;
}

// Takes what the module's own handle takes and refuses what it refuses, in the same words. Reader::matching gives the
// rows for which a function says yes, in the index's order.
template <class Reader, class Table, std::size_t Index, class Prefix>
class IndexFilter;

template <class Reader, class Table, std::size_t Index, std::size_t... Place>
class IndexFilter<Reader, Table, Index, std::index_sequence<Place...>> {
  using Row = typename Table::row_type;
  static constexpr std::size_t given = sizeof...(Place);
  static constexpr auto& index = Table::indexes[Index];

  template <std::size_t Column>
  using column_t = stdb::detail::index_column_t<Table, Index, Column>;
  using Last = column_t<given>;

  static constexpr void check_filterable() {
    static_assert(stdb::detail::Filterable<Last>::value,
                  "stdb: nobody can filter by a float: give values for the columns before it");
  }

  static bool begins_with(const Row& row, const Key<column_t<Place>>&... keys) {
    return (true && ... && (compare_columns(bsatn::detail::field<index.columns[Place]>(row), keys.value) == 0));
  }
  static const Last& last_of(const Row& row) { return bsatn::detail::field<index.columns[given]>(row); }
  const Reader& reader() const { return static_cast<const Reader&>(*this); }

 public:
  // The rows with these values in the leading columns.
  Rows<Row> filter(Key<column_t<Place>>... keys, Key<Last> last) const {
    check_filterable();
    static_assert(index.algorithm != IndexAlgorithm::hash || given + 1 == index.columns.size(),
                  "stdb: a hash index finds whole keys: give a value for each of its columns");
    return reader().matching(
        [&](const Row& row) { return begins_with(row, keys...) && compare_columns(last_of(row), last.value) == 0; });
  }

  // The rows with these values in the leading columns and the next one within the bounds.
  Rows<Row> filter(Key<column_t<Place>>... keys, Bounds<Last> bounds) const {
    check_filterable();
    static_assert(index.algorithm != IndexAlgorithm::hash,
                  "stdb: a hash index finds values, not ranges: declare a btree for them");
    return reader().matching(
        [&](const Row& row) { return begins_with(row, keys...) && is_within<Last>(last_of(row), bounds.range); });
  }
};

// All of them, from no leading column to all but the last.
template <class Reader, class Table, std::size_t Index, class Widths>
class AllIndexFilters;
template <class Reader, class Table, std::size_t Index, std::size_t... Width>
class AllIndexFilters<Reader, Table, Index, std::index_sequence<Width...>>
    : public IndexFilter<Reader, Table, Index, std::make_index_sequence<Width>>... {
 public:
  using IndexFilter<Reader, Table, Index, std::make_index_sequence<Width>>::filter...;
};

}  // namespace stdb::testing::detail
