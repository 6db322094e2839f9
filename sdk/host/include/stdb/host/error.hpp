// sdk/host/.../error.hpp: why the host refused something.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace stdb::host {

enum class ErrorKind : std::uint8_t {
  not_a_module,       // the bytes are no wasm module
  unsupported_abi,    // the imports ask for another host, or for none
  bad_import,         // an import that no host has, or of another type
  bad_export,         // an export is missing or has another type
  start_failed,       // the module trapped or failed while it started
  bad_description,    // __describe_module__ did not write a readable description
  invalid_module,     // the description breaks a rule
  init_failed,        // the init reducer failed: nothing was published
  already_published,  // this database has a module, and is to become what a snapshot says
  not_published,      // this database has no module yet
  no_such_reducer,
  private_reducer,  // exists, but clients may not call it
  no_such_procedure,
  private_procedure,
  no_such_view,
  private_view,
  bad_environment,  // a value of the environment is missing or wrong
  bad_arguments,
  no_such_table,
  bad_query,
  cannot_migrate,  // the module published over another asks for what cannot be made of the rows that are there
  bad_snapshot,    // the bytes are no snapshot, or one of another module
  bad_row,         // a row that a table does not take
};

// A refusal. `text` says what, where, and where it helps, how to mend it; it has no trailing full stop or newline of
// its own.
struct Error {
  ErrorKind kind;
  std::string text;
};

template <class T>
using Expected = std::expected<T, Error>;

inline std::unexpected<Error> refuse(ErrorKind kind, std::string text) {
  return std::unexpected(Error{kind, std::move(text)});
}

}  // namespace stdb::host
