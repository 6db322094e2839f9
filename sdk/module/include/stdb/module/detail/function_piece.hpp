// sdk/module/.../detail/function_piece.hpp: reducers, procedures and views as parts of the description.
#pragma once

#include <cstdint>

#include "stdb/module/detail/target.hpp"
#include "stdb/module/detail/type_shape.hpp"
#include "stdb/module/detail/view_answer.hpp"

namespace stdb::detail {

// The events of a database's life. The numbers are the wire's.
enum class Lifecycle : std::uint8_t { init = 0, on_connect = 1, on_disconnect = 2, none = 255 };

// The numbers are the wire's.
enum class Visibility : std::uint8_t { owner = 0, clients = 1 };

// RawReducerDefV9 or RawReducerDefV10.
template <class Reducer, Lifecycle Event, Visibility Seen>
constexpr void write_reducer(PieceWriter& out) {
  out.text(bsatn::detail::function_name<Reducer>());
  write_fields(out, member_names<Reducer>, members_of<Reducer>());
  if constexpr (has_v10) {
    out.byte(static_cast<std::uint8_t>(Seen));
    write_unit(out);       // what success carries
    out.byte(tag_string);  // what failure carries
  } else if constexpr (Event == Lifecycle::none) {
    out.byte(1);
  } else {
    out.byte(0);
    out.byte(static_cast<std::uint8_t>(Event));
  }
}

// RawLifeCycleReducerDefV10.
template <class Reducer, Lifecycle Event>
constexpr void write_lifecycle(PieceWriter& out) {
  out.byte(static_cast<std::uint8_t>(Event));
  out.text(bsatn::detail::function_name<Reducer>());
}

// RawProcedureDefV10.
template <class Procedure, class Returned, Visibility Seen>
constexpr void write_procedure(PieceWriter& out) {
  out.text(bsatn::detail::function_name<Procedure>());
  write_fields(out, member_names<Procedure>, members_of<Procedure>());
  if constexpr (std::is_void_v<Returned>) {
    write_unit(out);
  } else {
    write_type<Returned>(out);
  }
  out.byte(static_cast<std::uint8_t>(Seen));
}

// RawViewDefV9, which is V10's too. Index is the view's place among those of its kind.
template <class View, std::uint32_t Index>
constexpr void write_view(PieceWriter& out) {
  using Answer = ViewAnswer<View>;
  out.text(bsatn::detail::function_name<View>());
  out.u32(Index);
  out.byte(1);  // every client may read it
  out.byte(Answer::is_anonymous ? 1 : 0);
  out.u32(0);  // no parameters
  if constexpr (Answer::is_query) {
    out.byte(tag_product);
    out.u32(1);
    write_name(out, "__query__");
    write_type<typename Answer::row_type>(out);
  } else {
    write_type<typename Answer::type>(out);
  }
}

// RawViewPrimaryKeyDefV10.
template <class View>
constexpr void write_view_key(PieceWriter& out) {
  out.text(bsatn::detail::function_name<View>());
  out.u32(1);
  out.text(View::primary_key::column::name);
}

}  // namespace stdb::detail
