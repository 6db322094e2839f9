// expect: stdb: two routes are for the same path and method
// broken: 4
#include "module.hpp"

struct hello {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
namespace other {
struct hello {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
struct bye {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
}  // namespace other

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::routes<stdb::http::get<"/x", hello>, stdb::http::get<"/x", other::bye>>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::routes<stdb::http::get<"/x", hello>, stdb::http::any<"/x", other::bye>>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::routes<stdb::http::get<"/api/x", hello>, stdb::http::nest<"/api", stdb::http::get<"/x", hello>>>>;
#elif STDB_BROKEN == 4
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::routes<stdb::http::get<"/x", hello>>, stdb::routes<stdb::http::get<"/x", hello>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::routes<stdb::http::get<"/x", hello>, stdb::http::post<"/x", hello>, stdb::http::get<"/x/", hello>>>;
#endif
