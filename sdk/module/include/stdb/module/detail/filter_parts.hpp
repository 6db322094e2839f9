// sdk/module/.../detail/filter_parts.hpp: a module's filters of what clients see.
#pragma once

#include <array>

#include "stdb/module/detail/check_filter.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/piece.hpp"

namespace stdb::detail {

// RawRowLevelSecurityDefV9, which is V10's too.
template <auto Head>
constexpr void write_filter(PieceWriter& out) {
  if constexpr (IsSqlText<Head>) {
    out.text({Head.characters, sizeof Head.characters - 1});
  } else if constexpr (MakesQuery<Head>) {
    out.text(Head.make_query().sql());
  }
}

template <class List>
struct FilterParts;
template <class... Entries>
struct FilterParts<List<Entries...>> {
  static constexpr std::array<PieceView, sizeof...(Entries)> filters = {piece_view<&write_filter<Entries::query>>...};

  template <class Tables, class Sources>
  static constexpr void check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_filter<Entries::query, Tables, Sources>()...};
  }
};

}  // namespace stdb::detail
