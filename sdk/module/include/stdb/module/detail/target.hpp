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

}  // namespace stdb::detail
