// sdk/testing/.../table_reader.hpp: TableReader and IndexReader: a table as a test looks at it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "stdb/bsatn.hpp"
#include "stdb/module/detail/find_index.hpp"
#include "stdb/module/detail/table_piece.hpp"
#include "stdb/testing/detail/index_filter.hpp"
#include "stdb/testing/detail/session.hpp"
#include "stdb/testing/rows.hpp"

namespace stdb::testing {

namespace detail {

template <class Row>
Row decode_row(const Bytes& bytes, std::string_view table) {
  auto row = bsatn::decode<Row>(bytes);
  if (row.is_err()) refuse_bytes("a row of table " + std::string(table), row.error().text());
  return std::move(row).value();
}

template <class Row>
std::vector<Row> decode_rows(const std::vector<Bytes>& encoded, std::string_view table) {
  std::vector<Row> rows;
  rows.reserve(encoded.size());
  for (const Bytes& bytes : encoded) rows.push_back(decode_row<Row>(bytes, table));
  return rows;
}

template <class Table>
inline constexpr std::string_view table_name = stdb::detail::qualified_name<Table, Table::name>();

}  // namespace detail

// One index of a table: find() and filter() take what a reducer's own handle takes, and are refused by the compiler
// where that is. Comes from db[table].by(...).
template <class Table, std::size_t Index>
class IndexReader : public detail::AllIndexFilters<IndexReader<Table, Index>, Table, Index,
                                                   std::make_index_sequence<Table::indexes[Index].columns.size()>> {
  using Row = typename Table::row_type;
  using Filters = detail::AllIndexFilters<IndexReader, Table, Index,
                                          std::make_index_sequence<Table::indexes[Index].columns.size()>>;
  using First = stdb::detail::index_column_t<Table, Index, 0>;
  static constexpr std::size_t width = Table::indexes[Index].columns.size();

 public:
  explicit IndexReader(std::shared_ptr<const detail::Session> session) : session_(std::move(session)) {}

  // The rows with values in the leading columns, and at the end a range if wanted, in the index's order.
  using Filters::filter;

  // The one row with this value.
  Found<Row> find(Key<First> value) const {
    static_assert(Table::indexes[Index].is_unique,
                  "stdb: find() needs a unique column or primary_key; filter() gives all rows that match");
    const Rows<Row> rows = this->filter(value);
    return {rows.empty() ? std::nullopt : std::optional(rows.front()), std::string(detail::table_name<Table>)};
  }

  // What none of them takes is refused in words.
  template <class... Given>
    requires(!stdb::detail::CanFilter<Filters, Given...>)
  Rows<Row> filter(const Given&...) const {
    stdb::detail::refuse_scan<width, Given...>();
  }
  template <class... Given>
    requires(!stdb::detail::CanFilter<Filters, Given...>)
  Found<Row> find(const Given&...) const {
    stdb::detail::refuse_scan<1, Given...>();
  }

 private:
  template <class, class, std::size_t, class>
  friend class detail::IndexFilter;

  template <std::size_t Place>
  static std::weak_ordering compare(const Row& left, const Row& right) {
    constexpr std::size_t column = Table::indexes[Index].columns[Place];
    return detail::compare_columns(bsatn::detail::field<column>(left), bsatn::detail::field<column>(right));
  }

  static bool is_before(const Row& left, const Row& right) {
    return [&]<std::size_t... Place>(std::index_sequence<Place...>) {
      std::weak_ordering order = std::weak_ordering::equivalent;
      static_cast<void>((false || ... || ((order = compare<Place>(left, right)) != 0)));
      return order < 0;
    }(std::make_index_sequence<width>{});
  }

  template <class Predicate>
  Rows<Row> matching(Predicate predicate) const {
    constexpr std::string_view name = detail::table_name<Table>;
    std::vector<Row> rows = Rows<Row>(detail::decode_rows<Row>(session_->rows(name), name)).where(predicate).collect();
    std::stable_sort(rows.begin(), rows.end(), &is_before);
    return Rows<Row>(std::move(rows));
  }

  std::shared_ptr<const detail::Session> session_;
};

// A table's committed rows. Comes from db[table].
template <class Table>
class TableReader {
 public:
  using row_type = typename Table::row_type;

  explicit TableReader(std::shared_ptr<const detail::Session> session) : session_(std::move(session)) {}

  std::uint64_t count() const { return session_->row_count(detail::table_name<Table>); }
  bool empty() const { return count() == 0; }

  // All rows.
  Rows<row_type> rows() const {
    constexpr std::string_view name = detail::table_name<Table>;
    return Rows<row_type>(detail::decode_rows<row_type>(session_->rows(name), name));
  }

  // Those for which the function says yes; no index is needed.
  template <class Predicate>
  Rows<row_type> where(Predicate predicate) const {
    return rows().where(predicate);
  }

  // The index over exactly these columns: db[person].by(stdb::col<&Person::age>).
  template <auto... Members>
  auto by(Column<Members>...) const {
    return IndexReader<Table, stdb::detail::index_over<Table, Members...>()>(session_);
  }

 private:
  std::shared_ptr<const detail::Session> session_;
};

}  // namespace stdb::testing
