// sdk/host/src/store/sequence.hpp: the source of generated column values.
#pragma once

#include "stdb/host/schema.hpp"

namespace stdb::host {

// Values come in order from `start` by `increment`; beyond the greatest it begins again at the least. Not part of any
// transaction: what was drawn is gone, whatever becomes of it (host-abi 6.3).
class Sequence {
 public:
  explicit Sequence(const SequenceDef& def);

  std::uint16_t column() const { return column_; }
  Int128 draw();

 private:
  std::uint16_t column_;
  Int128 least_;
  Int128 greatest_;
  Int128 increment_;
  Int128 next_;
};

}  // namespace stdb::host
