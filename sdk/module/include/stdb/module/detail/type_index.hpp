// sdk/module/.../detail/type_index.hpp: the types of a module, each with its number in the typespace.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stdb/module/detail/piece.hpp"

namespace stdb::detail {

// The definition of a type that contains itself, written on the spot. For compile time: its memory must not outlive the
// evaluation.
class WrittenPiece {
 public:
  constexpr explicit WrittenPiece(PieceFunction write) {
    const PieceWriter counter = count_piece(write);
    bytes_.assign(counter.size(), 0);
    references_.assign(counter.reference_count(), Reference{});
    PieceWriter writer(bytes_.data(), references_.data());
    write(writer);
  }

  constexpr PieceView view() const {
    return {bytes_.data(), static_cast<std::uint32_t>(bytes_.size()), references_.data(),
            static_cast<std::uint32_t>(references_.size()), 1};
  }

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<Reference> references_;
};

// Calls visitor(view) with the definition, however it is kept.
template <class Visitor>
constexpr void with_definition(const TypeShape& type, Visitor&& visitor) {
  if (type.is_recursive) {
    visitor(WrittenPiece(type.write).view());
  } else {
    visitor(type.definition);
  }
}

// A hash table by name, for compile time: adding n types costs about n steps, not n squared.
class TypeIndex {
 public:
  constexpr explicit TypeIndex(std::span<const Pieces> roots) : slots_(16, nothing) {
    for (const Pieces& list : roots) {
      for (const PieceView& root : list) add_all(root);
    }
    for (std::size_t next = 0; next < types_.size(); ++next) {
      with_definition(*types_[next], [this](const PieceView& definition) { add_all(definition); });
    }
  }

  // In the order of the typespace.
  constexpr const std::vector<const TypeShape*>& types() const { return types_; }

  // Two different types have the same name.
  constexpr bool has_clash() const { return clash_; }

  constexpr bool has_recursive_type() const {
    for (const TypeShape* const type : types_) {
      if (type->is_recursive) return true;
    }
    return false;
  }

  constexpr std::uint32_t number_of(const TypeShape& type) const { return slots_[slot_of(type)]; }

 private:
  static constexpr std::uint32_t nothing = ~std::uint32_t{0};

  constexpr void add_all(const PieceView& piece) {
    for (std::uint32_t i = 0; i < piece.reference_count; ++i) add(*piece.references[i].type);
  }

  // Where the type is, or where it would go.
  constexpr std::size_t slot_of(const TypeShape& type) const {
    std::size_t slot = type.hash & (slots_.size() - 1);
    while (slots_[slot] != nothing && types_[slots_[slot]]->name.whole != type.name.whole)
      slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  constexpr void add(const TypeShape& type) {
    const std::size_t slot = slot_of(type);
    if (slots_[slot] != nothing) {
      if (types_[slots_[slot]]->full_name != type.full_name) clash_ = true;
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

}  // namespace stdb::detail
