// expect: stdb: a submodule has no routes: give them to the module itself
#include "module.hpp"

struct hello {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::submodule<"part", stdb::reducers<greet>, stdb::routes<stdb::http::get<"/hello", hello>>>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::submodule<"part", stdb::reducers<greet>>, stdb::routes<stdb::http::get<"/hello", hello>>>;
#endif
