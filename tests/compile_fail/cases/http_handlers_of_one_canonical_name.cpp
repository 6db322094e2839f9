// expect: stdb: two handlers have the same canonical name
// broken: 3
#include "module.hpp"

struct sayHello {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
struct say_hello {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};

#if STDB_BROKEN == 1
template <>
inline constexpr std::string_view stdb::canonical_name<sayHello> = "say_hello";
#elif STDB_BROKEN == 2
template <>
inline constexpr std::string_view stdb::canonical_name<sayHello> = "hello";
template <>
inline constexpr std::string_view stdb::canonical_name<say_hello> = "hello";
#elif !defined(STDB_BROKEN)
template <>
inline constexpr std::string_view stdb::canonical_name<sayHello> = "hello";
#endif

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::routes<stdb::http::get<"/a", sayHello>, stdb::http::get<"/b", say_hello>>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
