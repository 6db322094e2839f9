// sdk/host/.../profile.hpp: which generation of servers the embedded host answers like.
#pragma once

#include <cstdint>

namespace stdb::host {

enum class Profile : std::uint8_t {
  v1_2,  // 1.2.0: RawModuleDef up to V9, imports of spacetime_10.0 only, no _initialize
  v2,    // 2.x: V10, imports up to spacetime_10.6, _initialize
};

// The newest minor of the host's functions ("spacetime_10.<minor>") that a profile offers.
constexpr std::uint32_t newest_minor(Profile profile) { return profile == Profile::v1_2 ? 0 : 6; }

// Whether a profile offers the functions of "spacetime_10.<minor>".
constexpr bool offers(Profile profile, std::uint32_t minor) { return minor <= newest_minor(profile); }

}  // namespace stdb::host
