// sdk/module/.../define.hpp: define, which makes a Module of its parts at compile time.
#pragma once

#include <cstdint>

#include "stdb/module/detail/assembly.hpp"
#include "stdb/module/detail/dispatch.hpp"
#include "stdb/module/module_value.hpp"
#include "stdb/module/parts.hpp"

namespace stdb {

namespace detail {

template <class... Parts>
constexpr Module assemble() {
  using Assembled = Assembly<Parts...>;
  static_assert(Assembled::check());
  static_assert(Assembled::check_view_sources());
  static_assert(Assembled::is_within({}),
                "stdb: a table of a submodule says so by stdb::in_namespace<\"name\">, and no other table does");
  using Reducers = Dispatch<typename Assembled::all_reducers>;
  using Procedures = Dispatch<typename Assembled::all_procedures>;
  using Views = ViewDispatch<typename Assembled::all_views>;
  using Handlers = HandlerDispatch<typename Assembled::handler_list>;
  stdb_module_definition definition{};
  definition.description = description_bytes<Assembled>.data();
  definition.description_len = static_cast<std::uint32_t>(description_bytes<Assembled>.size());
  definition.reducers = Reducers::reducers.data();
  definition.reducer_count = Reducers::count;
  definition.procedures = Procedures::procedures.data();
  definition.procedure_count = Procedures::count;
  definition.views = Views::with_sender.data();
  definition.view_count = static_cast<std::uint32_t>(Views::with_sender.size());
  definition.anonymous_views = Views::anonymous.data();
  definition.anonymous_view_count = static_cast<std::uint32_t>(Views::anonymous.size());
  definition.http_handlers = Handlers::handlers.data();
  definition.http_handler_count = Handlers::count;
  return {definition};
}

}  // namespace detail

// A module: its tables, its functions, and what runs at the events of its life. A constant; nothing runs at start.
//   constinit const stdb::Module stdb::module = stdb::define<stdb::tables<person>, stdb::reducers<add, say_hello>>;
template <class... Parts>
inline constexpr Module define = detail::assemble<Parts...>();

}  // namespace stdb
