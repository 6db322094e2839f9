// sdk/host/src/describe/read_functions.cpp: procedures and views, which V9 and V10 describe alike.
#include "describe/description.hpp"

namespace stdb::host {
namespace {

Expected<AlgebraicType> read_return_type(const ValueView& raw, const Draft& draft) {
  std::size_t used = 0;
  auto type = read_type(raw.bytes(), used);
  if (!type) return type;
  if (auto prepared = draft.module.typespace.prepare(*type); !prepared) return std::unexpected(prepared.error());
  return type;
}

// The row type that a view's declared type names: Array<&n>, Option<&n>, or {__query__: &n}.
std::optional<std::uint32_t> row_type_of(const AlgebraicType& type) {
  const AlgebraicType* row = nullptr;
  if (type.is(TypeKind::array)) row = type.element.get();
  const SpecialType special = special_type(type);
  if (special == SpecialType::option || special == SpecialType::query) row = &type.members[0].type;
  return row != nullptr && row->is(TypeKind::ref) ? std::optional(row->ref) : std::nullopt;
}

}  // namespace

Expected<ProcedureDef> read_procedure(const ValueView& raw, const std::string& source_name, const Draft& draft) {
  ProcedureDef procedure;
  procedure.source_name = source_name;
  procedure.name = draft.naming.function(source_name);
  auto params = read_params(raw.field("params"), draft);
  if (!params) return std::unexpected(params.error());
  auto return_type = read_return_type(raw.field("return_type"), draft);
  if (!return_type) return std::unexpected(return_type.error());
  procedure.params = *std::move(params);
  procedure.return_type = *std::move(return_type);
  return procedure;
}

Expected<ViewDef> read_view(const ValueView& raw, const std::string& source_name, Draft& draft) {
  ViewDef view;
  view.source_name = source_name;
  view.name = draft.naming.function(source_name);
  view.id = raw.field("index").as_u32();
  view.is_public = raw.field("is_public").as_bool();
  view.is_anonymous = raw.field("is_anonymous").as_bool();
  auto params = read_params(raw.field("params"), draft);
  if (!params) return std::unexpected(params.error());
  auto return_type = read_return_type(raw.field("return_type"), draft);
  if (!return_type) return std::unexpected(return_type.error());
  view.params = *std::move(params);
  view.return_type = *std::move(return_type);
  view.is_query = special_type(view.return_type) == SpecialType::query;
  const auto row = row_type_of(view.return_type);
  const auto& types = draft.module.typespace.types();
  if (!row) {
    draft.problems.add("View ", source_name, " has invalid return type ", type_name(view.return_type));
  } else if (!types[*row].is(TypeKind::product)) {  // the reference was prepared, so it is in range
    draft.problems.add("Table ", source_name, " has invalid product_type_ref ", *row);
  } else {
    view.row_type = *row;
  }
  return view;
}

}  // namespace stdb::host
