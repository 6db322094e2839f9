// sdk/host/src/values/value_view.hpp: encoded values taken apart by the names of their type's members.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/bytes.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::host {

// Thrown when a description has not the member that the reader asks for: the generated description and the code that
// reads by it have come apart. Caught where descriptions are read.
struct UnknownMember : std::logic_error {
  using std::logic_error::logic_error;
};

// A value that measure() has accepted. Borrows its bytes and its types. Each step costs a walk over what lies before.
class ValueView {
 public:
  ValueView(const AlgebraicType& type, const Typespace& space, ByteView bytes)
      : type_(&space.resolve(type)), space_(&space), bytes_(bytes) {}

  const AlgebraicType& type() const { return *type_; }
  ByteView bytes() const { return bytes_; }  // begin with this value; more may follow

  ValueView field(std::string_view name) const;  // of a product
  std::string_view case_name() const;            // of a sum
  ValueView payload() const;                     // of a sum
  std::optional<ValueView> some() const;         // of an option
  std::vector<ValueView> elements() const;       // of an array

  bool as_bool() const { return bytes_[0] != 0; }
  std::uint16_t as_u16() const;
  std::uint32_t as_u32() const;
  Int128 as_i128() const;
  std::string as_string() const;
  Bytes as_bytes() const;  // of an array of u8

 private:
  const AlgebraicType* type_;
  const Typespace* space_;
  ByteView bytes_;
};

}  // namespace stdb::host
