// expect: stdb: routes<...> takes http::get<"/path", handler>, the other methods, http::any and http::nest
// broken: 3
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
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<hello>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<std::uint32_t>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::nest<"/api", hello>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::routes<stdb::http::get<"/x", hello>>>;
#endif
