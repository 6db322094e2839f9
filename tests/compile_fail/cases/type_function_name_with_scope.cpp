// expect: stdb: the stdb::wire_name of a function has no dots: functions have no scope
#include "module.hpp"

struct delete_ {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_name<delete_> = "people.delete";
#else
template <>
inline constexpr std::string_view stdb::wire_name<delete_> = "delete";
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<delete_>>;
