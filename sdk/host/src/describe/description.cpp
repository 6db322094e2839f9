// sdk/host/src/describe/description.cpp: the pieces that V9 and V10 descriptions share.
#include "describe/description.hpp"

#include "describe/case_conversion.hpp"
#include "stdb/abi/raw_module_def_typespace.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

std::string column_names(const TableDef& table, const std::vector<std::uint16_t>& columns) {
  std::string out;
  for (const std::uint16_t column : columns) {
    if (!out.empty()) out.push_back('_');
    out += column < table.columns.size() ? table.columns[column].name : concat("col_", column);
  }
  return out;
}

Expected<RawModuleDefType> read_raw_module_def_type() {
  const ByteView bytes(abi::raw_module_def_typespace);
  // A Typespace is an array of types.
  std::vector<AlgebraicType> types;
  for (std::size_t at = sizeof(std::uint32_t); at < bytes.size();) {
    std::size_t used = 0;
    auto type = read_type(bytes.subspan(at), used);
    if (!type) return std::unexpected(type.error());
    types.push_back(*std::move(type));
    at += used;
  }
  auto space = Typespace::create(std::move(types));
  if (!space) return std::unexpected(space.error());
  AlgebraicType root;
  root.kind = TypeKind::ref;
  root.ref = abi::raw_module_def_root;
  if (auto prepared = space->prepare(root); !prepared) return std::unexpected(prepared.error());
  return RawModuleDefType{*std::move(space), std::move(root)};
}

// A description that has been measured, with the type to read it by.
Expected<ValueView> open_description(ByteView description) {
  const auto& type = raw_module_def_type();
  if (!type) return std::unexpected(type.error());
  if (const auto size = measure(type->root, type->space, description); !size) {
    return refuse(ErrorKind::bad_description, concat("error decoding module description: ", size.error().text));
  }
  return ValueView(type->root, type->space, description);
}

Expected<ModuleDef> read_draft(const ValueView& raw, Profile profile) {
  Draft draft;
  draft.profile = profile;
  const std::string_view version = raw.case_name();
  if (version == "V10" && profile == Profile::v1_2) {
    return refuse(ErrorKind::bad_description,
                  "error decoding module description: unknown tag 0x2 for sum type RawModuleDef: a server of 1.2 "
                  "knows V9 only; build the module for target 1");
  }
  if (version != "V9" && version != "V10") {
    return refuse(ErrorKind::bad_description, concat("descriptions of version ", version, " are not supported"));
  }
  if (profile == Profile::v1_2 && !raw.payload().field("misc_exports").elements().empty()) {
    return refuse(ErrorKind::bad_description,
                  "error decoding module description: unknown tag for sum type RawMiscModuleExportV9: a server of 1.2 "
                  "knows no column defaults, procedures or views");
  }
  draft.module.version = version == "V9" ? 9 : 10;
  if (auto read = version == "V9" ? read_v9(raw.payload(), draft) : read_v10(raw.payload(), draft); !read) {
    return std::unexpected(read.error());
  }
  check_module(draft);
  if (!draft.problems.empty()) return refuse(ErrorKind::invalid_module, draft.problems.text());
  if (auto merged = merge_mounts(draft); !merged) return std::unexpected(merged.error());
  return std::move(draft.module);
}

}  // namespace

const Expected<RawModuleDefType>& raw_module_def_type() {
  static const Expected<RawModuleDefType> type = read_raw_module_def_type();
  return type;
}

std::string Problems::text() const {
  std::string out = "Errors occurred:";
  for (const std::string& line : lines_) out += "\n" + line;
  return out;
}

std::string generated_index_name(const TableDef& table, const IndexDef& index) {
  return concat(table.name, '_', column_names(table, index.columns), "_idx_", algorithm_name(index.algorithm));
}

std::string generated_constraint_name(const TableDef& table, const std::vector<std::uint16_t>& columns) {
  return concat(table.name, '_', column_names(table, columns), "_key");
}

std::string generated_sequence_name(const TableDef& table, std::uint16_t column) {
  return concat(table.name, '_', column_names(table, {column}), "_seq");
}

Expected<std::vector<AlgebraicType>> read_types(const ValueView& typespace) {
  std::vector<AlgebraicType> types;
  for (const ValueView& raw : typespace.field("types").elements()) {
    std::size_t used = 0;
    auto type = read_type(raw.bytes(), used);
    if (!type) return std::unexpected(type.error());
    types.push_back(*std::move(type));
  }
  return types;
}

std::vector<std::uint16_t> read_columns(const ValueView& columns) {
  std::vector<std::uint16_t> ids;
  for (const ValueView& column : columns.elements()) ids.push_back(column.as_u16());
  return ids;
}

void read_index_algorithm(const ValueView& algorithm, IndexDef& index) {
  const std::string_view name = algorithm.case_name();
  if (name == "Direct") {
    index.algorithm = IndexAlgorithm::direct;
    index.columns = {algorithm.payload().as_u16()};
    return;
  }
  index.algorithm = name == "Hash" ? IndexAlgorithm::hash : IndexAlgorithm::btree;
  index.columns = read_columns(algorithm.payload());
}

SequenceDef read_sequence(const ValueView& sequence, std::string_view name_field, const TableDef& table) {
  const auto number = [&](std::string_view field) -> std::optional<Int128> {
    const auto some = sequence.field(field).some();
    return some ? std::optional(some->as_i128()) : std::nullopt;
  };
  SequenceDef def;
  def.column = sequence.field("column").as_u16();
  const auto name = sequence.field(name_field).some();
  def.name = name ? name->as_string() : generated_sequence_name(table, def.column);
  def.start = number("start");
  def.min_value = number("min_value");
  def.max_value = number("max_value");
  def.increment = sequence.field("increment").as_i128();
  return def;
}

ColumnDef column_of(const TypeMember& member, std::string_view unnamed) {
  ColumnDef column;
  column.name = member.name.value_or(std::string(unnamed));
  column.type = member.type;
  column.source_name = member.source_name.empty() ? column.name : member.source_name;
  return column;
}

void read_table_start(const ValueView& raw, TableDef& table, Draft& draft) {
  table.row_type = raw.field("product_type_ref").as_u32();
  table.is_public = raw.field("table_access").case_name() == "Public";
  table.is_system = raw.field("table_type").case_name() == "System";
  const auto& types = draft.module.typespace.types();
  const bool is_product = table.row_type < types.size() && types[table.row_type].is(TypeKind::product);
  if (!is_product) {
    draft.problems.add("Table ", table.source_name, " has invalid product_type_ref ", table.row_type);
    return;
  }
  const auto& members = types[table.row_type].members;
  if (members.size() > limits::columns) draft.problems.add("Table ", table.source_name, " has too many columns");
  for (std::size_t index = 0; index < members.size(); ++index) {
    if (!members[index].name) {
      draft.problems.add("table `", table.source_name, "` has unnamed column `", index, "`, which is forbidden.");
    }
    table.columns.push_back(column_of(members[index], concat(index)));
  }
  const auto key = read_columns(raw.field("primary_key"));
  if (key.size() > 1) draft.problems.add("table `", table.source_name, "` has multiple primary key annotations");
  if (!key.empty()) table.primary_key = key[0];
}

Lifecycle read_lifecycle(const ValueView& lifecycle) {
  const std::string_view name = lifecycle.case_name();
  if (name == "Init") return Lifecycle::init;
  return name == "OnConnect" ? Lifecycle::on_connect : Lifecycle::on_disconnect;
}

Expected<AlgebraicType> read_params(const ValueView& params, const Draft& draft) {
  auto type = read_product(params.bytes());
  if (!type) return type;
  // Their own types, unlike those of the typespace, are left as they are.
  if (draft.naming.policy == CasePolicy::snake_case) {
    for (TypeMember& member : type->members) {
      if (!member.name) continue;
      member.source_name = *member.name;
      member.name = to_snake_case(*member.name);
    }
  }
  if (auto prepared = draft.module.typespace.prepare(*type); !prepared) return std::unexpected(prepared.error());
  return type;
}

Expected<ModuleDef> read_module_def(ByteView description, Profile profile) {
  try {
    const auto raw = open_description(description);
    if (!raw) return std::unexpected(raw.error());
    return read_draft(*raw, profile);
  } catch (const UnknownMember& unknown) {
    return refuse(ErrorKind::bad_description, concat("the host's own description of RawModuleDef: ", unknown.what()));
  }
}

Expected<std::string> module_def_json(ByteView description) {
  const auto raw = open_description(description);
  if (!raw) return std::unexpected(raw.error());
  std::string out;
  append_json(raw_module_def_type()->root, raw_module_def_type()->space, description, out);
  return out;
}

}  // namespace stdb::host
