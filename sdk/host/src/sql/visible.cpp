// sdk/host/src/sql/visible.cpp: Visibility, which rows of tables and views somebody's queries run over.
#include "sql/visible.hpp"

#include <algorithm>

#include "base/concat.hpp"

namespace stdb::host {

std::vector<const std::string*> Visibility::rules_of(const TableDef& table) const {
  std::vector<const std::string*> rules;
  if (is_owner_) return rules;
  const SqlScope everything{scope_.module, scope_.sender};
  for (const std::string& rule : scope_.module.row_level_security) {
    const auto select = compile_select(rule, everything);
    if (select && select->relations[select->shown] == &table) rules.push_back(&rule);
  }
  return rules;
}

Visibility::Rows Visibility::rows_by_rules(const TableDef& table, const std::vector<const std::string*>& rules) {
  if (std::ranges::find(resolving_, &table) != resolving_.end()) {
    return std::unexpected(
        concat("Discovered cyclic dependency when resolving RLS rules for table `", table.name, "`"));
  }
  resolving_.push_back(&table);
  const SqlScope everything{scope_.module, scope_.sender};
  std::vector<ByteView> rows;
  for (const std::string* rule : rules) {
    auto found = run(*compile_select(*rule, everything));
    if (!found) return found;
    rows.insert(rows.end(), found->begin(), found->end());
  }
  resolving_.pop_back();
  return rows;
}

Visibility::Rows Visibility::rows_of(const TableDef& table) {
  read_.insert(&table);
  if (scope_.views != nullptr && !scope_.views->empty()) {
    const TableDef* const first = scope_.views->data();
    if (std::less_equal()(first, &table) && std::less()(&table, first + scope_.views->size())) {
      return view_rows_(static_cast<std::size_t>(&table - first));
    }
  }
  // A rule of a table does not hide that table's rows from itself.
  const bool is_own_rule = !resolving_.empty() && resolving_.back() == &table;
  if (!is_own_rule) {
    if (const auto rules = rules_of(table); !rules.empty()) return rows_by_rules(table, rules);
  }
  return store_.find_table(table.name)->rows();
}

Visibility::Rows Visibility::run(const Select& select) {
  RelationRows rows;
  for (const TableDef* table : select.relations) {
    auto found = rows_of(*table);
    if (!found) return found;
    rows.push_back(*std::move(found));
  }
  return run_select(select, scope_.module.typespace, rows);
}

std::string find_bad_rule(const ModuleDef& module) {
  const SqlScope everything{module, Identity()};
  for (const std::string& rule : module.row_level_security) {
    const auto select = compile_select(rule, everything);
    const std::string where = concat("failed to create row-level security: `", rule, "`: ");
    if (!select) return where + select.error();
    const TableDef& table = *select->relations[select->shown];
    if (!table.is_public) return concat(where, "Cannot define RLS rule on private table: `", table.name, "`");
  }
  return {};
}

}  // namespace stdb::host
