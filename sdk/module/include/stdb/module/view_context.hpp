// sdk/module/.../view_context.hpp: ViewContext and AnonymousViewContext, what a view knows and can reach.
#pragma once

#include "stdb/bsatn/identity.hpp"
#include "stdb/module/detail/caller.hpp"
#include "stdb/module/environment.hpp"
#include "stdb/module/read_only_database.hpp"
#include "stdb/query.hpp"

namespace stdb {

namespace detail {

// As stdb::from, but not for event tables: a view shows what the database keeps.
struct ViewFrom {
  template <class Source>
  constexpr auto operator[](const Source& source) const {
    if constexpr (requires { Source::is_event; }) {
      static_assert(!Source::is_event, "stdb: a view does not query an event table: its rows are gone at the commit");
    }
    return stdb::from[source];
  }
};

}  // namespace detail

// A view that is the same for every client; the host keeps its rows once.
class AnonymousViewContext {
 public:
  AnonymousViewContext() = default;
  AnonymousViewContext(const AnonymousViewContext&) = delete;
  AnonymousViewContext& operator=(const AnonymousViewContext&) = delete;

  // The values that the database was given when it was published.
  [[no_unique_address]] Environment env;
  // The tables, to be read.
  [[no_unique_address]] ReadOnlyDatabase db;
  // Where a query begins: ctx.from[person].where(stdb::col<&Person::age> >= 18).
  [[no_unique_address]] detail::ViewFrom from;
};

// A view that may depend on who asks; the host keeps its rows for each client. It has no time and no connection: its
// rows follow from the tables and the sender alone.
class ViewContext {
 public:
  explicit ViewContext(const stdb_call& call) : call_(&call) {}
  ViewContext(const ViewContext&) = delete;
  ViewContext& operator=(const ViewContext&) = delete;

  // The values that the database was given when it was published.
  [[no_unique_address]] Environment env;
  // The tables, to be read.
  [[no_unique_address]] ReadOnlyDatabase db;
  // Where a query begins.
  [[no_unique_address]] detail::ViewFrom from;

  // Who asks.
  Identity sender() const { return detail::sender_of(*call_); }

 private:
  const stdb_call* call_;
};

}  // namespace stdb
