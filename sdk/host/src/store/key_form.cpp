// sdk/host/src/store/key_form.cpp: how servers of 2.x keep the keys of an index, as far as a module can tell.
#include "store/key_form.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace stdb::host {
namespace {

// The longest packed keys, in bytes.
constexpr std::size_t longest_in_btree = 127;
constexpr std::size_t longest_in_hash = 119;

// The most bytes that a value of the type takes; none where they are not bounded, or do not sort in a b-tree.
std::optional<std::size_t> most_bytes(const AlgebraicType& given, const Typespace& space, bool is_sorted) {
  const AlgebraicType& type = space.resolve(given);
  switch (type.kind) {
    case TypeKind::string:
    case TypeKind::array:
      return std::nullopt;
    case TypeKind::f32:
    case TypeKind::f64:
      if (is_sorted) return std::nullopt;
      return scalar_size(type.kind);
    case TypeKind::sum:
    case TypeKind::product: {
      std::size_t sum = 0;
      std::size_t greatest = 0;
      for (const TypeMember& member : type.members) {
        const auto size = most_bytes(member.type, space, is_sorted);
        if (!size) return std::nullopt;
        sum += *size;
        greatest = std::max(greatest, *size);
      }
      return type.is(TypeKind::sum) ? 1 + greatest : sum;
    }
    default:
      return scalar_size(type.kind);
  }
}

bool is_plain_enum(const AlgebraicType& type, const Typespace& space) {
  return type.is(TypeKind::sum) && std::ranges::all_of(type.members, [&](const TypeMember& member) {
           const AlgebraicType& payload = space.resolve(member.type);
           return payload.is(TypeKind::product) && payload.members.empty();
         });
}

}  // namespace

KeyForm key_form(std::span<const AlgebraicType* const> columns, const Typespace& space, IndexAlgorithm algorithm) {
  if (columns.size() == 1) {
    const AlgebraicType& only = space.resolve(*columns[0]);
    if (is_plain_enum(only, space)) return KeyForm::tag;
    if (!only.is(TypeKind::product) && !only.is(TypeKind::sum)) return KeyForm::values;
  }
  const bool is_hash = algorithm == IndexAlgorithm::hash;
  std::size_t bytes = 0;
  for (const AlgebraicType* column : columns) {
    const auto size = most_bytes(*column, space, !is_hash);
    if (!size) return KeyForm::values;
    bytes += *size;
  }
  return bytes <= (is_hash ? longest_in_hash : longest_in_btree) ? KeyForm::packed : KeyForm::values;
}

}  // namespace stdb::host
