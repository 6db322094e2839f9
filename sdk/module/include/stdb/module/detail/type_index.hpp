// sdk/module/.../detail/type_index.hpp: the types of a module, each with its number in the typespace.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stdb/module/detail/piece.hpp"

namespace stdb::detail {

// A hash table by name, for compile time: adding n types costs about n steps, not n squared.
class TypeIndex {
 public:
  constexpr explicit TypeIndex(std::span<const PieceView> roots) : slots_(16, nothing) {
    for (const PieceView& root : roots) add_all(root);
    for (std::size_t next = 0; next < types_.size(); ++next) add_all(types_[next]->definition);
  }

  constexpr const std::vector<const TypeShape*>& types() const { return types_; }

  // Two different types have the same name.
  constexpr bool has_clash() const { return clash_; }

  constexpr std::uint32_t number_of(const TypeShape& type) const { return slots_[slot_of(type)]; }

 private:
  static constexpr std::uint32_t nothing = ~std::uint32_t{0};

  constexpr void add_all(const PieceView& piece) {
    for (std::uint32_t i = 0; i < piece.reference_count; ++i) add(*piece.references[i].type);
  }

  // Where the type is, or where it would go.
  constexpr std::size_t slot_of(const TypeShape& type) const {
    std::size_t slot = type.hash & (slots_.size() - 1);
    while (slots_[slot] != nothing && types_[slots_[slot]]->name != type.name) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  constexpr void add(const TypeShape& type) {
    const std::size_t slot = slot_of(type);
    if (slots_[slot] != nothing) {
      if (types_[slots_[slot]] != &type) clash_ = true;
      return;
    }
    slots_[slot] = static_cast<std::uint32_t>(types_.size());
    types_.push_back(&type);
    if (types_.size() * 2 > slots_.size()) grow();
  }

  constexpr void grow() {
    slots_.assign(slots_.size() * 4, nothing);
    for (std::size_t i = 0; i < types_.size(); ++i) slots_[slot_of(*types_[i])] = static_cast<std::uint32_t>(i);
  }

  std::vector<std::uint32_t> slots_;
  std::vector<const TypeShape*> types_;
  bool clash_ = false;
};

// Whether a type is reached from itself through what it is made of. A table's row must not be: it stops a real server.
constexpr bool contains_itself(const TypeShape& type) {
  std::vector<const TypeShape*> reached;
  const auto add_all = [&reached](const TypeShape& from) {
    for (std::uint32_t i = 0; i < from.definition.reference_count; ++i) {
      const TypeShape* const part = from.definition.references[i].type;
      bool known = false;
      for (const TypeShape* const other : reached) known = known || other == part;
      if (!known) reached.push_back(part);
    }
  };
  add_all(type);
  for (std::size_t next = 0; next < reached.size(); ++next) {
    if (reached[next] == &type) return true;
    add_all(*reached[next]);
  }
  return false;
}

}  // namespace stdb::detail
