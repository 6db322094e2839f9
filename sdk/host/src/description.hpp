// sdk/host/src/description.hpp: how descriptions are read: problems are gathered, names are made.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "case_conversion.hpp"
#include "concat.hpp"
#include "stdb/host/schema.hpp"
#include "value_view.hpp"

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

  std::string table(const std::string& source) const { return explicit_or_converted(tables, source); }
  std::string function(const std::string& source) const { return explicit_or_converted(functions, source); }
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

// A module as it is being read, before the rules that need the whole of it are checked.
struct Draft {
  ModuleDef module;
  Naming naming;
  Problems problems;
};

// "{table}_{columns}_idx_{algorithm}" and the like (host-abi 5.2).
std::string generated_index_name(const TableDef& table, const IndexDef& index);
std::string generated_constraint_name(const TableDef& table, const std::vector<std::uint16_t>& columns);
std::string generated_sequence_name(const TableDef& table, std::uint16_t column);

// Pieces that V9 and V10 share. Each reads from a view of the piece; a name that V10 calls source_name goes by
// `name_field`.
Expected<std::vector<AlgebraicType>> read_types(const ValueView& typespace);
std::vector<std::uint16_t> read_columns(const ValueView& columns);
void read_index_algorithm(const ValueView& algorithm, IndexDef& index);
SequenceDef read_sequence(const ValueView& sequence, std::string_view name_field, const TableDef& table);
void read_table_start(const ValueView& raw, TableDef& table, Draft& draft);
Lifecycle read_lifecycle(const ValueView& lifecycle);
Expected<AlgebraicType> read_params(const ValueView& params, const Draft& draft);

// Versions of the description; the view is of what the version's case holds.
Expected<void> read_v9(const ValueView& raw, Draft& draft);
Expected<void> read_v10(const ValueView& raw, Draft& draft);

// The rules that need the whole module (host-abi 5). Marks unique indexes and private reducers on the way.
void check_module(Draft& draft, Profile profile);

}  // namespace stdb::host
