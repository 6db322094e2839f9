// sdk/host/src/schema.cpp: things of a module found by name, and names of types.
#include "stdb/host/schema.hpp"

#include <algorithm>

#include "concat.hpp"

namespace stdb::host {

const TableDef* ModuleDef::find_table(std::string_view name) const {
  auto found = std::ranges::find(tables, name, &TableDef::name);
  if (found == tables.end()) found = std::ranges::find(tables, name, &TableDef::source_name);
  return found == tables.end() ? nullptr : &*found;
}

const ReducerDef* ModuleDef::find_reducer(std::string_view name) const {
  auto found = std::ranges::find(reducers, name, &ReducerDef::name);
  if (found == reducers.end()) found = std::ranges::find(reducers, name, &ReducerDef::source_name);
  return found == reducers.end() ? nullptr : &*found;
}

const ReducerDef* ModuleDef::find_lifecycle(Lifecycle lifecycle) const {
  const auto found = std::ranges::find(reducers, lifecycle, &ReducerDef::lifecycle);
  return found == reducers.end() ? nullptr : &*found;
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

std::string type_name_in(const AlgebraicType& type, const ModuleDef& module) {
  if (type.is(TypeKind::array)) return concat("Array<", type_name_in(*type.element, module), ">");
  const SpecialType special = special_type(type);
  if (special == SpecialType::option) return concat("Option<", type_name_in(type.members[0].type, module), ">");
  if (special == SpecialType::result) {
    return concat("Result<", type_name_in(type.members[0].type, module), ", ",
                  type_name_in(type.members[1].type, module), ">");
  }
  if (!type.is(TypeKind::ref)) return type_name(type);
  const auto def = std::ranges::find(module.types, type.ref, &TypeDef::type);
  if (def == module.types.end()) return type_name_in(module.typespace.types()[type.ref], module);
  std::string name;
  for (const std::string& scope : def->scope) name += scope + "::";
  return name + def->name;
}

}  // namespace stdb::host
