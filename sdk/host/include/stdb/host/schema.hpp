// sdk/host/.../schema.hpp: what a module declares, read from its description and checked as a server checks it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/bytes.hpp"
#include "stdb/host/error.hpp"
#include "stdb/host/function_def.hpp"
#include "stdb/host/profile.hpp"

namespace stdb::host {

__extension__ typedef __int128 Int128;

// Names: `name` is the canonical one, by which a database knows the thing. `source_name` is the module's own, which V10
// descriptions may convert; imports look things up by both. Without a conversion the two are the same.

struct ColumnDef {
  std::string name;
  AlgebraicType type;
  std::optional<Bytes> default_value = {};  // encoded
  std::string source_name = {};             // the same as `name` unless names are converted
};

enum class IndexAlgorithm : std::uint8_t { btree, hash, direct };

struct IndexDef {
  std::string name;
  std::string source_name;
  std::optional<std::string> accessor_name;
  IndexAlgorithm algorithm = IndexAlgorithm::btree;
  std::vector<std::uint16_t> columns;  // in the key's order
  bool is_unique = false;              // a unique constraint holds on the same set of columns
};

struct ConstraintDef {
  std::string name;
  std::vector<std::uint16_t> columns;  // which no two rows may share
};

struct SequenceDef {
  std::string name;
  std::uint16_t column = 0;
  std::optional<Int128> start;
  std::optional<Int128> min_value;
  std::optional<Int128> max_value;
  Int128 increment = 1;
};

struct ScheduleDef {
  std::string name;
  std::string function_name;  // canonical
  std::uint16_t at_column = 0;
};

// Rows of such a table are calls of reducers of other databases. The embedded host keeps them and delivers none.
struct OutboxDef {
  std::string remote_reducer;
  std::uint16_t target_column = 0;  // an Identity: the other database
  std::vector<std::uint16_t> arg_columns;
  std::optional<std::string> on_result_reducer;  // canonical name
};

struct TableDef {
  std::string name;
  std::string source_name;
  std::uint32_t row_type = 0;  // index into the typespace: a product
  std::vector<ColumnDef> columns;
  std::optional<std::uint16_t> primary_key;
  std::vector<IndexDef> indexes;
  std::vector<ConstraintDef> constraints;
  std::vector<SequenceDef> sequences;
  std::optional<ScheduleDef> schedule;
  std::optional<OutboxDef> outbox;
  bool is_public = false;
  bool is_event = false;
  bool is_system = false;
};

// A value that whoever publishes the module gives it.
struct EnvironmentDef {
  std::string name;
  std::vector<std::string> allowed;  // values; empty: any
  bool is_optional = false;
};

// Such values by name.
using EnvironmentValues = std::map<std::string, std::string, std::less<>>;

struct TypeDef {
  std::vector<std::string> scope;
  std::string name;
  std::uint32_t type = 0;       // index into the typespace
  bool custom_ordering = true;  // false claims that the members are sorted by name
};

// What a module declares. Reducers, procedures and handlers stand in the order of their ids.
//
// What a submodule declares stands behind what its parent does, under names that begin with its namespace
// ("library.book"); its types are appended to the typespace.
struct ModuleDef {
  unsigned version = 10;  // of the description: 9 or 10
  Typespace typespace;
  std::vector<TableDef> tables;
  std::vector<ReducerDef> reducers;
  std::vector<ProcedureDef> procedures;
  std::vector<ViewDef> views;
  std::vector<HttpHandlerDef> http_handlers;
  std::vector<HttpRouteDef> http_routes;
  std::vector<TypeDef> types;
  std::vector<std::string> row_level_security;  // SQL, which shows the rows that others than the owner see
  std::vector<EnvironmentDef> environment;
  std::vector<std::string> namespaces;  // of the submodules, nested ones too: "library", "library.index"

  // By canonical or source name; null where there is none.
  const TableDef* find_table(std::string_view name) const;
  const ReducerDef* find_reducer(std::string_view name) const;
  const ProcedureDef* find_procedure(std::string_view name) const;
  const ViewDef* find_view(std::string_view name) const;
  const ReducerDef* find_lifecycle(Lifecycle lifecycle) const;
  // The first route of the path that takes the method.
  const HttpRouteDef* find_route(std::string_view method, std::string_view path) const;
  const EnvironmentDef* find_environment(std::string_view name) const;
};

std::string_view algorithm_name(IndexAlgorithm algorithm);  // "btree", "hash", "direct"

// Whether a name may be one of an environment value: a letter or underscore, then digits too, 256 bytes at most.
bool is_environment_key(std::string_view name);

// The type's name in the module ("geo::Point"), looked up in `types` for references; otherwise as type_name writes it.
std::string type_name_in(const AlgebraicType& type, const ModuleDef& module);

// Reads and checks a RawModuleDef in BSATN, as __describe_module__ writes it; bytes after it are ignored, as servers
// do. bad_description: not readable, or of a version that the profile does not know. invalid_module: breaks rules;
// every broken one has a line of the text.
Expected<ModuleDef> read_module_def(ByteView description, Profile profile);

// The whole RawModuleDef as SATS-JSON.
Expected<std::string> module_def_json(ByteView description);

}  // namespace stdb::host
