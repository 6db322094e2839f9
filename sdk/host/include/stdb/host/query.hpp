// sdk/host/.../query.hpp: what queries and subscriptions give.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "stdb/host/bytes.hpp"

namespace stdb::host {

// The rows of a query. A row that joins several others stands once for each.
struct QueryResult {
  std::string table;           // or the view, whose rows they are
  std::uint32_t row_type = 0;  // index into the module's typespace: a product
  std::vector<Bytes> rows;     // encoded
};

// How the rows of one query of a subscription have changed.
struct QueryUpdate {
  std::size_t query = 0;  // its place in the subscription
  std::string table;      // as in QueryResult
  std::uint32_t row_type = 0;
  std::vector<Bytes> deleted;
  std::vector<Bytes> inserted;
};

// Told of each commit that changes a subscription, right after it, and once of the rows that were there when it began.
// Must not use the database.
using OnUpdate = std::function<void(const std::vector<QueryUpdate>&)>;

}  // namespace stdb::host
