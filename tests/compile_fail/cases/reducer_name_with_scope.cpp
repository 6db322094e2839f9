// expect: stdb: the stdb::wire_name of a function has no dots: functions have no scope
#include "module.hpp"

#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_name<greet> = "people.greet";
#else
template <>
inline constexpr std::string_view stdb::wire_name<greet> = "people_greet";
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
