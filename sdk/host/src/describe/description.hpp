// sdk/host/src/describe/description.hpp: how descriptions are read: problems are gathered, names are made.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/concat.hpp"
#include "describe/case_conversion.hpp"
#include "stdb/host/schema.hpp"
#include "values/value_view.hpp"

namespace stdb::host {

// The official description of RawModuleDef, read once.
struct RawModuleDefType {
  Typespace space;
  AlgebraicType root;
};
const Expected<RawModuleDefType>& raw_module_def_type();

// What a description breaks; every line is one rule.
class Problems {
 public:
  template <class... Parts>
  void add(const Parts&... parts) {
    std::string line = concat(parts...);
    if (known_.insert(line).second) lines_.push_back(std::move(line));
  }

  void add_all(const Problems& others) {
    for (const std::string& line : others.lines_) add(line);
  }

  bool empty() const { return lines_.empty(); }

  // "Errors occurred:" and the lines, as a server writes them.
  std::string text() const;

 private:
  std::set<std::string> known_;
  std::vector<std::string> lines_;
};

// Turns the module's names into the database's: as they are, or in another case, or as ExplicitNames says.
class Naming {
 public:
  CasePolicy policy = CasePolicy::none;
  std::map<std::string, std::string, std::less<>> tables;
  std::map<std::string, std::string, std::less<>> functions;
  std::map<std::string, std::string, std::less<>> indexes;
  std::map<std::string, std::string, std::less<>> namespaces;

  std::string table(const std::string& source) const { return explicit_or_converted(tables, source); }
  std::string function(const std::string& source) const { return explicit_or_converted(functions, source); }
  std::string submodule(const std::string& source) const { return explicit_or_converted(namespaces, source); }
  std::string member(const std::string& source) const { return converted(source); }
  std::string type(const std::string& source) const {
    return policy == CasePolicy::none ? source : to_pascal_case(source);
  }

 private:
  std::string converted(const std::string& source) const {
    return policy == CasePolicy::none ? source : to_snake_case(source);
  }
  std::string explicit_or_converted(const std::map<std::string, std::string, std::less<>>& names,
                                    const std::string& source) const {
    const auto found = names.find(source);
    return found == names.end() ? converted(source) : found->second;
  }
};

// A submodule, read and checked by itself, and where it stands in its parent.
struct Mount {
  std::string name;         // the canonical namespace
  std::string source_name;  // by which the parent's code speaks of it
  ModuleDef module;
};

// A module as it is being read, before the rules that need the whole of it are checked.
struct Draft {
  Profile profile = Profile::v2;
  ModuleDef module;
  Naming naming;
  Problems problems;
  std::vector<Mount> mounts;
};

// "{table}_{columns}_idx_{algorithm}" and the like (host-abi 5.2).
std::string generated_index_name(const TableDef& table, const IndexDef& index);
std::string generated_constraint_name(const TableDef& table, const std::vector<std::uint16_t>& columns);
std::string generated_sequence_name(const TableDef& table, std::uint16_t column);

// Pieces that V9 and V10 share. Each reads from a view of the piece; a name that V10 calls source_name goes by
// `name_field`.
Expected<std::vector<AlgebraicType>> read_types(const ValueView& typespace);
std::vector<std::uint16_t> read_columns(const ValueView& columns);
ColumnDef column_of(const TypeMember& member, std::string_view unnamed);  // `unnamed`: the name of one without
void read_index_algorithm(const ValueView& algorithm, IndexDef& index);
SequenceDef read_sequence(const ValueView& sequence, std::string_view name_field, const TableDef& table);
void read_table_start(const ValueView& raw, TableDef& table, Draft& draft);
Lifecycle read_lifecycle(const ValueView& lifecycle);
Expected<AlgebraicType> read_params(const ValueView& params, const Draft& draft);
// Procedures and views are alike in both; their names are not.
Expected<ProcedureDef> read_procedure(const ValueView& raw, const std::string& source_name, const Draft& draft);
Expected<ViewDef> read_view(const ValueView& raw, const std::string& source_name, Draft& draft);

// The sections of a V10 description; of several of a kind the first counts, as on servers.
class Sections {
 public:
  explicit Sections(const ValueView& raw) : sections_(raw.field("sections").elements()) {}

  std::optional<ValueView> find(std::string_view kind) const;
  std::vector<ValueView> elements(std::string_view kind) const;  // none where there is no such section

 private:
  std::vector<ValueView> sections_;
};

// Versions of the description; the view is of what the version's case holds.
Expected<void> read_v9(const ValueView& raw, Draft& draft);
Expected<void> read_v10(const ValueView& raw, Draft& draft);

// Handlers, routes, primary keys of views, environment, outboxes and submodules: what only V10 has.
Expected<void> read_http(const Sections& sections, Draft& draft);
void read_view_keys(const Sections& sections, Draft& draft);
void read_environment(const Sections& sections, Draft& draft);
void read_outboxes(const Sections& sections, Draft& draft);
Expected<void> read_submodules(const Sections& sections, Draft& draft);

// The rules that need the whole module (host-abi 5). Marks unique indexes and private functions on the way.
void check_module(Draft& draft);
void check_functions(Draft& draft, std::set<std::string>& names);  // `names`: those of tables and their parts

// Puts what the mounts declare behind what the module does.
Expected<void> merge_mounts(Draft& draft);

}  // namespace stdb::host
