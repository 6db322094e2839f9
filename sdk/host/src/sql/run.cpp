// sdk/host/src/sql/run.cpp: queries run over the tables of a store.
#include <algorithm>
#include <unordered_map>

#include "base/concat.hpp"
#include "base/utf8.hpp"
#include "sql/select.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

class SelectRunner {
 public:
  SelectRunner(const Select& select, const Typespace& space, const RelationRows& rows)
      : select_(select), space_(space), given_(rows), rows_(rows.size()) {
    for (std::size_t at = 1; at < rows.size(); ++at) index(at);
  }

  std::expected<std::vector<ByteView>, std::string> run() {
    for (const ByteView row : given_[0]) {
      if (!add(0, row)) {
        return std::unexpected(
            concat("the query joins more than ", limits::query_combinations, " combinations of rows"));
      }
    }
    return std::move(found_);
  }

 private:
  void key_of(const Operand& operand, ByteView row, Bytes& key) const {
    const auto& columns = select_.relations[*operand.relation]->columns;
    for (std::uint16_t at = 0; at < operand.column; ++at) {
      row = row.subspan(checked_size(columns[at].type, space_, row));
    }
    append_sort_key(columns[operand.column].type, space_, row, key);
  }

  // The rows of a table that is joined, by the column that joins it.
  void index(std::size_t relation) {
    auto& rows = by_key_.emplace_back();
    for (const ByteView row : given_[relation]) {
      Bytes key;
      key_of(select_.joins[relation - 1].own, row, key);
      rows[std::string(as_text(key))].push_back(row);
    }
  }

  // Takes a row of a relation, with all that belong to it in those behind; false when that has become too much.
  bool add(std::size_t relation, ByteView row) {
    if (++combinations_ > limits::query_combinations) return false;
    rows_[relation] = row;
    if (relation + 1 == rows_.size()) {
      if (!select_.where || holds(*select_.where)) found_.push_back(rows_[select_.shown]);
      return true;
    }
    const Operand& before = select_.joins[relation].before;
    Bytes key;
    key_of(before, rows_[*before.relation], key);
    const auto& rows = by_key_[relation];
    const auto matches = rows.find(std::string(as_text(key)));
    if (matches == rows.end()) return true;
    return std::ranges::all_of(matches->second, [&](ByteView match) { return add(relation + 1, match); });
  }

  ByteView key_of(const Operand& operand, Bytes& scratch) const {
    if (!operand.relation) return operand.key;
    key_of(operand, rows_[*operand.relation], scratch);
    return scratch;
  }

  // As deep as the query nests, which the compiler has bounded.
  bool holds(std::size_t place) const {
    const Condition& condition = select_.conditions[place];
    switch (condition.kind) {
      case Condition::Kind::both:
        return holds(condition.first) && holds(condition.second);
      case Condition::Kind::either:
        return holds(condition.first) || holds(condition.second);
      case Condition::Kind::compare:
        break;
    }
    Bytes left_scratch;
    Bytes right_scratch;
    const std::string_view left = as_text(key_of(condition.left, left_scratch));
    const std::string_view right = as_text(key_of(condition.right, right_scratch));
    const int order = left.compare(right);  // by unsigned bytes
    switch (condition.comparison) {
      case Comparison::equal:
        return order == 0;
      case Comparison::not_equal:
        return order != 0;
      case Comparison::less:
        return order < 0;
      case Comparison::greater:
        return order > 0;
      case Comparison::at_most:
        return order <= 0;
      case Comparison::at_least:
        break;
    }
    return order >= 0;
  }

  const Select& select_;
  const Typespace& space_;
  const RelationRows& given_;
  std::vector<std::unordered_map<std::string, std::vector<ByteView>>> by_key_;  // of each relation but the first
  std::vector<ByteView> rows_;                                                  // one of each relation
  std::vector<ByteView> found_;
  std::size_t combinations_ = 0;
};

}  // namespace

std::expected<std::vector<ByteView>, std::string> run_select(const Select& select, const Typespace& space,
                                                             const RelationRows& rows) {
  return SelectRunner(select, space, rows).run();
}

std::expected<std::vector<ByteView>, std::string> run_select(const Select& select, Store& store) {
  RelationRows rows;
  for (const TableDef* def : select.relations) rows.push_back(store.find_table(def->name)->rows());
  return run_select(select, store.space(), rows);
}

}  // namespace stdb::host
