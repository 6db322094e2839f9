// sdk/host/src/describe/check_types.cpp: the rules for names and for types that clients must be able to express.
#include "describe/check_types.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace stdb::host {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The special types of a generation of servers: 1.2 knows neither Result nor Uuid.
SpecialType special_in(const AlgebraicType& type, Profile profile) {
  const SpecialType special = special_type(type);
  const bool is_new = special == SpecialType::result || special == SpecialType::uuid;
  return is_new && profile == Profile::v1_2 ? SpecialType::none : special;
}

bool is_definition(const AlgebraicType& type, Profile profile) {
  return (type.is(TypeKind::product) || type.is(TypeKind::sum)) && special_in(type, profile) == SpecialType::none;
}

void check_members(const AlgebraicType& type, const std::string& where, const ModuleDef& module, Profile profile,
                   Problems& problems) {
  for (const TypeMember& member : type.members) {
    if (!member.name) {
      problems.add("error at ", where, ": internal codegen error: all type elements require names: ", type_name(type));
    } else {
      check_identifier(*member.name, problems);
    }
    check_type_use(member.type, where, module, profile, problems);
  }
}

// Unnamed before named, names by their bytes.
bool is_sorted(const AlgebraicType& type) {
  return std::ranges::is_sorted(type.members, std::less<>(), &TypeMember::name);
}

}  // namespace

void check_identifier(std::string_view name, Problems& problems) {
  const std::string_view tail = " and cannot be used for entities in a module.";
  if (name.empty()) return problems.add("module contains invalid identifier: Empty identifiers are forbidden.");
  if (!is_letter(name[0])) {
    return problems.add("module contains invalid identifier: Identifier `", name, "`'s starting character '", name[0],
                        "' is neither an underscore ('_') nor a Unicode XID_start character", tail);
  }
  // U+0080 to U+00A9 are control characters and signs.
  const auto sign = name.find('\xC2');
  if (sign != std::string_view::npos && static_cast<unsigned char>(name[sign + 1]) < 0xAA) {
    return problems.add("module contains invalid identifier: Identifier of ", name.size(),
                        " bytes contains a control character or sign", tail);
  }
  const auto wrong = std::ranges::find_if_not(name, [](char c) { return is_letter(c) || is_digit(c); });
  if (wrong != name.end()) {
    problems.add("module contains invalid identifier: Identifier `", name, "` contains a character '", *wrong,
                 "' that is not an XID_continue character", tail);
  }
}

void check_type_use(const AlgebraicType& type, const std::string& where, const ModuleDef& module, Profile profile,
                    Problems& problems) {
  switch (type.kind) {
    case TypeKind::array:
      return check_type_use(*type.element, where, module, profile, problems);
    case TypeKind::ref: {
      const AlgebraicType& meant = module.typespace.resolve(type);
      const auto is_declared = [&](const TypeDef& def) {
        return def.type < module.typespace.types().size() &&
               &module.typespace.resolve(module.typespace.types()[def.type]) == &meant;
      };
      if (is_definition(meant, profile)) {
        if (std::ranges::any_of(module.types, is_declared)) return;
        return problems.add("error at ", where, ": internal codegen error: type ref &", type.ref,
                            " was not pre-declared as a definition");
      }
      if (module.typespace.is_recursive(type)) {
        problems.add("error at ", where, ": type &", type.ref, " holds itself and is neither a product nor a sum");
      }
      return;
    }
    case TypeKind::product:
    case TypeKind::sum:
      break;
    default:
      return;
  }
  const SpecialType special = special_in(type, profile);
  if (special == SpecialType::option || special == SpecialType::result) {
    for (const TypeMember& member : type.members) check_type_use(member.type, where, module, profile, problems);
    return;
  }
  if (special != SpecialType::none || type.members.empty()) return;  // the unit and the never type are uses
  problems.add("error at ", where, ": internal codegen error: non-special product or sum type ", type_name(type),
               " cannot be used to generate a client type use");
}

void check_type_definitions(const ModuleDef& module, Profile profile, Problems& problems) {
  std::set<std::string> names;
  const auto& types = module.typespace.types();
  for (const TypeDef& def : module.types) {
    std::string name;
    for (const std::string& scope : def.scope) {
      check_identifier(scope, problems);
      name += scope + "::";
    }
    name += def.name;
    check_identifier(def.name, problems);
    if (!names.insert(name).second) problems.add("name `", name, "` is used for multiple types");
    if (def.type >= types.size()) {
      problems.add("Type `", name, "` has invalid ref: &", def.type);
      continue;
    }
    const AlgebraicType& type = types[def.type];
    const std::string where = concat("typespace ref `&", def.type, "`");
    if (!is_definition(type, profile)) {
      problems.add("error at ", where, ": internal codegen error: type ", type_name(type),
                   " is not valid for generating a definition");
      continue;
    }
    if (!def.custom_ordering && !is_sorted(type)) {
      problems.add("type `", name, "` is not annotated with a custom ordering, but uses one: ", type_name(type));
    }
    check_members(type, where, module, profile, problems);
  }
}

}  // namespace stdb::host
