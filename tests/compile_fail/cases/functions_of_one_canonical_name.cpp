// expect: stdb: two of the module's reducers, procedures and views have the same canonical name
// broken: 2
#include "module.hpp"

struct start {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#if STDB_BROKEN == 1
template <>
inline constexpr std::string_view stdb::canonical_name<start> = "greet";
#elif STDB_BROKEN == 2
template <>
inline constexpr std::string_view stdb::canonical_name<start> = "hello";
template <>
inline constexpr std::string_view stdb::canonical_name<greet> = "hello";
#else
template <>
inline constexpr std::string_view stdb::canonical_name<start> = "hello";
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet, start>>;
