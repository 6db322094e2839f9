// expect: stdb: routes and HTTP handlers need TARGET 2.4.1 or newer
// target: 10000
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

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x", hello>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
#endif
