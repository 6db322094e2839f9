// sdk/schema/.../detail/option_kind.hpp: OptionKind, by which a table's options are told apart.
#pragma once

#include <cstdint>

namespace stdb::detail {

enum class OptionKind : std::uint8_t {
  access,
  event,
  canonical,
  name_space,
  primary_key,
  unique,
  auto_inc,
  index,
  index_name,
  default_value,
  schedule,
  outbox,
};

}  // namespace stdb::detail
