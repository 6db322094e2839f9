// sdk/host/src/store/sequence.cpp: the source of generated column values.
#include "store/sequence.hpp"

namespace stdb::host {
namespace {

constexpr Int128 greatest_number = ~(Int128{1} << 127);

}  // namespace

Sequence::Sequence(const SequenceDef& def)
    : def_(&def),
      least_(def.min_value.value_or(1)),
      greatest_(def.max_value.value_or(greatest_number)),
      increment_(def.increment),
      next_(def.start.value_or(least_)),
      kept_(next_) {}

Int128 Sequence::draw() {
  const Int128 drawn = next_;
  Int128 following = 0;
  const bool overflows = __builtin_add_overflow(drawn, increment_, &following);
  if (increment_ >= 0) {
    next_ = overflows || following > greatest_ ? least_ : following;
  } else {
    next_ = overflows || following < least_ ? greatest_ : following;
  }
  return drawn;
}

}  // namespace stdb::host
