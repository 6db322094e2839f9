// sdk/host/src/describe/check_module.cpp: the rules that a whole module must keep (host-abi 5.4), with the servers'
// texts.
#include <algorithm>
#include <limits>
#include <set>

#include "describe/check_types.hpp"
#include "describe/description.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

bool is_integer(TypeKind kind) { return kind >= TypeKind::i8 && kind <= TypeKind::u256; }

std::string column_list(const std::vector<std::uint16_t>& columns) {
  std::string out = "[";
  for (const std::uint16_t column : columns) out += concat(out.size() > 1 ? ", " : "", column);
  return out + "]";
}

std::set<std::uint16_t> as_set(const std::vector<std::uint16_t>& columns) { return {columns.begin(), columns.end()}; }

class ModuleChecker {
 public:
  explicit ModuleChecker(Draft& draft)
      : draft_(draft), module_(draft.module), problems_(draft.problems), profile_(draft.profile) {}

  void check() {
    check_type_definitions(module_, profile_, problems_);
    for (TableDef& table : module_.tables) check_table(table);
    check_functions(draft_, names_);
    for (TableDef& table : module_.tables) {
      if (table.schedule) check_schedule(table);
    }
  }

 private:
  void claim(const std::string& name) {
    if (!names_.insert(name).second) problems_.add("name `", name, "` is used for multiple entities");
  }

  void claim_both(const std::string& name, const std::string& source_name) {
    claim(name);
    if (source_name != name) claim(source_name);
  }

  bool has_columns(const TableDef& table, const std::string& def, const std::vector<std::uint16_t>& columns) {
    bool all = true;
    for (const std::uint16_t column : columns) {
      if (column < table.columns.size()) continue;
      problems_.add("column `", column, "` referenced by def ", def, " not found in table `", table.source_name, "`");
      all = false;
    }
    if (as_set(columns).size() != columns.size()) {
      problems_.add("def `", def, "` has duplicate columns: ", column_list(columns));
      all = false;
    }
    return all;
  }

  void check_table(TableDef& table) {
    check_identifier(table.name, problems_);
    if (!table.is_system && table.name.starts_with("st_")) {
      problems_.add("Table name is reserved for system use: ", table.name);
    }
    claim_both(table.name, table.source_name);
    check_columns(table);
    for (IndexDef& index : table.indexes) check_index(table, index);
    for (const ConstraintDef& constraint : table.constraints) check_constraint(table, constraint);
    check_primary_key(table);
    std::set<std::uint16_t> generated;
    for (const SequenceDef& sequence : table.sequences) check_sequence(table, sequence, generated);
  }

  void check_columns(const TableDef& table) {
    const auto& types = module_.typespace.types();
    if (table.row_type < types.size() && module_.typespace.is_recursive(types[table.row_type])) {
      problems_.add("table `", table.source_name,
                    "` has a row type that holds itself, which ends a server; refer to the other row by its key");
    }
    const std::string where = concat("typespace ref `&", table.row_type, "`");
    std::set<std::string> names;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
      const ColumnDef& column = table.columns[index];
      if (column.name != concat(index)) check_identifier(column.name, problems_);
      if (!names.insert(column.name).second) problems_.add("name `", column.name, "` is used for multiple entities");
      check_type_use(column.type, where, module_, profile_, problems_);
      if (!column.default_value) continue;
      if (const auto size = measure(column.type, module_.typespace, *column.default_value); !size) {
        problems_.add("Failed to deserialize default value for table ", table.source_name, " column ", index, ": ",
                      size.error().text);
      }
    }
  }

  void check_index(const TableDef& table, IndexDef& index) {
    claim_both(index.name, index.source_name);
    if (index.accessor_name) check_identifier(*index.accessor_name, problems_);
    if (!has_columns(table, index.name, index.columns)) return;
    if (index.algorithm == IndexAlgorithm::hash && profile_ == Profile::v1_2) {
      problems_.add("Hash indexes are not supported: `", index.name, "` is a hash index");
    }
    if (index.algorithm == IndexAlgorithm::direct) check_direct(table, index);
    const auto columns = as_set(index.columns);
    index.is_unique = std::ranges::any_of(
        table.constraints, [&](const ConstraintDef& constraint) { return as_set(constraint.columns) == columns; });
  }

  void check_direct(const TableDef& table, const IndexDef& index) {
    const ColumnDef& column = table.columns[index.columns[0]];
    const AlgebraicType& type = module_.typespace.resolve(column.type);
    const bool is_plain_enum = type.is(TypeKind::sum) && !type.members.empty() && type.fixed_size == 1;
    // Only a sum may stand behind a reference here.
    const bool is_number = column.type.is(TypeKind::u8) || column.type.is(TypeKind::u16) ||
                           column.type.is(TypeKind::u32) || column.type.is(TypeKind::u64);
    if (is_plain_enum || is_number) return;
    problems_.add("Direct index does not support type `", type_name(column.type), "` in column `", column.name,
                  "` in index `", index.name, "`");
  }

  void check_constraint(const TableDef& table, const ConstraintDef& constraint) {
    claim(constraint.name);
    if (!has_columns(table, constraint.name, constraint.columns)) return;
    const auto columns = as_set(constraint.columns);
    const auto supports = [&](const IndexDef& index) { return as_set(index.columns) == columns; };
    if (std::ranges::none_of(table.indexes, supports)) {
      problems_.add("No index found to support unique constraint `", constraint.name, "` for columns `",
                    column_list(constraint.columns), "`");
    }
  }

  void check_primary_key(const TableDef& table) {
    if (!table.primary_key || !has_columns(table, table.source_name, {*table.primary_key})) return;
    const std::vector<std::uint16_t> key{*table.primary_key};
    const auto holds = [&](const ConstraintDef& constraint) { return constraint.columns == key; };
    if (std::ranges::none_of(table.constraints, holds)) {
      problems_.add("table `", table.source_name, "` column `", table.columns[key[0]].name,
                    "` is primary key but has no unique constraint");
    }
  }

  void check_sequence(const TableDef& table, const SequenceDef& sequence, std::set<std::uint16_t>& generated) {
    claim(sequence.name);
    if (!has_columns(table, sequence.name, {sequence.column})) return;
    const ColumnDef& column = table.columns[sequence.column];
    const std::string where = concat("table `", table.source_name, "` column `", column.name, "`");
    if (!is_integer(column.type.kind)) {
      problems_.add("invalid sequence column type: ", where, " with type `", type_name(column.type), "` in sequence `",
                    sequence.name, "`");
    }
    if (!generated.insert(sequence.column).second) {
      problems_.add("Attempt to define ", where, " with more than 1 auto_inc sequence");
    }
    if (profile_ == Profile::v1_2) {
      check_sequence_range(sequence);
    } else {
      check_sequence_options(sequence);
    }
  }

  void check_sequence_range(const SequenceDef& sequence) {
    const Int128 least = sequence.min_value.value_or(1);
    const Int128 start = sequence.start.value_or(least);
    const bool is_ordered = least <= start && (!sequence.max_value || start <= *sequence.max_value);
    if (!is_ordered) problems_.add("invalid sequence range information in sequence `", sequence.name, "`");
  }

  void check_sequence_options(const SequenceDef& sequence) {
    const auto refuse_option = [&](std::string_view option, std::string_view expected) {
      problems_.add("sequence definition `", sequence.name, "` specifies unsupported option `", option, "`, should be ",
                    expected);
    };
    if (sequence.start) refuse_option("start", "None");
    if (sequence.min_value) refuse_option("min_value", "None");
    if (sequence.max_value) refuse_option("max_value", "None");
    if (sequence.increment != 1) refuse_option("increment", "1");
  }

  void check_schedule(const TableDef& table) {
    claim(table.schedule->name);
    const std::uint16_t at = table.schedule->at_column;
    const bool has_time = at < table.columns.size() && special_type(table.columns[at].type) == SpecialType::schedule_at;
    const bool has_id = table.primary_key && *table.primary_key < table.columns.size() &&
                        table.columns[*table.primary_key].type.is(TypeKind::u64);
    if (!has_time || !has_id) {
      problems_.add(
          "A scheduled table must have columns `scheduled_id: u64` and `scheduled_at: ScheduledAt`, but table `",
          table.source_name, "` has other ones");
    }
    const std::string& function = table.schedule->function_name;
    const auto reducer = std::ranges::find(module_.reducers, function, &ReducerDef::name);
    if (reducer != module_.reducers.end()) return check_scheduled(table, *reducer, "reducer");
    const auto procedure = std::ranges::find(module_.procedures, function, &ProcedureDef::name);
    if (procedure != module_.procedures.end()) return check_scheduled(table, *procedure, "procedure");
    problems_.add("Schedule ", table.schedule->name, " refers to a scheduled reducer or procedure ", function,
                  " that does not exist");
  }

  // Takes the row and nothing else; V10 makes it private.
  template <class Function>
  void check_scheduled(const TableDef& table, Function& function, std::string_view kind) {
    const auto& params = function.params.members;
    if (params.size() != 1 || !params[0].type.is(TypeKind::ref) || params[0].type.ref != table.row_type) {
      problems_.add("Scheduled ", kind, " ", function.name, " expected to have type (&", table.row_type,
                    "), but has type ", type_name(function.params));
    }
    if (module_.version == 10) function.is_private = true;
  }

  Draft& draft_;
  ModuleDef& module_;
  Problems& problems_;
  Profile profile_;
  std::set<std::string> names_;  // of tables, indexes, constraints, sequences, schedules and views
};

}  // namespace

void check_module(Draft& draft) { ModuleChecker(draft).check(); }

}  // namespace stdb::host
