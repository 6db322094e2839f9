// expect: stdb: a canonical name consists of letters, digits and _
// broken: 2
#include "module.hpp"

struct hello {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};

template <>
inline constexpr std::string_view stdb::canonical_name<greet> =
#if STDB_BROKEN == 1
    "say hello";
#else
    "say_hello";
#endif
template <>
inline constexpr std::string_view stdb::canonical_name<hello> =
#if STDB_BROKEN == 2
    "hello page";
#else
    "hello_page";
#endif

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::reducers<greet>, stdb::routes<stdb::http::get<"/hello", hello>>>;
