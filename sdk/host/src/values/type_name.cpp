// sdk/host/src/values/type_name.cpp: the special types recognised, and types written for people.
#include <array>
#include <string_view>

#include "base/concat.hpp"
#include "stdb/host/algebraic_type.hpp"

namespace stdb::host {
namespace {

bool is_wrapper(const AlgebraicType& type, std::string_view field, TypeKind inner) {
  return type.is(TypeKind::product) && type.members.size() == 1 && type.members[0].name == field &&
         type.members[0].type.is(inner);
}

bool is_unit(const AlgebraicType& type) { return type.is(TypeKind::product) && type.members.empty(); }

bool has_cases(const AlgebraicType& type, std::string_view first, std::string_view second) {
  return type.is(TypeKind::sum) && type.members.size() == 2 && type.members[0].name == first &&
         type.members[1].name == second;
}

std::string members_name(const AlgebraicType& type, std::string_view separator) {
  std::string out = "(";
  for (const TypeMember& member : type.members) {
    if (&member != &type.members.front()) out += separator;
    if (member.name) out += *member.name + ": ";
    out += type_name(member.type);
  }
  return out + ")";
}

std::string_view special_name(SpecialType special) {
  switch (special) {
    case SpecialType::schedule_at:
      return "ScheduleAt";
    case SpecialType::identity:
      return "Identity";
    case SpecialType::connection_id:
      return "ConnectionId";
    case SpecialType::timestamp:
      return "Timestamp";
    case SpecialType::time_duration:
      return "TimeDuration";
    case SpecialType::uuid:
      return "Uuid";
    default:
      return {};
  }
}

}  // namespace

SpecialType special_type(const AlgebraicType& type) {
  if (is_wrapper(type, "__identity__", TypeKind::u256)) return SpecialType::identity;
  if (is_wrapper(type, "__connection_id__", TypeKind::u128)) return SpecialType::connection_id;
  if (is_wrapper(type, "__timestamp_micros_since_unix_epoch__", TypeKind::i64)) return SpecialType::timestamp;
  if (is_wrapper(type, "__time_duration_micros__", TypeKind::i64)) return SpecialType::time_duration;
  if (is_wrapper(type, "__uuid__", TypeKind::u128)) return SpecialType::uuid;
  if (is_wrapper(type, "__query__", TypeKind::ref)) return SpecialType::query;
  if (has_cases(type, "some", "none") && is_unit(type.members[1].type)) return SpecialType::option;
  if (has_cases(type, "ok", "err")) return SpecialType::result;
  if (has_cases(type, "Interval", "Time") && special_type(type.members[0].type) == SpecialType::time_duration &&
      special_type(type.members[1].type) == SpecialType::timestamp) {
    return SpecialType::schedule_at;
  }
  return SpecialType::none;
}

std::string type_name(const AlgebraicType& type) {
  constexpr std::array<std::string_view, 20> scalars{"",     "",     "",     "",     "String", "bool", "i8",
                                                     "u8",   "i16",  "u16",  "i32",  "u32",    "i64",  "u64",
                                                     "i128", "u128", "i256", "u256", "f32",    "f64"};
  const SpecialType special = special_type(type);
  if (const auto name = special_name(special); !name.empty()) return std::string(name);
  if (special == SpecialType::option) return concat("Option<", type_name(type.members[0].type), ">");
  if (special == SpecialType::result) {
    return concat("Result<", type_name(type.members[0].type), ", ", type_name(type.members[1].type), ">");
  }
  switch (type.kind) {
    case TypeKind::ref:
      return concat("&", type.ref);
    case TypeKind::sum:
      return members_name(type, " | ");
    case TypeKind::product:
      return members_name(type, ", ");
    case TypeKind::array:
      return concat("Array<", type_name(*type.element), ">");
    default:
      return std::string(scalars[static_cast<std::size_t>(type.kind)]);
  }
}

}  // namespace stdb::host
