// sdk/host/src/sql/select.hpp: a query of the kind that views return and clients subscribe to, checked and ready to
// run.
//
//   SELECT * | t.* FROM t [[AS] alias] {[INNER] JOIN u [[AS] alias] ON t.a = u.b} [WHERE condition]
//   condition: comparisons of columns, literals and :sender by = <> != < > <= >=, columns of bool, TRUE and FALSE,
//   joined by AND, OR and parentheses
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/host/bytes.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/schema.hpp"
#include "store/store.hpp"

namespace stdb::host {

// A column of one of the tables, or a value as its sort key.
struct Operand {
  std::optional<std::size_t> relation;  // none: a value
  std::uint16_t column = 0;
  Bytes key;
};

enum class Comparison : std::uint8_t { equal, not_equal, less, greater, at_most, at_least };

struct Condition {
  enum class Kind : std::uint8_t { both, either, compare };
  Kind kind = Kind::compare;
  std::size_t first = 0;  // both, either: places in Select::conditions
  std::size_t second = 0;
  Comparison comparison = Comparison::equal;
  Operand left;
  Operand right;
};

// Rows of two tables that belong together have equal values in two columns.
struct JoinOn {
  Operand before;  // of a table that stands before
  Operand own;
};

struct Select {
  std::vector<const TableDef*> relations;
  std::vector<JoinOn> joins;  // of each relation but the first
  std::size_t shown = 0;      // whose rows are the result
  std::vector<Condition> conditions;
  std::optional<std::size_t> where;  // the place of the whole condition
};

// Who asks, and what the names of a query may mean.
struct SqlScope {
  const ModuleDef& module;
  Identity sender;                               // :sender
  const std::vector<TableDef>* views = nullptr;  // as tables, by the place of the view; null: views cannot be asked
  bool sees_private = true;
};

// Reads a query of a module's tables. The error is why a server would refuse it, as far as it can be told, in its
// words. What it returns borrows from the scope.
std::expected<Select, std::string> compile_select(std::string_view sql, const SqlScope& scope);

// The rows of each relation of a query, in its order.
using RelationRows = std::vector<std::vector<ByteView>>;

// The rows that it shows, one for each combination, borrowed. An error where there are more combinations to look at
// than limits::query_combinations.
std::expected<std::vector<ByteView>, std::string> run_select(const Select& select, const Typespace& space,
                                                             const RelationRows& rows);

// The same over all rows of the store's tables, which must be the module's.
std::expected<std::vector<ByteView>, std::string> run_select(const Select& select, Store& store);

}  // namespace stdb::host
