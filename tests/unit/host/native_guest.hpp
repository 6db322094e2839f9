// tests/unit/host/native_guest.hpp: a module of every kind of function, linked into the test; each test says what the
// functions do.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "stdb/host/database.hpp"
#include "stdb/host/native.hpp"
#include "stdb/shim/bindings.h"
#include "v10.hpp"

namespace stdb::host::test {

// What the module's functions do, by their ids.
struct Bodies {
  std::function<std::int32_t(const stdb_call& call, std::uint32_t args, std::uint32_t sink)> reducers[2];
  std::function<std::int32_t(const stdb_call& call, std::uint32_t args, std::uint32_t sink)> procedures[3];
  std::function<std::int32_t(const stdb_call& call, std::uint32_t args, std::uint32_t sink)> views[1];
  std::function<std::int32_t(const stdb_call& call, std::uint32_t args, std::uint32_t sink)> anonymous_views[2];
  std::function<std::int32_t(std::int64_t time, std::uint32_t request, std::uint32_t body, std::uint32_t response,
                             std::uint32_t response_body)>
      handlers[2];
};

// Of the test that runs.
Bodies& bodies();

// Tables: item (id: u64, text: String), timer and job (id: u64, at: ScheduleAt, text: String), which call tick and
// work. Reducers: act(), tick(row). Procedures: ask(text) -> String, rest(), work(row). Views: mine, by sender; all and
// chosen (a query), anonymous; all of items. Handlers: greet (GET /greet, GET of the root) and echo (any of /echo).
// Environment: MODE (fast or slow, optional).
V10 functions_module();

// The definition of such a module around a description, which must outlive it.
stdb_module_definition functions_definition(const Bytes& description);

// What guests do.
Bytes read_all(std::uint32_t source);
void write_all(std::uint32_t sink, const Bytes& bytes);
std::uint32_t table_id(std::string_view name);
std::int32_t insert(std::string_view table, Bytes row);
std::uint64_t count(std::string_view table);
std::int32_t start_transaction(std::int64_t* at = nullptr);

Bytes item_row(std::uint64_t id, std::string_view text);
Bytes interval_row(std::uint64_t id, std::int64_t micros, std::string_view text = "");
Bytes time_row(std::uint64_t id, std::int64_t micros, std::string_view text = "");

}  // namespace stdb::host::test
