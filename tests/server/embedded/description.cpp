// tests/server/embedded/description.cpp: descriptions and types as JSON.
#include "description.hpp"

#include <array>
#include <set>
#include <string_view>

#include "stdb/host/json.hpp"

namespace stdb::front {
namespace {

using host::AlgebraicType;
using host::TypeKind;

// Those without parts, from `string` on.
constexpr std::array<std::string_view, 16> scalar_names{"String", "Bool", "I8",   "U8",   "I16",  "U16",  "I32", "U32",
                                                        "I64",    "U64",  "I128", "U128", "I256", "U256", "F32", "F64"};

// Writes the items of an object or array with commas between them.
class List {
 public:
  List(std::string& out, char begin, char end) : out_(out), end_(end) { out_ += begin; }
  ~List() { out_ += end_; }
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  std::string& next() {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    return out_;
  }

  std::string& next(std::string_view key) {
    host::append_json_string(key, next());
    return out_ += ':';
  }

 private:
  std::string& out_;
  char end_;
  bool is_first_ = true;
};

void append_members(const AlgebraicType& type, std::string_view kind, std::string_view members, std::string& out) {
  out.append("{\"").append(kind).append("\":{\"").append(members).append("\":");
  {
    List list(out, '[', ']');
    for (const host::TypeMember& member : type.members) {
      list.next() += "{\"name\":";
      if (member.name) {
        out += "{\"some\":";
        host::append_json_string(*member.name, out);
        out += '}';
      } else {
        out += "{\"none\":[]}";
      }
      out += ",\"algebraic_type\":";
      append_type(member.type, out);
      out += '}';
    }
  }
  out += "}}";
}

void append_ref(std::uint32_t type, std::string& out) { out += "{\"Ref\":" + std::to_string(type) + "}"; }

void append_functions(const host::ModuleDef& module, List& parts) {
  {
    List reducers(parts.next("reducers"), '{', '}');
    for (const host::ReducerDef& reducer : module.reducers) {
      if (!reducer.lifecycle) append_type(reducer.params, reducers.next(reducer.name));
    }
  }
  {
    List procedures(parts.next("procedures"), '{', '}');
    for (const host::ProcedureDef& procedure : module.procedures) {
      List both(procedures.next(procedure.name), '[', ']');
      append_type(procedure.params, both.next());
      append_type(procedure.return_type, both.next());
    }
  }
  {
    List views(parts.next("views"), '{', '}');
    for (const host::ViewDef& view : module.views) append_ref(view.row_type, views.next(view.name));
  }
  List handlers(parts.next("handlers"), '[', ']');
  for (const host::HttpHandlerDef& handler : module.http_handlers) {
    host::append_json_string(handler.name, handlers.next());
  }
}

void append_routes(const host::ModuleDef& module, std::string& out) {
  List routes(out, '[', ']');
  for (const host::HttpRouteDef& route : module.http_routes) {
    List parts(routes.next(), '[', ']');
    if (route.method) {
      host::append_json_string(*route.method, parts.next());
    } else {
      parts.next() += "null";
    }
    host::append_json_string(route.path, parts.next());
    host::append_json_string(module.http_handlers[route.handler].name, parts.next());
  }
}

// Functions that rows of tables call.
void append_scheduled(const host::ModuleDef& module, std::string& out) {
  std::set<std::string> names;
  for (const host::TableDef& table : module.tables) {
    if (table.schedule) names.insert(table.schedule->function_name);
    if (table.outbox && table.outbox->on_result_reducer) names.insert(*table.outbox->on_result_reducer);
  }
  List list(out, '[', ']');
  for (const std::string& name : names) host::append_json_string(name, list.next());
}

}  // namespace

void append_type(const AlgebraicType& type, std::string& out) {
  switch (type.kind) {
    case TypeKind::ref:
      return append_ref(type.ref, out);
    case TypeKind::sum:
      return append_members(type, "Sum", "variants", out);
    case TypeKind::product:
      return append_members(type, "Product", "elements", out);
    case TypeKind::array:
      out += "{\"Array\":";
      append_type(*type.element, out);
      out += '}';
      return;
    default:
      break;
  }
  const auto place = static_cast<std::size_t>(type.kind) - static_cast<std::size_t>(TypeKind::string);
  out.append("{\"").append(scalar_names.at(place)).append("\":[]}");
}

std::string describe(const host::ModuleDef& module) {
  std::string out;
  {
    List parts(out, '{', '}');
    {
      List types(parts.next("types"), '[', ']');
      for (const AlgebraicType& type : module.typespace.types()) append_type(type, types.next());
    }
    {
      List tables(parts.next("tables"), '{', '}');
      for (const host::TableDef& table : module.tables) append_ref(table.row_type, tables.next(table.name));
    }
    append_functions(module, parts);
    append_routes(module, parts.next("routes"));
    append_scheduled(module, parts.next("scheduled"));
  }
  return out;
}

}  // namespace stdb::front
