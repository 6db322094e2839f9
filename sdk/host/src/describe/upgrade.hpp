// sdk/host/src/describe/upgrade.hpp: whether the values of one type are values of another as they lie.
#pragma once

#include <string>

#include "stdb/host/schema.hpp"

namespace stdb::host {

// A type where it stands.
struct TypeIn {
  const AlgebraicType& type;
  const Typespace& space;
};

// Whether two types are written out alike, names of members included.
bool is_same_type(TypeIn left, TypeIn right);

struct Upgrade {
  std::string problem;     // why it cannot be, as a server ends its sentence (", with fewer variants"); none: it can
  bool is_within = false;  // the problem lies in a part of the type
  bool is_possible = true;
};

// A sum may have new cases at its end where that moves nothing in a server's memory, and so may sums within products,
// cases and arrays. Nothing else may change.
Upgrade check_upgrade(TypeIn from, TypeIn to);

}  // namespace stdb::host
