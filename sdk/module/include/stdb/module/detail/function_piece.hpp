// sdk/module/.../detail/reducer_piece.hpp: a reducer's part of the description.
#pragma once

#include <cstdint>

#include "stdb/module/detail/target.hpp"
#include "stdb/module/detail/type_shape.hpp"

namespace stdb::detail {

// The events of a database's life. The numbers are the wire's.
enum class Lifecycle : std::uint8_t { init = 0, on_connect = 1, on_disconnect = 2, none = 255 };

// RawReducerDefV9 or RawReducerDefV10.
template <class Reducer, Lifecycle Event>
constexpr void write_reducer(PieceWriter& out) {
  out.text(bsatn::detail::type_name<Reducer>());
  write_members<Reducer>(out);
  if constexpr (has_v10) {
    out.byte(Event == Lifecycle::none ? 1 : 0);  // clients may call it, or only the host does
    write_unit(out);                             // what success carries
    out.byte(tag_string);                        // what failure carries
  } else if constexpr (Event == Lifecycle::none) {
    out.byte(1);
  } else {
    out.byte(0);
    out.byte(static_cast<std::uint8_t>(Event));
  }
}

}  // namespace stdb::detail
