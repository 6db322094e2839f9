// sdk/schema/.../canonical_name.hpp: canonical_name, another name of a function for SQL and generated client code.
#pragma once

#include <string_view>

namespace stdb {

// Empty: the function is called what it is called. Specialised beside the function's type, before the module is
// defined:
//   template <> inline constexpr std::string_view stdb::canonical_name<add> = "add_person";
// Needs TARGET 2.0. Source: RawModuleDefV10's ExplicitNames.
template <class Function>
inline constexpr std::string_view canonical_name{};

}  // namespace stdb
