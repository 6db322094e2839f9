// sdk/host/src/describe/schema.cpp: things of a module found by name, and names of types.
#include "stdb/host/schema.hpp"

#include <algorithm>

#include "base/concat.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {

namespace {

// By canonical name, and otherwise by the module's own; null where there is none.
template <class Def>
const Def* find_named(const std::vector<Def>& defs, std::string_view name) {
  auto found = std::ranges::find(defs, name, &Def::name);
  if (found == defs.end()) found = std::ranges::find(defs, name, &Def::source_name);
  return found == defs.end() ? nullptr : &*found;
}

}  // namespace

const TableDef* ModuleDef::find_table(std::string_view name) const { return find_named(tables, name); }
const ReducerDef* ModuleDef::find_reducer(std::string_view name) const { return find_named(reducers, name); }
const ProcedureDef* ModuleDef::find_procedure(std::string_view name) const { return find_named(procedures, name); }
const ViewDef* ModuleDef::find_view(std::string_view name) const { return find_named(views, name); }

const ReducerDef* ModuleDef::find_lifecycle(Lifecycle lifecycle) const {
  const auto found = std::ranges::find(reducers, lifecycle, &ReducerDef::lifecycle);
  return found == reducers.end() ? nullptr : &*found;
}

const HttpRouteDef* ModuleDef::find_route(std::string_view method, std::string_view path) const {
  const auto found = std::ranges::find_if(http_routes, [&](const HttpRouteDef& route) {
    return route.path == path && (!route.method || *route.method == method);
  });
  return found == http_routes.end() ? nullptr : &*found;
}

const EnvironmentDef* ModuleDef::find_environment(std::string_view name) const {
  const auto found = std::ranges::find(environment, name, &EnvironmentDef::name);
  return found == environment.end() ? nullptr : &*found;
}

std::string_view function_kind_name(FunctionKind kind) {
  switch (kind) {
    case FunctionKind::reducer:
      return "reducer";
    case FunctionKind::procedure:
      return "procedure";
    case FunctionKind::view:
      return "view";
    case FunctionKind::http_handler:
      break;
  }
  return "HTTP handler";
}

std::string_view lifecycle_name(Lifecycle lifecycle) {
  switch (lifecycle) {
    case Lifecycle::init:
      return "init";
    case Lifecycle::on_connect:
      return "client_connected";
    case Lifecycle::on_disconnect:
      break;
  }
  return "client_disconnected";
}

std::string_view algorithm_name(IndexAlgorithm algorithm) {
  switch (algorithm) {
    case IndexAlgorithm::btree:
      return "btree";
    case IndexAlgorithm::hash:
      return "hash";
    case IndexAlgorithm::direct:
      break;
  }
  return "direct";
}

bool is_environment_key(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  return !name.empty() && name.size() <= limits::environment_key && is_letter(name[0]) &&
         std::ranges::all_of(name, is_part);
}

std::string type_name_in(const AlgebraicType& type, const ModuleDef& module) {
  if (type.is(TypeKind::array)) return concat("Array<", type_name_in(*type.element, module), ">");
  const SpecialType special = special_type(type);
  if (special == SpecialType::option) return concat("Option<", type_name_in(type.members[0].type, module), ">");
  if (special == SpecialType::result) {
    return concat("Result<", type_name_in(type.members[0].type, module), ", ",
                  type_name_in(type.members[1].type, module), ">");
  }
  if (special == SpecialType::query) return concat("Query<", type_name_in(type.members[0].type, module), ">");
  if (!type.is(TypeKind::ref)) return type_name(type);
  const auto def = std::ranges::find(module.types, type.ref, &TypeDef::type);
  if (def == module.types.end()) return type_name_in(module.typespace.types()[type.ref], module);
  std::string name;
  for (const std::string& scope : def->scope) name += scope + "::";
  return name + def->name;
}

}  // namespace stdb::host
