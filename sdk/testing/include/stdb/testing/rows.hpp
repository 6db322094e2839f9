// sdk/testing/.../rows.hpp: Rows and Found: rows as a test looks at them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "stdb/bsatn.hpp"
#include "stdb/testing/detail/refuse.hpp"
#include "stdb/testing/print.hpp"

namespace stdb::testing {

// Rows of a table, index or view, read at once. Two of them are equal if they hold the same rows, in whatever order,
// since tables have none; collect() gives a vector where the order counts. Rows need no == of their own: their columns
// are compared, floats bit by bit. To write some down in a test: Rows({Person{.id = 1}, Person{.id = 2}}).
template <class Row>
class Rows {
 public:
  using value_type = Row;

  Rows() = default;
  Rows(std::initializer_list<Row> rows) : rows_(rows) {}
  explicit Rows(std::vector<Row> rows) : rows_(std::move(rows)) {}

  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  std::size_t size() const { return rows_.size(); }
  std::size_t count() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }

  // One that is not there is a Misuse.
  const Row& operator[](std::size_t place) const {
    if (place >= rows_.size()) detail::refuse_place(place, rows_.size(), "rows");
    return rows_[place];
  }
  const Row& front() const { return (*this)[0]; }

  const std::vector<Row>& collect() const& { return rows_; }
  std::vector<Row> collect() && { return std::move(rows_); }

  // Those for which the function says yes.
  template <class Predicate>
  Rows where(Predicate predicate) const {
    Rows found;
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(found.rows_), predicate);
    return found;
  }

  friend bool operator==(const Rows& left, const Rows& right) { return left.encoded() == right.encoded(); }
  friend bool operator==(const Rows& left, const std::vector<Row>& right) { return left == Rows(right); }

  // "2 rows", and a line for each.
  friend std::ostream& operator<<(std::ostream& out, const Rows& rows) {
    constexpr std::size_t most = 100;
    out << rows.size() << (rows.size() == 1 ? " row" : " rows");
    for (std::size_t place = 0; place < rows.size() && place < most; ++place) {
      out << "\n  " << testing::to_string(rows.rows_[place]);
    }
    if (rows.size() > most) out << "\n  ... " << rows.size() - most << " more";
    return out;
  }

 private:
  std::vector<std::vector<std::uint8_t>> encoded() const {
    std::vector<std::vector<std::uint8_t>> all;
    all.reserve(rows_.size());
    for (const Row& row : rows_) all.push_back(bsatn::encode(row));
    std::sort(all.begin(), all.end());
    return all;
  }

  std::vector<Row> rows_;
};

// The row that was looked for, or none: a std::optional that the test frameworks can print, and that says what was
// missing when it is looked into all the same.
template <class Row>
class Found {
 public:
  Found(std::optional<Row> row, std::string table) : row_(std::move(row)), table_(std::move(table)) {}

  bool has_value() const { return row_.has_value(); }
  explicit operator bool() const { return has_value(); }

  // A Misuse where there is none.
  const Row& value() const {
    if (!row_) detail::refuse_missing(table_);
    return *row_;
  }
  const Row& operator*() const { return value(); }
  const Row* operator->() const { return &value(); }

  operator std::optional<Row>() const { return row_; }

  friend bool operator==(const Found& left, const Found& right) { return left.encoded() == right.encoded(); }
  friend bool operator==(const Found& left, const Row& right) { return left.row_ && left.encoded() == encode(right); }
  friend bool operator==(const Found& left, std::nullopt_t) { return !left.has_value(); }

  friend std::ostream& operator<<(std::ostream& out, const Found& found) {
    return out << (found.row_ ? testing::to_string(*found.row_) : "no row");
  }

 private:
  using Bytes = std::vector<std::uint8_t>;
  static std::optional<Bytes> encode(const Row& row) { return bsatn::encode(row); }
  std::optional<Bytes> encoded() const { return row_ ? encode(*row_) : std::nullopt; }

  std::optional<Row> row_;
  std::string table_;
};

}  // namespace stdb::testing
