// sdk/host/.../schema.hpp: what a module declares, read from its description and checked as a server checks it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/bytes.hpp"
#include "stdb/host/error.hpp"
#include "stdb/host/profile.hpp"

namespace stdb::host {

__extension__ typedef __int128 Int128;

// Names: `name` is the canonical one, by which a database knows the thing. `source_name` is the module's own, which V10
// descriptions may convert; imports look things up by both. Without a conversion the two are the same.

struct ColumnDef {
  std::string name;
  AlgebraicType type;
  std::optional<Bytes> default_value;  // encoded
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
  bool is_public = false;
  bool is_event = false;
  bool is_system = false;
};

enum class Lifecycle : std::uint8_t { init, on_connect, on_disconnect };

struct ReducerDef {
  std::string name;
  std::string source_name;
  AlgebraicType params;  // a product with named members
  std::optional<Lifecycle> lifecycle;
  bool is_private = false;  // only the owner may call it
};

struct TypeDef {
  std::vector<std::string> scope;
  std::string name;
  std::uint32_t type = 0;       // index into the typespace
  bool custom_ordering = true;  // false claims that the members are sorted by name
};

// What a module declares. Reducers stand in the order of their ids.
struct ModuleDef {
  unsigned version = 10;  // of the description: 9 or 10
  Typespace typespace;
  std::vector<TableDef> tables;
  std::vector<ReducerDef> reducers;
  std::vector<TypeDef> types;
  std::vector<std::string> row_level_security;  // SQL
  // By name; the embedded host publishes them and does not run them.
  std::vector<std::string> procedures;
  std::vector<std::string> views;
  std::vector<std::string> http_handlers;
  std::vector<std::string> environment;  // keys that the module declares; the embedded host has no values for them

  const TableDef* find_table(std::string_view name) const;      // by canonical or source name
  const ReducerDef* find_reducer(std::string_view name) const;  // likewise
  const ReducerDef* find_lifecycle(Lifecycle lifecycle) const;
};

std::string_view lifecycle_name(Lifecycle lifecycle);       // "init", "client_connected", "client_disconnected"
std::string_view algorithm_name(IndexAlgorithm algorithm);  // "btree", "hash", "direct"

// The type's name in the module ("geo::Point"), looked up in `types` for references; otherwise as type_name writes it.
std::string type_name_in(const AlgebraicType& type, const ModuleDef& module);

// Reads and checks a RawModuleDef in BSATN, as __describe_module__ writes it; bytes after it are ignored, as servers
// do. bad_description: not readable, or of a version that the profile does not know. invalid_module: breaks rules;
// every broken one has a line of the text.
Expected<ModuleDef> read_module_def(ByteView description, Profile profile);

// The whole RawModuleDef as SATS-JSON.
Expected<std::string> module_def_json(ByteView description);

}  // namespace stdb::host
