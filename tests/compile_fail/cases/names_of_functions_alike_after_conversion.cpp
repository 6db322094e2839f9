// expect: stdb: two of the module's reducers, procedures and views have the same canonical name
#include "module.hpp"

struct sayHello {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct say_hello {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::reducers<sayHello, say_hello>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::reducers<sayHello, say_hello>, stdb::case_conversion<stdb::CaseConversionPolicy::unchanged>>;
#endif
