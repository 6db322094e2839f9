// tests/unit/host/native_guest.cpp: a module of every kind of function, linked into the test.
#include "native_guest.hpp"

#include <stdexcept>

namespace stdb::host::test {
namespace {

template <auto list, std::size_t index>
std::int32_t call_body(const stdb_call* call, std::uint32_t args, std::uint32_t sink) {
  const auto& body = (bodies().*list)[index];
  return body ? body(*call, args, sink) : STDB_OK;
}

template <std::size_t index>
std::int32_t handle(std::int64_t time, std::uint32_t request, std::uint32_t body, std::uint32_t response,
                    std::uint32_t response_body) {
  return bodies().handlers[index](time, request, body, response, response_body);
}

constexpr stdb_reducer reducers[] = {call_body<&Bodies::reducers, 0>, call_body<&Bodies::reducers, 1>};
constexpr stdb_procedure procedures[] = {call_body<&Bodies::procedures, 0>, call_body<&Bodies::procedures, 1>,
                                         call_body<&Bodies::procedures, 2>};
constexpr stdb_view views[] = {call_body<&Bodies::views, 0>};
constexpr stdb_view anonymous_views[] = {call_body<&Bodies::anonymous_views, 0>,
                                         call_body<&Bodies::anonymous_views, 1>};
constexpr stdb_http_handler handlers[] = {handle<0>, handle<1>};

void must(std::int32_t answer) {
  if (answer != STDB_OK) throw std::runtime_error("a host call answered " + std::to_string(answer));
}

}  // namespace

Bodies& bodies() {
  static Bodies current;
  return current;
}

V10 functions_module() {
  V10 module;
  module.type("Item", {{"id", plain("U64")}, {"text", plain("String")}});
  module.type("Timer", {{"id", plain("U64")}, {"at", schedule_at_json()}, {"text", plain("String")}});
  module.type("Job", {{"id", plain("U64")}, {"at", schedule_at_json()}, {"text", plain("String")}});
  module.table("item", 0);
  module.table("timer", 1);
  module.table("job", 2);
  module.reducer("act");
  module.reducer("tick", {{"row", ref_json(1)}});
  module.procedure("ask", plain("String"), {{"text", plain("String")}});
  module.procedure("rest", unit_json());
  module.procedure("work", unit_json(), {{"row", ref_json(2)}});
  module.view("mine", 0, false, array_json(ref_json(0)));
  module.view("all", 0, true, option_json(ref_json(0)));
  module.view("chosen", 1, true, query_json(0));
  module.schedule("timer", 1, "tick");
  module.schedule("job", 1, "work");
  module.handler("greet");
  module.handler("echo");
  module.route("greet", "Get", "/greet");
  module.route("greet", "Get", "");
  module.route("echo", "", "/echo");
  module.add("Environment",
             {{"name", "MODE"}, {"ty", {{"Union", boost::json::array{"fast", "slow"}}}}, {"optional", true}});
  return module;
}

stdb_module_definition functions_definition(const Bytes& description) {
  stdb_module_definition definition{};
  definition.description = description.data();
  definition.description_len = static_cast<std::uint32_t>(description.size());
  definition.reducers = reducers;
  definition.reducer_count = std::size(reducers);
  definition.procedures = procedures;
  definition.procedure_count = std::size(procedures);
  definition.views = views;
  definition.view_count = std::size(views);
  definition.anonymous_views = anonymous_views;
  definition.anonymous_view_count = std::size(anonymous_views);
  definition.http_handlers = handlers;
  definition.http_handler_count = std::size(handlers);
  return definition;
}

Bytes read_all(std::uint32_t source) {
  Bytes all;
  while (source != STDB_INVALID_HANDLE) {
    std::uint8_t buffer[256];
    std::uint32_t length = sizeof buffer;
    const std::int32_t answer = stdb_bytes_source_read(source, buffer, &length);
    all.insert(all.end(), buffer, buffer + length);
    if (answer == STDB_EXHAUSTED) break;
    must(answer);
  }
  return all;
}

void write_all(std::uint32_t sink, const Bytes& bytes) {
  auto length = static_cast<std::uint32_t>(bytes.size());
  const std::uint8_t dangling = 0;
  must(stdb_bytes_sink_write(sink, bytes.empty() ? &dangling : bytes.data(), &length));
}

std::uint32_t table_id(std::string_view name) {
  std::uint32_t table = 0;
  must(stdb_table_id_from_name(reinterpret_cast<const std::uint8_t*>(name.data()),
                               static_cast<std::uint32_t>(name.size()), &table));
  return table;
}

std::int32_t insert(std::string_view table, Bytes row) {
  auto length = static_cast<std::uint32_t>(row.size());
  return stdb_datastore_insert_bsatn(table_id(table), row.data(), &length);
}

std::uint64_t count(std::string_view table) {
  std::uint64_t rows = 0;
  must(stdb_datastore_table_row_count(table_id(table), &rows));
  return rows;
}

std::int32_t start_transaction(std::int64_t* at) {
  std::int64_t time = 0;
  return stdb_procedure_start_mut_tx(at == nullptr ? &time : at);
}

Bytes item_row(std::uint64_t id, std::string_view text) { return join({number(id), string(text)}); }

Bytes interval_row(std::uint64_t id, std::int64_t micros, std::string_view text) {
  return join({number(id), {0}, number(micros), string(text)});
}

Bytes time_row(std::uint64_t id, std::int64_t micros, std::string_view text) {
  return join({number(id), {1}, number(micros), string(text)});
}

}  // namespace stdb::host::test
