// sdk/host/.../function_def.hpp: the functions that a module declares.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/host/algebraic_type.hpp"

namespace stdb::host {

enum class FunctionKind : std::uint8_t { reducer, procedure, view, http_handler };

std::string_view function_kind_name(FunctionKind kind);  // "reducer", "procedure", "view", "HTTP handler"

enum class Lifecycle : std::uint8_t { init, on_connect, on_disconnect };

std::string_view lifecycle_name(Lifecycle lifecycle);  // "init", "client_connected", "client_disconnected"

// What reducers, procedures and views have in common. `name` is the canonical one, `source_name` the module's own.
struct FunctionDef {
  std::string name;
  std::string source_name;
  AlgebraicType params;  // a product with named members
};

struct ReducerDef : FunctionDef {
  std::optional<Lifecycle> lifecycle;
  bool is_private = false;  // only the owner may call it
};

struct ProcedureDef : FunctionDef {
  AlgebraicType return_type;
  bool is_private = false;
};

struct ViewDef : FunctionDef {
  std::uint32_t id = 0;  // by which the module calls it; views by sender and anonymous ones are numbered apart
  bool is_public = true;
  bool is_anonymous = false;
  bool is_query = false;       // declares that it returns a query
  AlgebraicType return_type;   // as declared; what a view writes is always an array of rows, or a query
  std::uint32_t row_type = 0;  // index into the typespace: a product
  std::optional<std::uint16_t> primary_key;
};

struct HttpHandlerDef {
  std::string name;
  std::string source_name;
};

struct HttpRouteDef {
  std::uint32_t handler = 0;          // index into the handlers, which is the handler's id
  std::optional<std::string> method;  // "GET"; none: any
  std::string path;                   // "" or from "/" on
};

}  // namespace stdb::host
