// sdk/module/.../detail/dispatch.hpp: the tables in which the host's numbers find a module's functions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "stdb/abi/types.h"
#include "stdb/module/detail/function_thunk.hpp"
#include "stdb/module/detail/handler_thunk.hpp"
#include "stdb/module/detail/lists.hpp"

namespace stdb::detail {

template <class Reducer>
constexpr stdb_reducer reducer_body() {
  if constexpr (is_reducer<Reducer>) return &call_reducer<Reducer>;
  return nullptr;
}
template <class Procedure>
constexpr stdb_procedure procedure_body() {
  if constexpr (is_procedure<Procedure>()) return &call_procedure<Procedure>;
  return nullptr;
}
template <class View>
constexpr stdb_view view_body() {
  if constexpr (is_view<View>) return &call_view<View>;
  return nullptr;
}
template <class Handler>
constexpr stdb_http_handler handler_body() {
  if constexpr (CallsAsHandler<Handler>) return &call_handler<Handler>;
  return nullptr;
}

template <class Entries>
struct Dispatch;
template <class... Entries>
struct Dispatch<List<Entries...>> {
  static constexpr std::uint32_t count = sizeof...(Entries);
  static constexpr std::array<stdb_reducer, count> reducers = {reducer_body<typename Entries::function>()...};
  static constexpr std::array<stdb_procedure, count> procedures = {procedure_body<typename Entries::function>()...};
};

// A view that knows its reader and one that does not have numbers of their own.
template <class Views>
struct ViewDispatch;
template <class... Views>
struct ViewDispatch<List<Views...>> {
  struct Entry {
    bool is_anonymous;
    stdb_view call;
  };
  static constexpr std::array<Entry, sizeof...(Views)> all = {
      Entry{ViewAnswer<Views>::is_anonymous, view_body<Views>()}...};

  static constexpr std::size_t anonymous_count = (std::size_t{0} + ... + (ViewAnswer<Views>::is_anonymous ? 1 : 0));

  template <std::size_t Count>
  static constexpr std::array<stdb_view, Count> select(bool is_anonymous) {
    std::array<stdb_view, Count> found{};
    std::size_t place = 0;
    for (const Entry& one : all) {
      if (one.is_anonymous == is_anonymous) found[place++] = one.call;
    }
    return found;
  }
  static constexpr auto anonymous = select<anonymous_count>(true);
  static constexpr auto with_sender = select<sizeof...(Views) - anonymous_count>(false);
};

template <class Handlers>
struct HandlerDispatch;
template <class... Handlers>
struct HandlerDispatch<List<Handlers...>> {
  static constexpr std::uint32_t count = sizeof...(Handlers);
  static constexpr std::array<stdb_http_handler, count> handlers = {handler_body<Handlers>()...};
};

}  // namespace stdb::detail
