// sdk/module/.../detail/reducer_signature.hpp: the hash of a reducer's signature, by which databases that call each
// other see that they mean the same.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "stdb/module/detail/keccak.hpp"
#include "stdb/module/detail/type_index.hpp"
#include "stdb/module/detail/type_shape.hpp"

namespace stdb::detail {

// The types that a signature reaches, numbered in the order of their first use; each type's own parts come before what
// follows it. A template, so that the compiler only looks into it in a module that has an outbox.
template <class Reducer>
class SignatureTypes {
 public:
  // The piece's bytes with these numbers in them.
  constexpr std::vector<std::uint8_t> number(const PieceView& piece) {
    std::vector<std::uint8_t> bytes;
    bytes.assign(piece.bytes, piece.bytes + piece.size);
    for (std::uint32_t i = 0; i < piece.reference_count; ++i) {
      const std::uint32_t number = number_of(*piece.references[i].type);
      for (std::uint32_t byte = 0; byte < 4; ++byte) {
        bytes[piece.references[i].offset + byte] = static_cast<std::uint8_t>(number >> (8 * byte));
      }
    }
    return bytes;
  }

  constexpr const std::vector<std::vector<std::uint8_t>>& definitions() const { return definitions_; }

 private:
  constexpr std::uint32_t number_of(const TypeShape& type) {
    const auto known = std::find(types_.begin(), types_.end(), &type);
    const auto number = static_cast<std::uint32_t>(known - types_.begin());
    if (known == types_.end()) {
      types_.push_back(&type);
      definitions_.emplace_back();
      std::vector<std::uint8_t> definition;
      with_definition(type, [&](const PieceView& piece) { definition = this->number(piece); });
      definitions_[number] = definition;
    }
    return number;
  }

  std::vector<const TypeShape*> types_;
  std::vector<std::vector<std::uint8_t>> definitions_;
};

template <class Reducer>
constexpr void write_parameters(PieceWriter& out) {
  out.byte(tag_product);
  write_fields(out, member_names<Reducer>, members_of<Reducer>());
}

// Source: spacetimedb-schema's reducer_signature_hash: a domain, then BSATN of the parameters, of what success and
// failure carry, and of the types reached.
template <class Reducer>
constexpr std::array<std::uint8_t, 32> reducer_signature() {
  std::vector<std::uint8_t> bytes;
  for (const char c : std::string_view("spacetimedb:idc:reducer-signature:v1")) {
    bytes.push_back(static_cast<std::uint8_t>(c));
  }
  bytes.push_back(0);
  SignatureTypes<Reducer> types;
  for (const std::uint8_t byte : types.number(piece_view<&write_parameters<Reducer>>)) bytes.push_back(byte);
  for (const std::uint8_t byte : {std::uint8_t{tag_product}, std::uint8_t{0}, std::uint8_t{0}, std::uint8_t{0},
                                  std::uint8_t{0}, std::uint8_t{tag_string}}) {
    bytes.push_back(byte);
  }
  for (int shift = 0; shift < 32; shift += 8) {
    bytes.push_back(static_cast<std::uint8_t>(types.definitions().size() >> shift));
  }
  for (const std::vector<std::uint8_t>& definition : types.definitions()) {
    for (const std::uint8_t byte : definition) bytes.push_back(byte);
  }
  return keccak_256(bytes);
}

}  // namespace stdb::detail
