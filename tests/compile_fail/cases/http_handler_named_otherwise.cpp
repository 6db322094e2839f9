// expect: stdb: a handler has the name of a reducer, procedure or view but another canonical name
// broken: 2
#include "module.hpp"

namespace web {
struct greet {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
}  // namespace web

#if STDB_BROKEN == 1
template <>
inline constexpr std::string_view stdb::canonical_name<web::greet> = "hello";
#elif STDB_BROKEN == 2
template <>
inline constexpr std::string_view stdb::canonical_name<greet> = "hello";
#endif

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::reducers<greet>, stdb::routes<stdb::http::get<"/a", web::greet>>>;
