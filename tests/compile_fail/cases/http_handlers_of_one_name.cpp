// expect: stdb: two handlers have the same name
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
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::routes<stdb::http::get<"/a", hello>, stdb::http::get<"/b", other::hello>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::routes<stdb::http::get<"/a", hello>, stdb::http::get<"/b", other::bye>, stdb::http::get<"/c", hello>>>;
#endif
