// sdk/host/src/describe/submodules.cpp: submodules, read and checked by themselves, and then put into their parent
// under a namespace.
//
// A server keeps one tree of modules and flattens it wherever it counts or looks up: the parent first, then each
// submodule with all of its own, in the order of the description. Here that is done once.
#include <algorithm>

#include "describe/check_types.hpp"
#include "describe/description.hpp"

namespace stdb::host {
namespace {

constexpr std::size_t longest_namespace = 63;  // bytes

void shift_references(AlgebraicType& type, std::uint32_t by) {
  if (type.is(TypeKind::ref)) type.ref += by;
  for (TypeMember& member : type.members) shift_references(member.type, by);
  if (!type.is(TypeKind::array)) return;
  AlgebraicType element = *type.element;
  shift_references(element, by);
  type.element = std::make_shared<const AlgebraicType>(std::move(element));
}

bool is_namespace(const std::string& name, Problems& problems) {
  check_identifier(name, problems);
  if (name.size() <= longest_namespace) return true;
  problems.add("submodule namespace `", name, "` is ", name.size(), " bytes, which exceeds the 63-byte limit");
  return false;
}

// What only a root module may have, and whatever else is wrong in it.
void check_mounted(const std::string& name, Draft& submodule, Problems& problems) {
  check_module(submodule);
  if (!submodule.module.environment.empty()) {
    problems.add("submodule \"", name, "\" cannot declare environment variables");
  }
  for (const ReducerDef& reducer : submodule.module.reducers) {
    if (!reducer.lifecycle) continue;
    problems.add("lifecycle event ", lifecycle_name(*reducer.lifecycle),
                 " is not permitted in submodule under namespace `", name,
                 "`; lifecycle reducers may only be declared in the root module");
  }
  problems.add_all(submodule.problems);
}

Expected<void> read_submodule(const ValueView& raw, Draft& draft) {
  Mount mount;
  mount.source_name = raw.field("namespace").as_string();
  mount.name = draft.naming.submodule(mount.source_name);
  if (!is_namespace(mount.source_name, draft.problems) || !is_namespace(mount.name, draft.problems)) return {};
  const auto collides = [&](const Mount& other) {
    return other.source_name == mount.source_name || other.name == mount.name;
  };
  if (std::ranges::any_of(draft.mounts, collides)) {
    draft.problems.add("name `", mount.source_name, "` is used for multiple entities");
    return {};
  }
  Draft submodule;
  submodule.profile = draft.profile;
  if (auto read = read_v10(raw.field("module"), submodule); !read) return read;
  check_mounted(mount.source_name, submodule, draft.problems);
  if (auto merged = merge_mounts(submodule); !merged) return merged;
  mount.module = std::move(submodule.module);
  draft.mounts.push_back(std::move(mount));
  return {};
}

// Generated code of clients puts both under one name.
void check_conflicts(Draft& draft) {
  const auto check = [&](std::string_view kind, const std::string& name) {
    if (std::ranges::find(draft.mounts, name, &Mount::source_name) == draft.mounts.end()) return;
    draft.problems.add("naming conflict between ", kind, " `", name, "` and submodule namespace `", name, "`; a ", kind,
                       " cannot share its accessor name with a namespace mounted in the same module");
  };
  for (const TableDef& table : draft.module.tables) check("table", table.source_name);
  for (const ViewDef& view : draft.module.views) check("view", view.source_name);
  for (const ReducerDef& reducer : draft.module.reducers) check("reducer", reducer.source_name);
  for (const ProcedureDef& procedure : draft.module.procedures) check("procedure", procedure.source_name);
}

// Renames and renumbers what a submodule declares, and appends it.
class Mounter {
 public:
  Mounter(ModuleDef& parent, const Mount& mount)
      : parent_(parent),
        prefix_(mount.name + "."),
        source_prefix_(mount.source_name + "."),
        first_type_(static_cast<std::uint32_t>(parent.typespace.types().size())) {}

  Expected<void> add(ModuleDef module) {
    std::vector<AlgebraicType> types = parent_.typespace.types();
    for (AlgebraicType type : module.typespace.types()) {
      shift_references(type, first_type_);
      types.push_back(std::move(type));
    }
    auto space = Typespace::create(std::move(types));
    if (!space) return std::unexpected(space.error());
    parent_.typespace = *std::move(space);
    add_types(std::move(module.types));
    for (TableDef& table : module.tables) add_table(std::move(table));
    add_functions(module);
    for (const std::string& name : module.namespaces) parent_.namespaces.push_back(prefix_ + name);
    return {};
  }

 private:
  template <class Def>
  void rename(Def& def) {
    def.name.insert(0, prefix_);
    def.source_name.insert(0, source_prefix_);
  }

  void add_types(std::vector<TypeDef> types) {
    for (TypeDef& def : types) {
      def.scope.insert(def.scope.begin(), prefix_.substr(0, prefix_.size() - 1));
      def.type += first_type_;
      parent_.types.push_back(std::move(def));
    }
  }

  void add_table(TableDef table) {
    rename(table);
    table.row_type += first_type_;
    for (ColumnDef& column : table.columns) shift_references(column.type, first_type_);
    for (IndexDef& index : table.indexes) rename(index);
    for (ConstraintDef& constraint : table.constraints) constraint.name.insert(0, prefix_);
    for (SequenceDef& sequence : table.sequences) sequence.name.insert(0, prefix_);
    if (table.schedule) {
      table.schedule->name.insert(0, prefix_);
      table.schedule->function_name.insert(0, prefix_);
    }
    if (table.outbox && table.outbox->on_result_reducer) table.outbox->on_result_reducer->insert(0, prefix_);
    parent_.tables.push_back(std::move(table));
  }

  void add_functions(ModuleDef& module) {
    for (ReducerDef& reducer : module.reducers) {
      rename(reducer);
      shift_references(reducer.params, first_type_);
      parent_.reducers.push_back(std::move(reducer));
    }
    for (ProcedureDef& procedure : module.procedures) {
      rename(procedure);
      shift_references(procedure.params, first_type_);
      shift_references(procedure.return_type, first_type_);
      parent_.procedures.push_back(std::move(procedure));
    }
    // Views are numbered on from all that stand before them.
    const auto anonymous = static_cast<std::uint32_t>(std::ranges::count(parent_.views, true, &ViewDef::is_anonymous));
    const auto by_sender = static_cast<std::uint32_t>(parent_.views.size()) - anonymous;
    for (ViewDef& view : module.views) {
      rename(view);
      view.id += view.is_anonymous ? anonymous : by_sender;
      view.row_type += first_type_;
      shift_references(view.params, first_type_);
      shift_references(view.return_type, first_type_);
      parent_.views.push_back(std::move(view));
    }
  }

  ModuleDef& parent_;
  std::string prefix_;
  std::string source_prefix_;
  std::uint32_t first_type_;
};

}  // namespace

Expected<void> read_submodules(const Sections& sections, Draft& draft) {
  for (const ValueView& raw : sections.elements("Submodules")) {
    if (auto read = read_submodule(raw, draft); !read) return read;
  }
  if (!draft.mounts.empty()) check_conflicts(draft);
  return {};
}

Expected<void> merge_mounts(Draft& draft) {
  for (Mount& mount : draft.mounts) {
    draft.module.namespaces.push_back(mount.name);
    if (auto added = Mounter(draft.module, mount).add(std::move(mount.module)); !added) return added;
  }
  draft.mounts.clear();
  return {};
}

}  // namespace stdb::host
