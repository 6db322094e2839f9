// sdk/module/.../parts.hpp: tables, reducers, views, procedures and the other parts that define makes a module of.
#pragma once

#include <cstdint>

#include "stdb/module/detail/filter_head.hpp"
#include "stdb/schema/fixed_string.hpp"

namespace stdb {

// The tables of a module, by their constants: tables<person, message>.
template <auto... Tables>
struct tables {};

// The reducers that clients may call, by their types.
template <class... Reducers>
struct reducers {};

// Reducers that only the database's owner may call. Needs TARGET 2.0.
template <class... Reducers>
struct private_reducers {};

// The reducer that runs once, when the database is created; if it fails nothing is created.
template <class Reducer>
struct on_init {};

// The reducer that runs when a client connects; if it fails the client is turned away.
template <class Reducer>
struct on_connect {};

// The reducer that runs when a client is gone.
template <class Reducer>
struct on_disconnect {};

// The views, by their types: what clients can read beside the public tables. Needs TARGET 2.0.
template <class... Views>
struct views {};

// The procedures that clients may call, by their types. Needs TARGET 2.0.
template <class... Procedures>
struct procedures {};

// Procedures that only the database's owner may call. Needs TARGET 2.0.
template <class... Procedures>
struct private_procedures {};

// Which rows of a public table a client sees: those that the query gives, in which :sender stands for the client. SQL
// as a text, or a function without parameters that returns a Query. Several for one table add up.
//   stdb::client_visibility_filter<"SELECT * FROM account WHERE owner = :sender">
//   stdb::client_visibility_filter<[] { return stdb::from[account].where(stdb::col<&Account::is_open>); }>
template <detail::FilterHead Query>
struct client_visibility_filter {};

// What becomes of names on their way into SQL and generated client code.
enum class CaseConversionPolicy : std::uint8_t {
  unchanged = 0,   // as they are written; the default
  snake_case = 1,  // tables, columns, functions: snake_case; cases of sums: camelCase; types: PascalCase
};

// Needs TARGET 2.0 for another policy than unchanged.
template <CaseConversionPolicy Policy>
struct case_conversion {};

// A module within the module, with names of its own: its reducer add is called as auth.add, its tables are auth.users
// and so on; they say so themselves by stdb::in_namespace<"auth">. It has no lifecycle and no routes. Needs TARGET 2.8.
template <FixedString Namespace, class... Parts>
struct submodule {};

}  // namespace stdb
