// sdk/module/.../rows.hpp: Rows, the rows that a scan finds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "stdb/module/detail/row_source.hpp"

namespace stdb {

// A snapshot as of the scan: rows inserted or erased meanwhile do not change it. Rows are decoded one at a time as the
// loop gets to them; the host's bytes arrive in chunks of some 32 KiB. To be walked through once; moved, not copied,
// and not while an iterator is in use:
//   for (const Person& one : ctx.db[person].rows()) ...
template <class Row>
class Rows {
 public:
  class iterator {
   public:
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    iterator() = default;
    explicit iterator(Rows& rows) : rows_(&rows), is_due_(true) {}

    // Valid until the iterator goes on.
    const Row& operator*() const { return *operator->(); }
    const Row* operator->() const {
      fetch();
      return &rows_->row_;
    }
    iterator& operator++() {
      fetch();
      is_due_ = true;
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const iterator& at, std::default_sentinel_t) {
      at.fetch();
      return at.rows_ == nullptr;
    }

   private:
    // The next row is read when somebody looks, which a loop does in one place: read by begin() and by ++, all that it
    // takes would stand in each loop twice.
    void fetch() const {
      if (!is_due_) return;
      is_due_ = false;
      if (!rows_->advance()) rows_ = nullptr;
    }

    mutable Rows* rows_ = nullptr;  // null at the end
    mutable bool is_due_ = false;
  };

  // None.
  Rows() = default;
  // What an iterator of the host gives.
  Rows(std::uint32_t scan, const detail::Named& on) : source_(scan, on) {}

  iterator begin() { return iterator(*this); }
  static std::default_sentinel_t end() { return {}; }

  // How many rows are left; walks through them.
  std::uint64_t count() {
    std::uint64_t counted = 0;
    while (advance()) ++counted;
    return counted;
  }

  // All that are left, in memory.
  std::vector<Row> collect() {
    std::vector<Row> rows;
    while (advance()) rows.push_back(std::move(row_));
    return rows;
  }

  // The next row, if there is one.
  std::optional<Row> next() {
    if (!advance()) return std::nullopt;
    return std::move(row_);
  }

 private:
  bool advance() { return source_.next(row_); }

  detail::RowSource source_;
  Row row_;  // not written before there is one
};

}  // namespace stdb
