// tests/compile_fail/accepted/http_handlers.cpp: handlers and routes of every kind, nested and in several lists.
#include <stdb/module.hpp>

struct hello {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {}; }
};
struct declared_only {
  stdb::http::Response operator()(stdb::HandlerContext& ctx, const stdb::http::Request& request) const;
};
// Whatever context and request it is handed.
struct generic {
  stdb::http::Response operator()(auto& ctx, const auto&) const {
    static_cast<void>(ctx.timestamp());
    return {};
  }
};

using Api = stdb::http::nest<"/v1", stdb::http::any<"/echo", hello>,
                             stdb::http::nest<"/deep", stdb::http::get<"", declared_only>>>;

constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::routes<stdb::http::get<"/x", hello>, stdb::http::head<"/x", hello>, stdb::http::post<"/x", hello>,
                 stdb::http::put<"/x", hello>, stdb::http::delete_<"/x", hello>, stdb::http::options<"/x", hello>,
                 stdb::http::patch<"/x", declared_only>, Api>,
    stdb::routes<stdb::http::get<"", generic>, stdb::http::get<"/", hello>>>;
