// tests/fuzz/type_maker.cpp: types of any shape, made from the bytes of an input.
#include "type_maker.hpp"

#include <algorithm>
#include <string>

namespace stdb::fuzz {
namespace {

using host::AlgebraicType;
using host::TypeKind;

constexpr unsigned deepest = 6;

class TypeMaker {
 public:
  TypeMaker(Script& script, std::uint32_t references) : script_(script), references_(references) {}

  AlgebraicType make(unsigned depth) {
    AlgebraicType type;
    // Scalars and strings are what ends a type.
    const bool may_nest = depth < deepest && left_ > 0;
    if (left_ > 0) --left_;
    const std::size_t choice = script_.below(may_nest ? 24 : 16);
    if (choice < 16) {
      type.kind = static_cast<TypeKind>(static_cast<std::size_t>(TypeKind::string) + choice);
    } else if (choice == 16 && references_ > 0) {
      type.kind = TypeKind::ref;
      type.ref = static_cast<std::uint32_t>(script_.below(references_));
    } else if (choice <= 18) {
      type.kind = TypeKind::array;
      type.element = std::make_shared<const AlgebraicType>(make(depth + 1));
    } else if (choice == 19) {
      type.kind = TypeKind::sum;
      type.members = {{"some", make(depth + 1)}, {"none", AlgebraicType{}}};
    } else {
      type.kind = choice <= 21 ? TypeKind::product : TypeKind::sum;
      members(type, depth);
    }
    return type;
  }

 private:
  // All of them have names or none has, and no two the same.
  void members(AlgebraicType& type, unsigned depth) {
    const std::size_t count = script_.below(6);
    const bool are_named = count > 0 && script_.below(8) != 0;
    for (std::size_t index = 0; index < count; ++index) {
      std::optional<std::string> name;
      if (are_named) name = std::string(1, static_cast<char>('a' + index)) + (script_.below(16) == 0 ? "\"\\\n" : "");
      type.members.push_back({std::move(name), make(depth + 1)});
    }
  }

  Script& script_;
  std::uint32_t references_;
  unsigned left_ = 40;  // parts of one type
};

bool search(const AlgebraicType& type, const host::Typespace& space, std::vector<bool>& seen) {
  if (type.is(TypeKind::f32) || type.is(TypeKind::f64)) return true;
  if (type.is(TypeKind::array)) return search(*type.element, space, seen);
  if (type.is(TypeKind::ref)) {
    if (seen[type.ref]) return false;
    seen[type.ref] = true;
    return search(space.types()[type.ref], space, seen);
  }
  return std::ranges::any_of(type.members, [&](const auto& member) { return search(member.type, space, seen); });
}

}  // namespace

std::optional<MadeTypes> make_types(Script& script) {
  const auto references = static_cast<std::uint32_t>(script.below(4));
  std::vector<AlgebraicType> types;
  for (std::uint32_t index = 0; index < references; ++index) types.push_back(TypeMaker(script, references).make(0));
  AlgebraicType root = TypeMaker(script, references).make(0);
  auto space = host::Typespace::create(std::move(types));
  if (!space || !space->prepare(root)) return std::nullopt;
  return MadeTypes{*std::move(space), std::move(root)};
}

bool has_floats(const AlgebraicType& type, const host::Typespace& space) {
  std::vector<bool> seen(space.types().size(), false);
  return search(type, space, seen);
}

}  // namespace stdb::fuzz
