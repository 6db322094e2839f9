// sdk/host/src/describe/upgrade.cpp: whether the values of one type are values of another as they lie.
#include "describe/upgrade.hpp"

#include <algorithm>

namespace stdb::host {
namespace {

// How a server keeps the part of a value that has a fixed place; strings and arrays are a reference there.
struct Layout {
  std::uint32_t size = 0;
  std::uint32_t align = 1;
};

std::uint32_t aligned(std::uint32_t offset, std::uint32_t align) { return (offset + align - 1) / align * align; }

Layout layout_of(const AlgebraicType& given, const Typespace& space) {
  const AlgebraicType& type = space.resolve(given);
  if (const std::uint32_t size = scalar_size(type.kind)) return {size, size};
  if (type.is(TypeKind::string) || type.is(TypeKind::array)) return {4, 2};
  Layout layout;
  if (type.is(TypeKind::product)) {
    for (const TypeMember& member : type.members) {
      const Layout part = layout_of(member.type, space);
      layout.align = std::max(layout.align, part.align);
      layout.size = aligned(layout.size, part.align) + part.size;
    }
    layout.size = aligned(layout.size, layout.align);
    return layout;
  }
  for (const TypeMember& member : type.members) {
    const Layout part = layout_of(member.type, space);
    layout.align = std::max(layout.align, part.align);
    layout.size = std::max(layout.size, part.size);
  }
  layout.size = layout.align + aligned(layout.size, layout.align);  // the tag takes as much as the alignment
  return layout;
}

Upgrade impossible(std::string problem) { return {std::move(problem), false, false}; }

// The members that both have; `what` names one.
Upgrade check_members(TypeIn from, TypeIn to, std::string_view what) {
  for (std::size_t at = 0; at < std::min(from.type.members.size(), to.type.members.size()); ++at) {
    const TypeMember& old = from.type.members[at];
    const TypeMember& next = to.type.members[at];
    Upgrade part = check_upgrade({old.type, from.space}, {next.type, to.space});
    if (!part.is_possible) {
      part.is_within = true;
      return part;
    }
    if (old.name != next.name) return impossible(std::string(", with a renamed ") + std::string(what) + ",");
  }
  return {};
}

Upgrade check_sum(TypeIn from, TypeIn to) {
  if (from.type.members.size() > to.type.members.size()) return impossible(", with fewer variants,");
  if (Upgrade members = check_members(from, to, "variant"); !members.is_possible) return members;
  const Layout old = layout_of(from.type, from.space);
  const Layout next = layout_of(to.type, to.space);
  if (old.size != next.size) return impossible(", due to size mismatch,");
  if (old.align != next.align) return impossible(", due to alignment mismatch,");
  return {};
}

}  // namespace

bool is_same_type(TypeIn left_in, TypeIn right_in) {
  const TypeIn left{left_in.space.resolve(left_in.type), left_in.space};
  const TypeIn right{right_in.space.resolve(right_in.type), right_in.space};
  if (left.type.kind != right.type.kind) return false;
  if (left.type.is(TypeKind::array)) {
    return is_same_type({*left.type.element, left.space}, {*right.type.element, right.space});
  }
  return std::ranges::equal(left.type.members, right.type.members, [&](const TypeMember& one, const TypeMember& other) {
    return one.name == other.name && is_same_type({one.type, left.space}, {other.type, right.space});
  });
}

Upgrade check_upgrade(TypeIn from_in, TypeIn to_in) {
  const TypeIn from{from_in.space.resolve(from_in.type), from_in.space};
  const TypeIn to{to_in.space.resolve(to_in.type), to_in.space};
  if (from.type.kind != to.type.kind) return impossible("");
  if (from.type.is(TypeKind::sum)) return check_sum(from, to);
  if (from.type.is(TypeKind::product)) {
    if (from.type.members.size() != to.type.members.size()) return impossible(", with fewer fields,");
    return check_members(from, to, "field");
  }
  if (from.type.is(TypeKind::array)) {
    Upgrade part = check_upgrade({*from.type.element, from.space}, {*to.type.element, to.space});
    part.is_within = !part.is_possible;
    return part;
  }
  return {};
}

}  // namespace stdb::host
