// sdk/module/.../detail/procedure_parts.hpp: a module's procedures.
#pragma once

#include <array>

#include "stdb/module/detail/check_functions.hpp"
#include "stdb/module/detail/function_piece.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/piece.hpp"

namespace stdb::detail {

template <class List>
struct ProcedureParts;
template <class... Entries>
struct ProcedureParts<List<Entries...>> {
  static constexpr std::array<PieceView, sizeof...(Entries)> procedures = {piece_view<
      &write_procedure<typename Entries::function, returned_t<typename Entries::function>, Entries::visibility>>...};

  static constexpr void check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_procedure<typename Entries::function>()...};
  }
};

}  // namespace stdb::detail
