// sdk/host/src/describe/read_newer.cpp: the sections of version 10 that came later: HTTP, primary keys of views,
// environment, outboxes.
#include <algorithm>

#include "describe/description.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

// What a server takes at most (all but the last for bytes).
constexpr std::size_t environment_variables = 256;
constexpr std::size_t environment_choices = 256;
constexpr std::size_t environment_schema = std::size_t{2} << 20;

// "GET", whatever case the description's names have.
std::string method_text(const ValueView& method) {
  const std::string_view name = method.case_name();
  if (name == "Extension") return method.payload().as_string();
  std::string text(name);
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

bool is_route_path(std::string_view path) {
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '~' || c == '/';
  };
  return (path.empty() || path[0] == '/') && std::ranges::all_of(path, is_allowed);
}

void read_route(const ValueView& raw, Draft& draft) {
  HttpRouteDef route;
  route.path = raw.field("path").as_string();
  if (!is_route_path(route.path)) {
    return draft.problems.add("HTTP route path `", route.path,
                              "` is invalid; allowed characters are ASCII lowercase letters, digits and `-_~/`");
  }
  const std::string source_name = raw.field("handler_function").as_string();
  const auto& handlers = draft.module.http_handlers;
  const auto handler = std::ranges::find(handlers, draft.naming.function(source_name), &HttpHandlerDef::name);
  if (handler == handlers.end()) {
    return draft.problems.add("HTTP route refers to unknown HTTP handler `", source_name, "`");
  }
  route.handler = static_cast<std::uint32_t>(handler - handlers.begin());
  const ValueView method = raw.field("method");
  if (method.case_name() == "Method") route.method = method_text(method.payload());
  const auto overlaps = [&](const HttpRouteDef& other) {
    return other.path == route.path && (!other.method || !route.method || other.method == route.method);
  };
  if (std::ranges::any_of(draft.module.http_routes, overlaps)) {
    draft.problems.add("HTTP route duplicates method ", route.method.value_or("Any"), " for path ", route.path);
  }
  draft.module.http_routes.push_back(std::move(route));
}

// A query shows rows of a table, whose key is then the view's, unless several tables of this row disagree.
std::optional<std::uint16_t> key_of_row(const ModuleDef& module, std::uint32_t row_type) {
  std::optional<std::uint16_t> key;
  for (const TableDef& table : module.tables) {
    if (table.row_type != row_type || !table.primary_key) continue;
    if (key && key != table.primary_key) return std::nullopt;
    key = table.primary_key;
  }
  return key;
}

void read_view_key(const ValueView& raw, std::set<std::string>& seen, Draft& draft) {
  const std::string name = raw.field("view_source_name").as_string();
  const auto columns = raw.field("columns").elements();
  if (!seen.insert(name).second) return draft.problems.add("View ", name, " has multiple primary key definitions");
  if (columns.size() > 1) return draft.problems.add("View ", name, " has multiple primary key columns");
  if (columns.empty()) return;
  const auto view = std::ranges::find(draft.module.views, name, &ViewDef::source_name);
  if (view == draft.module.views.end()) {
    return draft.problems.add("View ", name, " referenced by primary key definition not found");
  }
  if (!view->params.members.empty()) {
    return draft.problems.add("View ", name, " has parameters and cannot have a primary key");
  }
  const std::string column_name = columns[0].as_string();
  const auto& row = draft.module.typespace.types()[view->row_type].members;
  const auto column = std::ranges::find(row, draft.naming.member(column_name), &TypeMember::name);
  if (column == row.end()) {
    return draft.problems.add("Primary key column ", column_name, " for view ", name, " not found");
  }
  view->primary_key = static_cast<std::uint16_t>(column - row.begin());
}

// What is wrong with a declaration; empty: nothing. `bytes` counts those of all declarations together.
std::string_view environment_problem(const EnvironmentDef& def, bool is_choice, std::size_t& bytes) {
  bytes += def.name.size();
  if (is_choice && def.allowed.empty()) return "string union must not be empty";
  if (def.allowed.size() > environment_choices) return "string union has too many entries";
  for (const std::string& value : def.allowed) {
    if (value.size() > limits::environment_value) return "declared literal exceeds value size limit";
    bytes += value.size();
  }
  return bytes > environment_schema ? "declaration schema exceeds size limit" : "";
}

struct OutboxReader {
  Draft& draft;
  const ValueView& raw;
  TableDef& table;

  template <class... Parts>
  bool wrong(const Parts&... parts) {
    draft.problems.add(parts...);
    return false;
  }

  bool is_allowed() {
    if (table.outbox) return wrong("table ", table.name, " is assigned in multiple outboxes");
    const std::string where = concat("outbox table ", table.name);
    if (table.is_event) return wrong(where, " must not be an event table");
    if (table.schedule) return wrong(where, " must not be a scheduled table");
    if (!table.primary_key || *table.primary_key >= table.columns.size())
      return wrong(where, " must have a primary key");
    const AlgebraicType& key = table.columns[*table.primary_key].type;
    if (!key.is(TypeKind::u64)) return wrong(where, " primary key must be u64, found ", type_name(key));
    return true;
  }

  bool has_columns(const OutboxDef& outbox) {
    const bool has_target = outbox.target_column < table.columns.size() && outbox.target_column != table.primary_key;
    const AlgebraicType* target = has_target ? &table.columns[outbox.target_column].type : nullptr;
    if (target == nullptr || !(target->is(TypeKind::u256) || special_type(*target) == SpecialType::identity)) {
      return wrong("outbox table ", table.name, " must have exactly one non-primary-key identity target column");
    }
    for (const std::uint16_t column : outbox.arg_columns) {
      if (column < table.columns.size()) continue;
      return wrong("outbox table ", table.name, " argument column ", column, " does not exist");
    }
    return true;
  }

  // Its parameters are the row and Result<(), String>.
  bool takes_result(const ReducerDef& reducer) const {
    const auto& params = reducer.params.members;
    if (params.size() != 2 || !params[0].type.is(TypeKind::ref) || params[0].type.ref != table.row_type) return false;
    const AlgebraicType& result = draft.module.typespace.resolve(params[1].type);
    return special_type(result) == SpecialType::result && result.members[0].type.is(TypeKind::product) &&
           result.members[0].type.members.empty() && result.members[1].type.is(TypeKind::string);
  }

  bool has_result_reducer(OutboxDef& outbox) {
    const auto source = raw.field("on_result_reducer").some();
    if (!source) return true;
    const std::string name = source->as_string();
    const std::string where = concat("on_result reducer ", name, " for outbox ", table.name);
    if (name.find('.') != std::string::npos || name.find("::") != std::string::npos) {
      return wrong(where, " must be an unqualified name in the same module; cross-module callbacks are not supported");
    }
    auto& reducers = draft.module.reducers;
    const auto reducer = std::ranges::find(reducers, draft.naming.function(name), &ReducerDef::name);
    if (reducer == reducers.end()) return wrong(where, " does not exist");
    if (!takes_result(*reducer)) {
      return wrong(where, " expected parameters (&", table.row_type, ", Result<(), String>), but has ",
                   type_name(reducer->params));
    }
    reducer->is_private = true;
    outbox.on_result_reducer = reducer->name;
    return true;
  }

  void read() {
    OutboxDef outbox;
    outbox.remote_reducer = raw.field("remote_reducer").as_string();
    outbox.target_column = raw.field("target_column").as_u16();
    outbox.arg_columns = read_columns(raw.field("arg_columns"));
    if (is_allowed() && has_columns(outbox) && has_result_reducer(outbox)) table.outbox = std::move(outbox);
  }
};

}  // namespace

Expected<void> read_http(const Sections& sections, Draft& draft) {
  std::set<std::string> names;
  for (const ValueView& raw : sections.elements("HttpHandlers")) {
    HttpHandlerDef handler;
    handler.source_name = raw.field("source_name").as_string();
    handler.name = draft.naming.function(handler.source_name);
    if (!names.insert(handler.name).second) {
      draft.problems.add("HTTP handler name ", handler.name, " is used for multiple HTTP handlers");
    }
    draft.module.http_handlers.push_back(std::move(handler));
  }
  for (const ValueView& raw : sections.elements("HttpRoutes")) read_route(raw, draft);
  return {};
}

void read_view_keys(const Sections& sections, Draft& draft) {
  std::set<std::string> seen;
  for (const ValueView& raw : sections.elements("ViewPrimaryKeys")) read_view_key(raw, seen, draft);
  for (ViewDef& view : draft.module.views) {
    if (view.is_query && !view.primary_key && view.params.members.empty()) {
      view.primary_key = key_of_row(draft.module, view.row_type);
    }
  }
}

void read_environment(const Sections& sections, Draft& draft) {
  std::size_t bytes = 0;
  const auto wrong = [&](std::string_view problem) {
    draft.problems.add("invalid environment declaration: ", problem);
  };
  const auto declarations = sections.elements("Environment");
  if (declarations.size() > environment_variables) return wrong("too many declarations");
  for (const ValueView& raw : declarations) {
    EnvironmentDef def;
    def.name = raw.field("name").as_string();
    def.is_optional = raw.field("optional").as_bool();
    if (!is_environment_key(def.name)) return wrong("invalid name");
    const ValueView type = raw.field("ty");
    if (type.case_name() == "StringLiteral") def.allowed.push_back(type.payload().as_string());
    if (type.case_name() == "Union") {
      for (const ValueView& value : type.payload().elements()) def.allowed.push_back(value.as_string());
    }
    std::string_view problem = environment_problem(def, type.case_name() == "Union", bytes);
    if (draft.module.find_environment(def.name) != nullptr) problem = "duplicate declaration";
    if (!problem.empty()) return wrong(concat("environment key \"", def.name, "\": ", problem));
    draft.module.environment.push_back(std::move(def));
  }
}

void read_outboxes(const Sections& sections, Draft& draft) {
  for (const ValueView& raw : sections.elements("Outboxes")) {
    const std::string name = raw.field("table_name").as_string();
    const auto table = std::ranges::find(draft.module.tables, name, &TableDef::source_name);
    if (table == draft.module.tables.end()) {
      draft.problems.add("outbox table ", name, " not found");
    } else {
      OutboxReader{draft, raw, *table}.read();
    }
  }
}

}  // namespace stdb::host
