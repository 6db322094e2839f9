// sdk/module/.../http/routes.hpp: routes, which requests a module answers.
#pragma once

#include "stdb/schema/fixed_string.hpp"

namespace stdb {

namespace detail {

// The wire's numbers of the methods; any stands for all of them.
enum class RouteMethod { get = 0, head = 1, post = 2, put = 3, delete_ = 4, options = 6, patch = 8, any = 255 };

template <RouteMethod Method, FixedString Path, class Handler>
struct Route {};

template <FixedString Prefix, class... Routes>
struct Nest {};

}  // namespace detail

// A part of define<...>: requests to /v1/database/NAME/route and the path go to the handler. A path is empty or begins
// with '/' and consists of a-z, 0-9, '-', '_', '~' and '/'; it is compared as it is, with its slashes. Two routes must
// not be for the same path and method. Several routes<...> add up. Needs TARGET 2.4.1.
//   stdb::routes<stdb::http::get<"/hello", hello>, stdb::http::nest<"/api", stdb::http::any<"/echo", echo>>>
template <class... Routes>
struct routes {};

namespace http {

template <FixedString Path, class Handler>
using get = stdb::detail::Route<stdb::detail::RouteMethod::get, Path, Handler>;
template <FixedString Path, class Handler>
using head = stdb::detail::Route<stdb::detail::RouteMethod::head, Path, Handler>;
template <FixedString Path, class Handler>
using post = stdb::detail::Route<stdb::detail::RouteMethod::post, Path, Handler>;
template <FixedString Path, class Handler>
using put = stdb::detail::Route<stdb::detail::RouteMethod::put, Path, Handler>;
template <FixedString Path, class Handler>
using delete_ = stdb::detail::Route<stdb::detail::RouteMethod::delete_, Path, Handler>;
template <FixedString Path, class Handler>
using options = stdb::detail::Route<stdb::detail::RouteMethod::options, Path, Handler>;
template <FixedString Path, class Handler>
using patch = stdb::detail::Route<stdb::detail::RouteMethod::patch, Path, Handler>;
// Whatever the method.
template <FixedString Path, class Handler>
using any = stdb::detail::Route<stdb::detail::RouteMethod::any, Path, Handler>;
// The routes with the prefix before each of their paths.
template <FixedString Prefix, class... Routes>
using nest = stdb::detail::Nest<Prefix, Routes...>;

}  // namespace http
}  // namespace stdb
