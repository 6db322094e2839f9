// sdk/module/.../detail/piece.hpp: a part of a module's description, written at compile time.
//
// A description is put together from pieces, one for each table, reducer and type, each a constant of its own, so that
// no single constant evaluation grows with the module. Where a piece refers to a type it leaves four bytes open and
// notes which type belongs there; the number is known once all types of the module are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stdb/bsatn/detail/type_name.hpp"

namespace stdb::detail {

struct TypeShape;

struct Reference {
  std::uint32_t offset = 0;  // of the four open bytes, from the piece's beginning
  const TypeShape* type = nullptr;
};

// Points into constants; free to copy.
struct PieceView {
  const std::uint8_t* bytes = nullptr;
  std::uint32_t size = 0;
  const Reference* references = nullptr;
  std::uint32_t reference_count = 0;
  std::uint32_t elements = 0;  // of the section's list; nearly always one
};

using Pieces = std::span<const PieceView>;

// Stands where there is nothing to say.
inline constexpr PieceView no_piece{};

constexpr std::size_t count_present(Pieces all) {
  std::size_t count = 0;
  for (const PieceView& piece : all) count += piece.elements != 0 ? 1u : 0u;
  return count;
}

// The pieces that are there, of an array in which some are not.
template <const auto& All>
constexpr auto present() {
  constexpr std::size_t count = count_present(All);
  std::array<PieceView, count> found{};
  std::size_t at = 0;
  for (const PieceView& piece : All) {
    if (piece.elements != 0) found[at++] = piece;
  }
  return found;
}

class PieceWriter;
using PieceFunction = void (*)(PieceWriter&);

// A type that has a name and a place in the module's typespace.
struct TypeShape {
  bsatn::detail::ScopedName name;
  std::string_view full_name;  // with its namespaces: tells types of one name apart
  std::uint32_t hash = 0;      // of the name
  // Its AlgebraicType; its references are the types it is made of. Empty where the type contains itself: such a
  // definition cannot be a constant of its own, for it would have to exist before it does, and `write` writes it
  // instead.
  PieceView definition;
  PieceFunction write = nullptr;
  bool is_recursive = false;
};

// Without room it only counts.
class PieceWriter {
 public:
  constexpr PieceWriter() = default;
  constexpr PieceWriter(std::uint8_t* bytes, Reference* references) : bytes_(bytes), references_(references) {}

  constexpr std::uint32_t size() const { return size_; }
  constexpr std::uint32_t reference_count() const { return reference_count_; }

  constexpr void byte(std::uint8_t value) {
    if (bytes_ != nullptr) bytes_[size_] = value;
    ++size_;
  }

  constexpr void u16(std::uint16_t value) { integer(value, 2); }

  // Also the count that comes before a list.
  constexpr void u32(std::uint32_t value) { integer(value, 4); }

  constexpr void text(std::string_view text) {
    u32(static_cast<std::uint32_t>(text.size()));
    if (bytes_ != nullptr) {
      std::uint8_t* to = bytes_ + size_;
      const char* const end = text.data() + text.size();
      for (const char* from = text.data(); from != end; ++from) *to++ = static_cast<std::uint8_t>(*from);
    }
    size_ += static_cast<std::uint32_t>(text.size());
  }

  constexpr void reference(const TypeShape& type) {
    if (references_ != nullptr) references_[reference_count_] = {size_, &type};
    ++reference_count_;
    u32(0);
  }

 private:
  constexpr void integer(std::uint32_t value, std::uint32_t size) {
    if (bytes_ != nullptr) {
      for (std::uint32_t at = 0; at < size; ++at) bytes_[size_ + at] = static_cast<std::uint8_t>(value >> (8 * at));
    }
    size_ += size;
  }

  std::uint8_t* bytes_ = nullptr;
  Reference* references_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t reference_count_ = 0;
};

template <std::size_t Size, std::size_t References>
struct Piece {
  std::array<std::uint8_t, Size> bytes{};
  std::array<Reference, References> references{};
};

constexpr PieceWriter count_piece(PieceFunction write) {
  PieceWriter counter;
  write(counter);
  return counter;
}

template <PieceFunction Write>
constexpr auto write_piece() {
  constexpr PieceWriter counted = count_piece(Write);
  Piece<counted.size(), counted.reference_count()> piece;
  PieceWriter writer(piece.bytes.data(), piece.references.data());
  Write(writer);
  return piece;
}

template <PieceFunction Write>
inline constexpr auto piece = write_piece<Write>();

template <PieceFunction Write>
inline constexpr PieceView piece_view = {
    piece<Write>.bytes.data(), static_cast<std::uint32_t>(piece<Write>.bytes.size()), piece<Write>.references.data(),
    static_cast<std::uint32_t>(piece<Write>.references.size()), 1};

}  // namespace stdb::detail
