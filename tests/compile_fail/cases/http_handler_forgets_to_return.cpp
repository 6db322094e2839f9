// expect: return
#include "module.hpp"

#ifdef STDB_BROKEN
struct handler_under_test {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const {}
};
#else
struct handler_under_test {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x", handler_under_test>>>;
