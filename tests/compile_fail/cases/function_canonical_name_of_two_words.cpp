// expect: stdb: a canonical name consists of letters, digits and _
#include "module.hpp"

#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::canonical_name<greet> = "say hello";
#else
template <>
inline constexpr std::string_view stdb::canonical_name<greet> = "say_hello";
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
