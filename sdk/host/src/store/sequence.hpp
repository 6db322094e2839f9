// sdk/host/src/store/sequence.hpp: the source of generated column values.
#pragma once

#include "stdb/host/schema.hpp"

namespace stdb::host {

// Values come in order from `start` by `increment`; beyond the greatest it begins again at the least.
class Sequence {
 public:
  explicit Sequence(const SequenceDef& def);  // borrowed

  const SequenceDef& def() const { return *def_; }
  std::uint16_t column() const { return def_->column; }
  Int128 draw();

  // The number that is drawn next; a database that is loaded goes on where it was.
  Int128 next() const { return next_; }
  void go_on_from(Int128 next) { next_ = next; }

  // Has `go_back` return to this point.
  void keep() { kept_ = next_; }
  void go_back() { next_ = kept_; }

 private:
  const SequenceDef* def_;
  Int128 least_;
  Int128 greatest_;
  Int128 increment_;
  Int128 next_;
  Int128 kept_;
};

}  // namespace stdb::host
