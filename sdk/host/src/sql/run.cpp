// sdk/host/src/sql/run.cpp: queries run over the tables of a store.
#include <algorithm>
#include <unordered_map>

#include "base/utf8.hpp"
#include "sql/select.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

class SelectRunner {
 public:
  SelectRunner(const Select& select, Store& store) : select_(select) {
    for (const TableDef* def : select.relations) tables_.push_back(store.find_table(def->name));
    rows_.resize(tables_.size());
    for (std::size_t at = 1; at < tables_.size(); ++at) index(at);
  }

  std::vector<ByteView> run() {
    for (Slot slot = 0; slot < tables_[0]->slot_count(); ++slot) {
      if (const Row* row = tables_[0]->row_at(slot)) add(0, row->bytes());
    }
    return std::move(found_);
  }

 private:
  void key_of(const Operand& operand, ByteView row, Bytes& key) const {
    const Table& table = *tables_[*operand.relation];
    append_sort_key(table.def().columns[operand.column].type, table.space(), table.column(row, operand.column), key);
  }

  // The rows of a table that is joined, by the column that joins it.
  void index(std::size_t relation) {
    auto& rows = by_key_.emplace_back();
    for (Slot slot = 0; slot < tables_[relation]->slot_count(); ++slot) {
      const Row* row = tables_[relation]->row_at(slot);
      if (row == nullptr) continue;
      Bytes key;
      key_of(select_.joins[relation - 1].own, row->bytes(), key);
      rows[std::string(as_text(key))].push_back(row->bytes());
    }
  }

  // Takes a row of a relation, with all that belong to it in those behind.
  void add(std::size_t relation, ByteView row) {
    rows_[relation] = row;
    if (relation + 1 == rows_.size()) {
      if (!select_.where || holds(*select_.where)) found_.push_back(rows_[select_.shown]);
      return;
    }
    const Operand& before = select_.joins[relation].before;
    Bytes key;
    key_of(before, rows_[*before.relation], key);
    const auto& rows = by_key_[relation];
    const auto matches = rows.find(std::string(as_text(key)));
    if (matches == rows.end()) return;
    for (const ByteView match : matches->second) add(relation + 1, match);
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
  std::vector<const Table*> tables_;
  std::vector<std::unordered_map<std::string, std::vector<ByteView>>> by_key_;  // of each relation but the first
  std::vector<ByteView> rows_;                                                  // one of each relation
  std::vector<ByteView> found_;
};

}  // namespace

std::vector<ByteView> run_select(const Select& select, Store& store) { return SelectRunner(select, store).run(); }

}  // namespace stdb::host
