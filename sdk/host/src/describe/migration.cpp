// sdk/host/src/describe/migration.cpp: what becomes of a database's rows when another module is published over its own.
#include "describe/migration.hpp"

#include <algorithm>

#include "describe/description.hpp"
#include "describe/upgrade.hpp"

namespace stdb::host {
namespace {

template <class Def>
const Def* find(const std::vector<Def>& defs, const std::string& name) {
  const auto found = std::ranges::find(defs, name, &Def::name);
  return found == defs.end() ? nullptr : &*found;
}

bool is_same(const std::optional<ScheduleDef>& left, const std::optional<ScheduleDef>& right) {
  if (!left || !right) return left.has_value() == right.has_value();
  return left->function_name == right->function_name && left->at_column == right->at_column;
}

class Planner {
 public:
  Planner(const ModuleDef& old, const ModuleDef& next, Profile profile)
      : old_(old), next_(next), is_newer_(profile != Profile::v1_2) {}

  Expected<Migration> plan() {
    for (const TableDef& table : old_.tables) {
      if (find(next_.tables, table.name) == nullptr) remove(table);
    }
    for (const TableDef& table : next_.tables) {
      TableMigration& made = plan_.tables.emplace_back();
      if (const TableDef* old = find(old_.tables, table.name)) compare(*old, table, made);
    }
    compare_views();
    if (!problems_.empty()) return refuse(ErrorKind::cannot_migrate, problems_.text());
    return std::move(plan_);
  }

 private:
  void remove(const TableDef& table) {
    if (!is_newer_) problems_.add("Removing the table ", table.name, " requires a manual migration");
    plan_.removed.push_back(&table);
    plan_.breaks_clients = true;
  }

  void compare(const TableDef& old, const TableDef& next, TableMigration& made) {
    if (old.is_event != next.is_event) {
      problems_.add("Changing the event flag of table ", old.name, " requires a manual migration");
    }
    if (old.is_system != next.is_system) {
      problems_.add("Changing the table type of table ", old.name, " requires a manual migration");
    }
    if (!old.is_event) made.from = &old;
    made.keeps_schedule = old.schedule && is_same(old.schedule, next.schedule);
    compare_outboxes(old, next);
    compare_columns(old, next, made);
    for (const IndexDef& index : next.indexes) {
      const IndexDef* before = find(old.indexes, index.name);
      if (before == nullptr || before->accessor_name == index.accessor_name) continue;
      problems_.add("Changing the accessor name on index ", index.name, " from ",
                    before->accessor_name.value_or("none"), " to ", index.accessor_name.value_or("none"),
                    " requires a manual migration");
    }
    compare_constraints(old, next);
    for (const SequenceDef& sequence : next.sequences) {
      if (find(old.sequences, sequence.name) == nullptr) made.new_sequences.push_back(&sequence);
    }
  }

  void compare_outboxes(const TableDef& old, const TableDef& next) {
    if (!old.outbox && !next.outbox) return;
    if (!old.outbox || !next.outbox) {
      problems_.add(next.outbox ? "Adding outbox metadata to table " : "Removing outbox metadata from table ", old.name,
                    " requires a manual migration");
    } else if (old.primary_key != next.primary_key || old.outbox->target_column != next.outbox->target_column) {
      problems_.add("Changing the target column or primary key of outbox table ", old.name,
                    " requires a manual migration");
    }
  }

  void compare_columns(const TableDef& old, const TableDef& next, TableMigration& made) {
    for (std::size_t at = 0; at < old.columns.size(); ++at) {
      const ColumnDef* column = find(next.columns, old.columns[at].name);
      if (column == nullptr) {
        change_rows(old, "Removing a column ", old.columns[at].name, " from table ", old.name);
      } else {
        compare_types(old, old.columns[at], *column);
        // The old table may have more columns than the next: `at` is not to be looked up there.
        const bool is_moved = static_cast<std::size_t>(column - next.columns.data()) != at;
        if (is_moved) change_rows(old, "Reordering table ", old.name);
      }
    }
    for (const ColumnDef& column : next.columns) {
      if (find(old.columns, column.name) != nullptr) continue;
      plan_.breaks_clients = true;
      if (old.is_event) continue;
      if (!is_newer_) {
        problems_.add("Adding a column ", column.name, " to table ", old.name, " requires a manual migration");
      } else if (!column.default_value) {
        problems_.add("Adding a column ", column.name, " to table ", old.name, " requires a default value annotation");
      } else {
        made.added.insert(made.added.end(), column.default_value->begin(), column.default_value->end());
      }
    }
  }

  // What rows stand against; an event table has none, but its clients know the columns.
  template <class... Parts>
  void change_rows(const TableDef& table, const Parts&... change) {
    if (table.is_event && is_newer_) {
      plan_.breaks_clients = true;
    } else {
      problems_.add(change..., " requires a manual migration");
    }
  }

  void compare_types(const TableDef& table, const ColumnDef& old, const ColumnDef& next) {
    const TypeIn from{old.type, old_.typespace};
    const TypeIn to{next.type, next_.typespace};
    if (is_same_type(from, to)) return;
    Upgrade upgrade = check_upgrade(from, to);
    if (upgrade.is_possible && is_newer_) return;
    change_rows(table, upgrade.is_within ? "Changing a type within column " : "Changing the type of column ", old.name,
                " in table ", table.name, " from ", type_name_in(old.type, old_), " to ",
                type_name_in(next.type, next_), upgrade.problem);
  }

  void compare_constraints(const TableDef& old, const TableDef& next) {
    for (const ConstraintDef& constraint : next.constraints) {
      const ConstraintDef* before = find(old.constraints, constraint.name);
      if (before == nullptr && !is_newer_) {
        problems_.add("Adding a unique constraint ", constraint.name, " requires a manual migration");
      } else if (before != nullptr && before->columns != constraint.columns) {
        problems_.add("Changing a unique constraint ", constraint.name, " requires a manual migration");
      }
    }
  }

  // A view can always be made anew; clients know its columns.
  void compare_views() {
    for (const ViewDef& old : old_.views) {
      const ViewDef* next = find(next_.views, old.name);
      // Rows that hold rows of their own kind cannot be compared, and no server can have them.
      const auto is_recursive = [](const ViewDef& view, const ModuleDef& module) {
        return module.typespace.is_recursive(module.typespace.types()[view.row_type]);
      };
      const bool is_kept = next != nullptr && !is_recursive(old, old_) && !is_recursive(*next, next_) &&
                           old.is_anonymous == next->is_anonymous && old.primary_key == next->primary_key &&
                           is_same_type({old_.typespace.types()[old.row_type], old_.typespace},
                                        {next_.typespace.types()[next->row_type], next_.typespace}) &&
                           is_same_type({old.params, old_.typespace}, {next->params, next_.typespace});
      if (!is_kept) plan_.breaks_clients = true;
    }
  }

  const ModuleDef& old_;
  const ModuleDef& next_;
  bool is_newer_;
  Migration plan_;
  Problems problems_;
};

}  // namespace

Expected<Migration> plan_migration(const ModuleDef& old, const ModuleDef& next, Profile profile) {
  return Planner(old, next, profile).plan();
}

}  // namespace stdb::host
