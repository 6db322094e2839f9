// sdk/host/.../algebraic_type.hpp: the types of SpacetimeDB as values, as a module describes them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "stdb/host/bytes.hpp"
#include "stdb/host/error.hpp"

namespace stdb::host {

// In the order of the wire's tags (host-abi 2.2).
enum class TypeKind : std::uint8_t {
  ref,
  sum,
  product,
  array,
  string,
  boolean,
  i8,
  u8,
  i16,
  u16,
  i32,
  u32,
  i64,
  u64,
  i128,
  u128,
  i256,
  u256,
  f32,
  f64,
};

struct TypeMember;

// One type. Sums and products hold members, arrays an element, references an index into a Typespace.
struct AlgebraicType {
  static constexpr std::uint32_t variable = 0xFFFFFFFF;

  TypeKind kind = TypeKind::product;
  std::uint32_t ref = 0;
  std::vector<TypeMember> members;
  std::shared_ptr<const AlgebraicType> element;

  // What Typespace::prepare found out.
  std::uint32_t fixed_size = variable;  // bytes of every value, or `variable`
  bool any_bytes = false;               // no encoded value of fixed_size bytes is invalid

  bool is(TypeKind wanted) const { return kind == wanted; }
};

// A field of a product or a case of a sum.
struct TypeMember {
  std::optional<std::string> name;
  AlgebraicType type;
  std::string source_name = {};  // the module's own name, where it was converted to another
};

// The types that references mean. Every reference in it is in range and leads to a type that is not a reference.
class Typespace {
 public:
  Typespace() = default;

  // Refuses references out of range, references that lead only to each other, and types of too many parts.
  static Expected<Typespace> create(std::vector<AlgebraicType> types);

  // Checks a type that stands outside the typespace (the parameters of a reducer) and notes its sizes.
  Expected<void> prepare(AlgebraicType& type) const;

  const std::vector<AlgebraicType>& types() const { return types_; }

  // The type that `type` means: itself unless it is a reference.
  const AlgebraicType& resolve(const AlgebraicType& type) const {
    const AlgebraicType* at = &type;
    while (at->kind == TypeKind::ref) at = &types_[at->ref];
    return *at;
  }

  // Whether a value of the type can hold another of the same type, at any depth.
  bool is_recursive(const AlgebraicType& type) const;

 private:
  std::vector<AlgebraicType> types_;
  std::vector<std::uint64_t> parts_;  // of each type, written out
};

// Reads a type from its own BSATN, from the start of `bytes`; `used` becomes the bytes read.
Expected<AlgebraicType> read_type(ByteView bytes, std::size_t& used);

// Reads a ProductType: what stands after the tag of a product.
Expected<AlgebraicType> read_product(ByteView bytes);

// Bytes of a scalar kind (bool, integers, floats); 0 for the others.
std::uint32_t scalar_size(TypeKind kind);

// As a module's author writes it: "u64", "String", "Array<u8>", "Option<u32>", "Identity", "(x: i32, y: i32)", "&3".
std::string type_name(const AlgebraicType& type);

// The types that the wire knows by their shape, which validation and JSON treat as one (host-abi 2.2).
enum class SpecialType : std::uint8_t {
  none,
  option,
  result,
  schedule_at,
  identity,
  connection_id,
  timestamp,
  time_duration,
  uuid,
  query,  // what a view that returns a query declares
};

SpecialType special_type(const AlgebraicType& type);

}  // namespace stdb::host
