// expect: stdb: a handler has the function stdb::http::Response operator()(stdb::HandlerContext& ctx, const
// broken: 8
#include "module.hpp"

#if STDB_BROKEN == 1
struct handler_under_test {
  stdb::http::Response operator()() const { return {}; }
};
#elif STDB_BROKEN == 2
struct handler_under_test {
  stdb::http::Response operator()(stdb::HandlerContext&) const { return {}; }
};
#elif STDB_BROKEN == 3
struct handler_under_test {
  stdb::http::Response operator()(const stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
#elif STDB_BROKEN == 4
struct handler_under_test {
  stdb::http::Response operator()(stdb::ProcedureContext&, const stdb::http::Request&) const { return {}; }
};
#elif STDB_BROKEN == 5
struct handler_under_test {
  stdb::http::Response operator()(stdb::HandlerContext&, std::uint32_t) const { return {}; }
};
#elif STDB_BROKEN == 6
struct handler_under_test {
  std::uint32_t operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return 1; }
};
#elif STDB_BROKEN == 7
struct handler_under_test {
  void operator()(stdb::HandlerContext&, const stdb::http::Request&) const {}
};
#elif STDB_BROKEN == 8
struct handler_under_test {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) { return {}; }
};
#else
struct handler_under_test {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x", handler_under_test>>>;
