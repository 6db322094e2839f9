// tests/hostile/imports.hpp: every import of abi's list as the generators of hostile modules see it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support.hpp"

namespace stdb::host::test {

// What a parameter of an import is for.
struct Parameter {
  enum class Kind : std::uint8_t {
    number,       // an id, a handle, a level
    wide_number,  // of 64 bits
    slice,        // a pointer; its length is the next parameter
    length,
    buffer,       // a pointer; its length lies where the next parameter points
    buffer_size,  // a pointer to a length
    fixed,        // a pointer to `size` bytes
  };
  Kind kind = Kind::number;
  std::string name;
  std::uint32_t size = 0;   // of what a pointer points to, in a call that means well
  std::uint32_t value = 0;  // in such a call; handles are made by the module
};

struct Import {
  std::string name;
  std::uint32_t minor = 0;
  std::string result;  // as C says it
  std::vector<Parameter> parameters;

  bool is_for_procedures() const { return name.starts_with("procedure_"); }
  std::string declaration() const;  // (import ... (func $f ...))
};

const std::vector<Import>& imports();

// Linear memory of the generated modules, in bytes; what their arguments point to lies below 4096.
inline constexpr std::uint32_t memory_size = 131'072;

// item (id: u32, b: u32) with a generated key (index 4096) and an index on both columns (4097), reducers act(text) and
// calm(), a procedure ask(text) -> (), a view `mine` by sender and one, `all`, that is anonymous, a handler of GET /x;
// MODE of the environment.
Bytes description_of_all_kinds();

// A module of that description that makes one call, `call` (WAT that may use $args and $sink), in one place, and
// whatever is fine elsewhere. Places: "start", "__preinit__x", "_initialize", "__setup__", "__describe_module__",
// "reducer", "procedure", "view", "view_anon", "handler".
std::string module_with_call(std::string_view place, std::string_view call, const Import& import);

// The call of an import with the values that mean well, but for one parameter.
std::string call_text(const Import& import, std::optional<std::size_t> changed = {}, std::uint32_t value = 0);

}  // namespace stdb::host::test
