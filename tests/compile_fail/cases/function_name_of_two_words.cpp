// expect: stdb: a stdb::wire_name consists of letters, digits and _
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
template <>
inline constexpr std::string_view stdb::wire_name<greet> = "say hello";
#elif STDB_BROKEN == 2
template <>
inline constexpr std::string_view stdb::wire_name<greet> = "2greet";
#else
template <>
inline constexpr std::string_view stdb::wire_name<greet> = "say_hello";
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
