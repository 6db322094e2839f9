// sdk/bsatn/.../wire_name.hpp: wire_name, what a type or function is called on the wire where C++ calls it otherwise.
#pragma once

#include <string_view>

namespace stdb {

// Said beside the type, in the header that declares it; empty where nothing is said, and then the type's own name
// counts, without its namespaces:
//   template <> inline constexpr std::string_view stdb::wire_name<delete_> = "delete";
// The name of a type may have a scope, which generated client code makes a namespace or module of: its parts are
// separated by dots, "Auth.UserRole". A function's name has no scope. An alias names the same type as its original.
template <class T>
inline constexpr std::string_view wire_name{};

}  // namespace stdb
