// sdk/host/src/describe/read_v9.cpp: descriptions of version 9.
#include <algorithm>

#include "describe/description.hpp"

namespace stdb::host {
namespace {

void read_indexes(const ValueView& raw, TableDef& table) {
  for (const ValueView& raw_index : raw.field("indexes").elements()) {
    IndexDef index;
    read_index_algorithm(raw_index.field("algorithm"), index);
    const auto name = raw_index.field("name").some();
    index.name = name ? name->as_string() : generated_index_name(table, index);
    index.source_name = index.name;
    if (const auto accessor = raw_index.field("accessor_name").some()) index.accessor_name = accessor->as_string();
    table.indexes.push_back(std::move(index));
  }
}

void read_constraints(const ValueView& raw, TableDef& table) {
  for (const ValueView& constraint : raw.field("constraints").elements()) {
    ConstraintDef def;
    def.columns = read_columns(constraint.field("data").payload().field("columns"));
    const auto name = constraint.field("name").some();
    def.name = name ? name->as_string() : generated_constraint_name(table, def.columns);
    table.constraints.push_back(std::move(def));
  }
}

TableDef read_table(const ValueView& raw, Draft& draft) {
  TableDef table;
  table.name = table.source_name = raw.field("name").as_string();
  read_table_start(raw, table, draft);
  read_indexes(raw, table);
  read_constraints(raw, table);
  for (const ValueView& sequence : raw.field("sequences").elements()) {
    table.sequences.push_back(read_sequence(sequence, "name", table));
  }
  if (const auto schedule = raw.field("schedule").some()) {
    const auto name = schedule->field("name").some();
    table.schedule =
        ScheduleDef{name ? name->as_string() : table.name + "_sched", schedule->field("reducer_name").as_string(),
                    schedule->field("scheduled_at_column").as_u16()};
  }
  return table;
}

Expected<ReducerDef> read_reducer(const ValueView& raw, const Draft& draft) {
  ReducerDef reducer;
  reducer.name = reducer.source_name = raw.field("name").as_string();
  auto params = read_params(raw.field("params"), draft);
  if (!params) return std::unexpected(params.error());
  reducer.params = *std::move(params);
  if (const auto lifecycle = raw.field("lifecycle").some()) reducer.lifecycle = read_lifecycle(*lifecycle);
  return reducer;
}

void read_default(const ValueView& raw, Draft& draft) {
  const std::string name = raw.field("table").as_string();
  const std::uint16_t column = raw.field("col_id").as_u16();
  const auto table = std::ranges::find(draft.module.tables, name, &TableDef::name);
  if (table == draft.module.tables.end()) {
    draft.problems.add("Table ", name, " not found");
  } else if (column >= table->columns.size()) {
    draft.problems.add("column `", column, "` referenced by def ", name, " not found in table `", name, "`");
  } else if (table->columns[column].default_value) {
    draft.problems.add("Multiple default values for table ", name, " column ", column);
  } else {
    table->columns[column].default_value = raw.field("value").as_bytes();
  }
}

Expected<void> read_misc_export(const ValueView& raw, Draft& draft) {
  const ValueView item = raw.payload();
  if (raw.case_name() == "ColumnDefaultValue") {
    read_default(item, draft);
    return {};
  }
  const std::string name = item.field("name").as_string();
  if (raw.case_name() == "View") {
    auto view = read_view(item, name, draft);
    if (!view) return std::unexpected(view.error());
    draft.module.views.push_back(*std::move(view));
  } else {
    auto procedure = read_procedure(item, name, draft);
    if (!procedure) return std::unexpected(procedure.error());
    draft.module.procedures.push_back(*std::move(procedure));
  }
  return {};
}

}  // namespace

Expected<void> read_v9(const ValueView& raw, Draft& draft) {
  auto types = read_types(raw.field("typespace"));
  if (!types) return std::unexpected(types.error());
  auto space = Typespace::create(*std::move(types));
  if (!space) return std::unexpected(space.error());
  draft.module.typespace = *std::move(space);

  for (const ValueView& table : raw.field("tables").elements()) draft.module.tables.push_back(read_table(table, draft));
  for (const ValueView& raw_reducer : raw.field("reducers").elements()) {
    auto reducer = read_reducer(raw_reducer, draft);
    if (!reducer) return std::unexpected(reducer.error());
    draft.module.reducers.push_back(*std::move(reducer));
  }
  for (const ValueView& type : raw.field("types").elements()) {
    TypeDef def;
    for (const ValueView& scope : type.field("name").field("scope").elements()) def.scope.push_back(scope.as_string());
    def.name = type.field("name").field("name").as_string();
    def.type = type.field("ty").as_u32();
    def.custom_ordering = type.field("custom_ordering").as_bool();
    draft.module.types.push_back(std::move(def));
  }
  for (const ValueView& item : raw.field("misc_exports").elements()) {
    if (auto read = read_misc_export(item, draft); !read) return read;
  }
  for (const ValueView& rule : raw.field("row_level_security").elements()) {
    draft.module.row_level_security.push_back(rule.field("sql").as_string());
  }
  return {};
}

}  // namespace stdb::host
