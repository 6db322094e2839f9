// sdk/tool/src/describe.cpp: `stdb describe`: what a module declares.
#include <algorithm>

#include "cell.hpp"
#include "commands.hpp"
#include "exit_code.hpp"
#include "file.hpp"
#include "output.hpp"
#include "printable.hpp"
#include "stdb/host/describe.hpp"
#include "stdb/host/json.hpp"

namespace stdb::tool {
namespace {

std::string column_list(const host::TableDef& table, const std::vector<std::uint16_t>& columns) {
  std::string out;
  for (const std::uint16_t column : columns) {
    if (!out.empty()) out += ", ";
    out += table.columns[column].name;
  }
  return out;
}

// What the module itself calls a thing, where the database calls it otherwise.
template <class Def>
std::string own_name(const Def& def) {
  return def.source_name == def.name ? std::string() : " (as " + def.source_name + ")";
}

// "primary key, unique, auto_inc, default 1".
std::string column_notes(const host::ModuleDef& module, const host::TableDef& table, std::uint16_t column) {
  std::vector<std::string> notes;
  if (table.primary_key == column) notes.emplace_back("primary key");
  const bool is_unique = std::ranges::any_of(table.constraints, [&](const host::ConstraintDef& constraint) {
    return constraint.columns == std::vector{column};
  });
  if (is_unique && table.primary_key != column) notes.emplace_back("unique");
  if (std::ranges::find(table.sequences, column, &host::SequenceDef::column) != table.sequences.end()) {
    notes.emplace_back("auto_inc");
  }
  if (const auto& value = table.columns[column].default_value) {
    std::string text = "default ";
    append_cell(table.columns[column].type, module.typespace, *value, text);
    notes.push_back(std::move(text));
  }
  std::string out;
  for (const std::string& note : notes) out += (out.empty() ? "" : ", ") + note;
  return out;
}

void print_table(const host::ModuleDef& module, const host::TableDef& table, Output& output) {
  output.write("\ntable " + table.name + own_name(table) + (table.is_public ? " (public" : " (private") +
               (table.is_event ? ", event)" : ")") + "\n");
  std::size_t name_width = 0;
  std::size_t type_width = 0;
  for (const host::ColumnDef& column : table.columns) {
    name_width = std::max(name_width, column.name.size());
    type_width = std::max(type_width, type_name_in(column.type, module).size());
  }
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    std::string line = "  " + table.columns[at].name;
    line.resize(2 + name_width + 2, ' ');
    line += type_name_in(table.columns[at].type, module);
    line.resize(2 + name_width + 2 + type_width + 2, ' ');
    line += column_notes(module, table, static_cast<std::uint16_t>(at));
    line.erase(line.find_last_not_of(' ') + 1);
    output.write(line + "\n");
  }
  for (const host::IndexDef& index : table.indexes) {
    const std::string called = index.accessor_name.value_or(index.name);
    output.write("  index " + called + (called == index.name ? "" : " (" + index.name + ")") + ": " +
                 (index.is_unique ? "unique " : "") + std::string(algorithm_name(index.algorithm)) + " (" +
                 column_list(table, index.columns) + ")\n");
  }
  for (const host::ConstraintDef& constraint : table.constraints) {
    if (constraint.columns.size() > 1) output.write("  unique (" + column_list(table, constraint.columns) + ")\n");
  }
  if (table.schedule) {
    output.write("  schedule: calls " + table.schedule->function_name + ", time in " +
                 table.columns[table.schedule->at_column].name + "\n");
  }
  if (table.outbox) {
    output.write("  outbox: calls " + table.outbox->remote_reducer + "(" +
                 column_list(table, table.outbox->arg_columns) + ") of " +
                 table.columns[table.outbox->target_column].name);
    if (table.outbox->on_result_reducer) output.write(", then " + *table.outbox->on_result_reducer);
    output.write("\n");
  }
}

// "name(id: u64, text: String)".
std::string signature(const host::ModuleDef& module, const host::FunctionDef& function) {
  std::string text = function.name + own_name(function) + "(";
  for (const host::TypeMember& param : function.params.members) {
    if (&param != &function.params.members.front()) text += ", ";
    text += param.name.value_or("") + ": " + type_name_in(param.type, module);
  }
  return text + ")";
}

void print_reducer(const host::ModuleDef& module, const host::ReducerDef& reducer, Output& output) {
  std::string line = "reducer " + signature(module, reducer);
  if (reducer.lifecycle) {
    line += "  runs as " + std::string(lifecycle_name(*reducer.lifecycle));
  } else if (reducer.is_private) {
    line += "  private";
  }
  output.write(line + "\n");
}

void print_type(const host::ModuleDef& module, const host::TypeDef& def, Output& output) {
  const host::AlgebraicType& type = module.typespace.types()[def.type];
  host::AlgebraicType named;
  named.kind = host::TypeKind::ref;
  named.ref = def.type;
  output.write((type.is(host::TypeKind::sum) ? "sum " : "product ") + type_name_in(named, module));
  for (const host::TypeMember& member : type.members) {
    output.write((&member == &type.members.front() ? " { " : ", ") + member.name.value_or("_"));
    const bool is_unit = member.type.is(host::TypeKind::product) && member.type.members.empty();
    if (!is_unit || !type.is(host::TypeKind::sum)) output.write(": " + type_name_in(member.type, module));
  }
  output.write(type.members.empty() ? "\n" : " }\n");
}

void print_procedure(const host::ModuleDef& module, const host::ProcedureDef& procedure, Output& output) {
  output.write("procedure " + signature(module, procedure));
  const bool is_unit = procedure.return_type.is(host::TypeKind::product) && procedure.return_type.members.empty();
  if (!is_unit) output.write(" -> " + type_name_in(procedure.return_type, module));
  output.write(procedure.is_private ? "  private\n" : "\n");
}

void print_view(const host::ModuleDef& module, const host::ViewDef& view, Output& output) {
  output.write("view " + signature(module, view) + " -> " + type_name_in(view.return_type, module));
  output.write(view.is_anonymous ? "  for everyone" : "  by sender");
  if (view.primary_key) {
    const auto& columns = module.typespace.types()[view.row_type].members;
    output.write(", primary key " + columns[*view.primary_key].name.value_or("?"));
  }
  output.write(view.is_public ? "\n" : ", private\n");
}

// Routes, and handlers that none leads to.
void print_http(const host::ModuleDef& module, Output& output) {
  std::vector<bool> is_routed(module.http_handlers.size(), false);
  for (const host::HttpRouteDef& route : module.http_routes) {
    is_routed[route.handler] = true;
    const host::HttpHandlerDef& handler = module.http_handlers[route.handler];
    output.write("route " + route.method.value_or("any") + " " + (route.path.empty() ? "\"\"" : route.path) + " -> " +
                 handler.name + own_name(handler) + "\n");
  }
  for (std::size_t at = 0; at < is_routed.size(); ++at) {
    if (!is_routed[at]) output.write("http handler " + module.http_handlers[at].name + "  without a route\n");
  }
}

void print_environment(const host::EnvironmentDef& def, Output& output) {
  output.write("environment " + def.name);
  for (const std::string& value : def.allowed) {
    std::string quoted;
    host::append_json_string(value, quoted);
    output.write((&value == &def.allowed.front() ? ": " : " or ") + printable(quoted));
  }
  output.write(def.is_optional ? ", optional\n" : "\n");
}

void print_text(const std::string& path, const host::ModuleDef& module, Output& output) {
  output.write(path + ": RawModuleDef V" + std::to_string(module.version) + "\n");
  for (const host::TableDef& table : module.tables) print_table(module, table, output);
  output.write("\n");
  for (const host::ReducerDef& reducer : module.reducers) print_reducer(module, reducer, output);
  for (const host::ProcedureDef& procedure : module.procedures) print_procedure(module, procedure, output);
  for (const host::ViewDef& view : module.views) print_view(module, view, output);
  print_http(module, output);
  for (const host::EnvironmentDef& def : module.environment) print_environment(def, output);
  for (const std::string& sql : module.row_level_security) {
    output.write("row-level security: " + printable(sql) + "\n");
  }
  for (const std::string& name : module.namespaces) output.write("submodule " + name + "\n");
  if (!module.types.empty()) output.write("\n");
  for (const host::TypeDef& type : module.types) print_type(module, type, output);
}

}  // namespace

int describe(const DescribeOptions& options) {
  const auto wasm = read_file(options.module_path);
  if (!wasm) {
    complain(wasm.error());
    return misuse;
  }
  const auto description = host::describe_wasm(*wasm, options.profile);
  if (!description) {
    complain(options.module_path + ": " + description.error().text);
    return description.error().kind == host::ErrorKind::start_failed ? module_failed : misuse;
  }
  Output output;
  if (options.json) {
    const auto json = host::module_def_json(description->bytes);
    if (json) output.write(*json + "\n");
  } else {
    print_text(options.module_path, description->module, output);
  }
  return output.flush() ? all_was_run : misuse;
}

}  // namespace stdb::tool
