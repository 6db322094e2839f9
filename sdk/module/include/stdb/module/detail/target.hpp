// sdk/module/.../detail/target.hpp: which servers this module is built for.
#pragma once

namespace stdb::detail {

// STDB_TARGET comes from stdb_add_module(... TARGET): 10000 for 1, 20800 for 2.8. The SDK's one setting that must be
// known before any of its code is read.
#ifdef STDB_TARGET
inline constexpr unsigned target = STDB_TARGET;
#else
inline constexpr unsigned target = 20800;
#endif

// RawModuleDef V10; before it hosts know V9 only.
inline constexpr bool has_v10 = target >= 20000;
// spacetime_10.4: one call finds the rows of one key.
inline constexpr bool has_point_scan = target >= 20000;
// A view may answer with the SQL of a query.
inline constexpr bool has_query_views = target >= 20100;
// spacetime_10.5: one call empties a table.
inline constexpr bool has_clear = target >= 20200;
// HTTP handlers and routes.
inline constexpr bool has_http_handlers = target >= 20400;
// Primary keys of procedural views.
inline constexpr bool has_view_keys = target >= 20401;
// Submodules.
inline constexpr bool has_submodules = target >= 20800;
// spacetime_10.6: values of the environment; and outboxes.
inline constexpr bool has_environment = target >= 21400;

// The same for a static_assert: dependent on what needs it, so that it is asked only where that is used.
template <bool Has, class... Needing>
inline constexpr bool offered = Has;

}  // namespace stdb::detail
