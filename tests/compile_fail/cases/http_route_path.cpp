// expect: stdb: a route's path is empty or begins with '/' and consists of a-z
// broken: 6
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
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"x", hello>>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/X", hello>>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x?y", hello>>>;
#elif STDB_BROKEN == 4
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x y", hello>>>;
#elif STDB_BROKEN == 5
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x.html", hello>>>;
#elif STDB_BROKEN == 6
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::routes<stdb::http::nest<"api", stdb::http::get<"/x", hello>>>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::routes<stdb::http::get<"", hello>, stdb::http::get<"/x-1_~/", hello>,
                              stdb::http::nest<"/api", stdb::http::get<"/x", hello>>>>;
#endif
