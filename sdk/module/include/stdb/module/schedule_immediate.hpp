// sdk/module/.../schedule_immediate.hpp: schedule_immediate, a call of a reducer as soon as may be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/encode.hpp"
#include "stdb/module/detail/runtime.hpp"

namespace stdb {

// Has the host call the reducer in a transaction of its own when it gets to it: schedule_immediate(greet{.name =
// "Ann"}). Not a part of the present transaction: it happens even if that is rolled back, and it is forgotten if the
// server stops before. For what must happen, or later, insert into a scheduled table.
template <class Reducer>
void schedule_immediate(const Reducer& reducer) {
  constexpr std::string_view name = bsatn::detail::function_name<Reducer>();
  const std::size_t size = bsatn::measure(reducer);
  // A pointer that is not null, also where there are no arguments.
  std::uint8_t* const arguments = detail::scratch(size + 1).data();
  bsatn::encode_at(arguments, reducer);
  stdb_volatile_nonatomic_schedule_immediate(reinterpret_cast<const std::uint8_t*>(name.data()),
                                             static_cast<std::uint32_t>(name.size()), arguments,
                                             static_cast<std::uint32_t>(size));
}

}  // namespace stdb
