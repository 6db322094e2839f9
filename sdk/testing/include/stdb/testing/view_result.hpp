// sdk/testing/.../view_result.hpp: ViewResult, what a view shows its reader.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "stdb/testing/call_result.hpp"
#include "stdb/testing/rows.hpp"

namespace stdb::testing {

// The rows that the view gave, or those of the query that it gave. A view that trapped has none, and rows() says so.
template <class Row>
class [[nodiscard]] ViewResult : public CallResult {
 public:
  ViewResult(CallResult call, std::optional<std::string> query, Rows<Row> rows)
      : CallResult(std::move(call)), query_(std::move(query)), rows_(std::move(rows)) {}

  // Misuse unless the view is ok.
  const Rows<Row>& rows() const {
    expect_ok();
    return rows_;
  }
  std::size_t count() const { return rows().count(); }
  auto begin() const { return rows().begin(); }
  auto end() const { return rows().end(); }

  // The SQL that the view returned instead of rows.
  const std::optional<std::string>& query() const { return query_; }

  friend bool operator==(const ViewResult& view, const Rows<Row>& rows) { return view.is_ok() && view.rows_ == rows; }

  friend std::ostream& operator<<(std::ostream& out, const ViewResult& view) {
    out << static_cast<const CallResult&>(view);
    return view.is_ok() ? out << ": " << view.rows_ : out;
  }

 private:
  std::optional<std::string> query_;
  Rows<Row> rows_;
};

}  // namespace stdb::testing
