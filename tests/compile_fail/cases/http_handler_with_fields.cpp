// expect: stdb: a handler's struct has no fields: what it is told is the request
#include "module.hpp"

#ifdef STDB_BROKEN
struct handler_under_test {
  std::uint32_t x = 0;
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
#else
struct handler_under_test {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x", handler_under_test>>>;
