// sdk/module/.../detail/route_list.hpp: a module's routes, laid flat, and the handlers that they lead to.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/module/detail/handler_thunk.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/name_piece.hpp"
#include "stdb/module/detail/piece.hpp"
#include "stdb/module/http/routes.hpp"

namespace stdb::detail {

template <RouteMethod Method, const auto& Path, class Handler>
struct FlatRoute {
  using handler = Handler;
  static constexpr RouteMethod method = Method;
  static constexpr std::string_view path() { return {Path.data(), Path.size()}; }
};

// The prefix and the route's own path as a constant.
template <FixedString Prefix, FixedString Path>
constexpr auto join_path() {
  constexpr std::string_view prefix = Prefix.view();
  constexpr std::string_view path = Path.view();
  std::array<char, prefix.size() + path.size()> joined{};
  std::copy(path.begin(), path.end(), std::copy(prefix.begin(), prefix.end(), joined.begin()));
  return joined;
}
template <FixedString Prefix, FixedString Path>
inline constexpr auto joined_path = join_path<Prefix, Path>();

template <std::size_t Size>
constexpr auto as_fixed_string(const std::array<char, Size>& characters) {
  char text[Size + 1] = {};
  std::copy(characters.begin(), characters.end(), text);
  return FixedString<Size + 1>(text);
}

// A function, since clang makes nothing of a class that has refused something.
template <class Route>
constexpr auto refuse_route() {
  static_assert(!std::is_same_v<Route, Route>,
                "stdb: routes<...> takes http::get<\"/path\", handler>, the other methods, http::any and http::nest");
  return List<>();
}
template <FixedString Prefix, class Route>
struct Flatten {
  using type = decltype(refuse_route<Route>());
};
template <FixedString Prefix, RouteMethod Method, FixedString Path, class Handler>
struct Flatten<Prefix, Route<Method, Path, Handler>> {
  using type = List<FlatRoute<Method, joined_path<Prefix, Path>, Handler>>;
};
template <FixedString Prefix, FixedString Inner, class... Routes>
struct Flatten<Prefix, Nest<Inner, Routes...>> {
  using type = join_t<typename Flatten<as_fixed_string(joined_path<Prefix, Inner>), Routes>::type...>;
};

// Handlers without repetition, in the order of their first route. Modules have few.
template <class Kept, class... Rest>
struct Distinct {
  using type = Kept;
};
template <class... Kept, class Next, class... Rest>
struct Distinct<List<Kept...>, Next, Rest...> {
  using type = typename Distinct<
      std::conditional_t<(false || ... || std::is_same_v<Kept, Next>), List<Kept...>, List<Kept..., Next>>,
      Rest...>::type;
};

constexpr bool is_route_path(std::string_view path) {
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '~' || c == '/';
  };
  return path.empty() || (path.front() == '/' && std::all_of(path.begin(), path.end(), is_allowed));
}

// RawHttpHandlerDefV10.
template <class Handler>
constexpr void write_handler(PieceWriter& out) {
  out.text(bsatn::detail::function_name<Handler>());
}

// RawHttpRouteDefV10: the handler, MethodOrAny, the path.
template <class Route>
constexpr void write_route(PieceWriter& out) {
  out.text(bsatn::detail::function_name<typename Route::handler>());
  if constexpr (Route::method == RouteMethod::any) {
    out.byte(0);
  } else {
    out.byte(1);
    out.byte(static_cast<std::uint8_t>(Route::method));
  }
  out.text(Route::path());
}

template <class Routes>
struct RouteParts;
template <class... Routes>
struct RouteParts<List<Routes...>> {
  using handler_list = typename Distinct<List<>, typename Routes::handler...>::type;

  static constexpr std::array<PieceView, sizeof...(Routes)> routes = {piece_view<&write_route<Routes>>...};

  struct Asked {
    RouteMethod method;
    std::string_view path;
  };
  static constexpr std::array<Asked, sizeof...(Routes)> asked = {Asked{Routes::method, Routes::path()}...};

  static constexpr bool overlap() {
    for (std::size_t one = 0; one < asked.size(); ++one) {
      for (std::size_t other = one + 1; other < asked.size(); ++other) {
        const bool same_method = asked[one].method == asked[other].method || asked[one].method == RouteMethod::any ||
                                 asked[other].method == RouteMethod::any;
        if (same_method && asked[one].path == asked[other].path) return true;
      }
    }
    return false;
  }

  static constexpr void check() {
    static_assert(std::all_of(asked.begin(), asked.end(), [](const Asked& one) { return is_route_path(one.path); }),
                  "stdb: a route's path is empty or begins with '/' and consists of a-z, 0-9, '-', '_', '~' and '/'");
    static_assert(!overlap(), "stdb: two routes are for the same path and method");
  }
};

template <class Handlers>
struct HandlerParts;
template <class... Handlers>
struct HandlerParts<List<Handlers...>> {
  static constexpr std::array<PieceView, sizeof...(Handlers)> handlers = {piece_view<&write_handler<Handlers>>...};

  static constexpr std::array<std::string_view, sizeof...(Handlers)> names = {
      bsatn::detail::function_name<Handlers>()...};

  static constexpr bool has_two_of_one_name() {
    auto sorted = names;
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  }

  static constexpr std::array<PieceView, sizeof...(Handlers)> all_names = {function_names<if_said<Handlers>>()...};

  // Those of another kind of function are names of their own.
  template <class Convert>
  static constexpr bool have_one_canonical_name() {
    std::array<std::uint64_t, sizeof...(Handlers)> sorted = {
        hash_function_name<Convert>(bsatn::detail::function_name<Handlers>(), canonical_name<Handlers>)...};
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  }

  template <class Convert>
  static constexpr void check() {
    [[maybe_unused]] constexpr bool checked[] = {true, check_handler<Handlers>()...};
    static_assert(!has_two_of_one_name(), "stdb: two handlers have the same name");
    static_assert(has_two_of_one_name() || !have_one_canonical_name<Convert>(),
                  "stdb: two handlers have the same canonical name, as it is said or as case_conversion makes it");
  }
};

}  // namespace stdb::detail
