// sdk/host/src/describe/read_v10.cpp: descriptions of version 10, made of sections in any order.
#include <algorithm>

#include "describe/description.hpp"

namespace stdb::host {
namespace {

void read_naming(const Sections& sections, Draft& draft) {
  const auto policy = sections.find("CaseConversionPolicy");
  // Absent means snake case (host-abi 5.3).
  draft.naming.policy = policy && policy->case_name() == "None" ? CasePolicy::none : CasePolicy::snake_case;
  const auto names = sections.find("ExplicitNames");
  if (!names) return;
  for (const ValueView& entry : names->field("entries").elements()) {
    auto& target = entry.case_name() == "Table"      ? draft.naming.tables
                   : entry.case_name() == "Function" ? draft.naming.functions
                   : entry.case_name() == "Index"    ? draft.naming.indexes
                                                     : draft.naming.namespaces;
    target.emplace(entry.payload().field("source_name").as_string(),
                   entry.payload().field("canonical_name").as_string());
  }
}

void read_indexes(const ValueView& raw, TableDef& table, Draft& draft) {
  for (const ValueView& raw_index : raw.field("indexes").elements()) {
    IndexDef index;
    read_index_algorithm(raw_index.field("algorithm"), index);
    const auto source = raw_index.field("source_name").some();
    if (!source) {
      draft.problems.add("an index of table `", table.source_name,
                         "` has no source_name, which version 10 requires (a server would end over it)");
      continue;
    }
    index.source_name = source->as_string();
    const auto named = draft.naming.indexes.find(index.source_name);
    index.name = named != draft.naming.indexes.end() ? named->second : generated_index_name(table, index);
    if (const auto accessor = raw_index.field("accessor_name").some()) index.accessor_name = accessor->as_string();
    table.indexes.push_back(std::move(index));
  }
}

void read_defaults(const ValueView& raw, TableDef& table, Draft& draft) {
  for (const ValueView& value : raw.field("default_values").elements()) {
    const std::uint16_t column = value.field("col_id").as_u16();
    if (column >= table.columns.size()) {
      draft.problems.add("column `", column, "` referenced by def ", table.source_name, " not found in table `",
                         table.source_name, "`");
      continue;
    }
    table.columns[column].default_value = value.field("value").as_bytes();
  }
}

TableDef read_table(const ValueView& raw, Draft& draft) {
  TableDef table;
  table.source_name = raw.field("source_name").as_string();
  table.name = draft.naming.table(table.source_name);
  read_table_start(raw, table, draft);
  read_indexes(raw, table, draft);
  for (const ValueView& constraint : raw.field("constraints").elements()) {
    auto columns = read_columns(constraint.field("data").payload().field("columns"));
    auto name = generated_constraint_name(table, columns);
    table.constraints.push_back({std::move(name), std::move(columns)});
  }
  for (const ValueView& sequence : raw.field("sequences").elements()) {
    table.sequences.push_back(read_sequence(sequence, "source_name", table));
  }
  read_defaults(raw, table, draft);
  table.is_event = raw.field("is_event").as_bool();
  return table;
}

// Reducers answer () or String; nothing else can travel.
void check_return_types(const ValueView& raw, const std::string& name, Problems& problems) {
  std::size_t used = 0;
  const auto ok = read_type(raw.field("ok_return_type").bytes(), used);
  const auto err = read_type(raw.field("err_return_type").bytes(), used);
  if (!ok || !err) return problems.add("reducer ", name, " has an unreadable return type");
  const bool is_unit = ok->is(TypeKind::product) && ok->members.empty();
  if (is_unit && err->is(TypeKind::string)) return;
  problems.add("reducer ", name, " has invalid return type: found Result<", type_name(*ok), ", ", type_name(*err), ">");
}

Expected<ReducerDef> read_reducer(const ValueView& raw, Draft& draft) {
  ReducerDef reducer;
  reducer.source_name = raw.field("source_name").as_string();
  reducer.name = draft.naming.function(reducer.source_name);
  auto params = read_params(raw.field("params"), draft);
  if (!params) return std::unexpected(params.error());
  reducer.params = *std::move(params);
  reducer.is_private = raw.field("visibility").case_name() == "Private";
  check_return_types(raw, reducer.name, draft.problems);
  return reducer;
}

void read_lifecycles(const Sections& sections, Draft& draft) {
  for (const ValueView& raw : sections.elements("LifeCycleReducers")) {
    const Lifecycle lifecycle = read_lifecycle(raw.field("lifecycle_spec"));
    const std::string name = draft.naming.function(raw.field("function_name").as_string());
    const auto reducer = std::ranges::find(draft.module.reducers, name, &ReducerDef::name);
    if (reducer == draft.module.reducers.end()) {
      draft.problems.add("lifecycle event ", lifecycle_name(lifecycle), " without reducer: `", name,
                         "` does not exist");
    } else if (reducer->lifecycle) {
      draft.problems.add("reducer ", name, " serves several lifecycle events");
    } else {
      reducer->lifecycle = lifecycle;
      reducer->is_private = true;
    }
  }
}

void read_schedules(const Sections& sections, Draft& draft) {
  for (const ValueView& raw : sections.elements("Schedules")) {
    const std::string table_name = draft.naming.table(raw.field("table_name").as_string());
    const auto table = std::ranges::find(draft.module.tables, table_name, &TableDef::name);
    if (table == draft.module.tables.end()) {
      draft.problems.add("table ", table_name, " corresponding to schedule ", table_name, "_sched not found");
      continue;
    }
    if (table->schedule) {
      draft.problems.add("table ", table_name, " is assigned in multiple schedules");
      continue;
    }
    if (table->is_event) {
      draft.problems.add("scheduled table ", table_name, " must not be an event table");
      continue;
    }
    table->schedule = ScheduleDef{table_name + "_sched", draft.naming.function(raw.field("function_name").as_string()),
                                  raw.field("schedule_at_col").as_u16()};
  }
}

void read_types_section(const Sections& sections, Draft& draft) {
  for (const ValueView& raw : sections.elements("Types")) {
    const ValueView name = raw.field("source_name");
    TypeDef def;
    for (const ValueView& scope : name.field("scope").elements()) {
      def.scope.push_back(draft.naming.type(scope.as_string()));
    }
    def.name = draft.naming.type(name.field("source_name").as_string());
    def.type = raw.field("ty").as_u32();
    def.custom_ordering = raw.field("custom_ordering").as_bool();
    draft.module.types.push_back(std::move(def));
  }
}

Expected<void> read_typespace(const Sections& sections, Draft& draft) {
  const auto section = sections.find("Typespace");
  if (!section) return {};
  auto types = read_types(*section);
  if (!types) return std::unexpected(types.error());
  if (draft.naming.policy == CasePolicy::snake_case) std::ranges::for_each(*types, convert_member_names);
  auto space = Typespace::create(*std::move(types));
  if (!space) return std::unexpected(space.error());
  draft.module.typespace = *std::move(space);
  return {};
}

Expected<void> read_functions(const Sections& sections, Draft& draft) {
  for (const ValueView& raw : sections.elements("Reducers")) {
    auto reducer = read_reducer(raw, draft);
    if (!reducer) return std::unexpected(reducer.error());
    draft.module.reducers.push_back(*std::move(reducer));
  }
  for (const ValueView& raw : sections.elements("Procedures")) {
    auto procedure = read_procedure(raw, raw.field("source_name").as_string(), draft);
    if (!procedure) return std::unexpected(procedure.error());
    procedure->is_private = raw.field("visibility").case_name() == "Private";
    draft.module.procedures.push_back(*std::move(procedure));
  }
  for (const ValueView& raw : sections.elements("Views")) {
    auto view = read_view(raw, raw.field("source_name").as_string(), draft);
    if (!view) return std::unexpected(view.error());
    draft.module.views.push_back(*std::move(view));
  }
  return {};
}

}  // namespace

std::optional<ValueView> Sections::find(std::string_view kind) const {
  const auto found = std::ranges::find(sections_, kind, &ValueView::case_name);
  return found == sections_.end() ? std::nullopt : std::optional(found->payload());
}

std::vector<ValueView> Sections::elements(std::string_view kind) const {
  const auto section = find(kind);
  return section ? section->elements() : std::vector<ValueView>();
}

Expected<void> read_v10(const ValueView& raw, Draft& draft) {
  const Sections sections(raw);
  read_naming(sections, draft);
  if (auto read = read_typespace(sections, draft); !read) return read;
  for (const ValueView& table : sections.elements("Tables")) draft.module.tables.push_back(read_table(table, draft));
  if (auto read = read_functions(sections, draft); !read) return read;
  if (auto read = read_http(sections, draft); !read) return read;
  read_types_section(sections, draft);
  for (const ValueView& rule : sections.elements("RowLevelSecurity")) {
    draft.module.row_level_security.push_back(rule.field("sql").as_string());
  }
  read_environment(sections, draft);
  read_lifecycles(sections, draft);
  read_schedules(sections, draft);
  read_outboxes(sections, draft);
  read_view_keys(sections, draft);
  return read_submodules(sections, draft);
}

}  // namespace stdb::host
