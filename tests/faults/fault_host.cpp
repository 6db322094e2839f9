// tests/faults/fault_host.cpp: a module whose host calls can be made to fail, one at a time.
#include "fault_host.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include "stdb/shim/bindings.h"
#include "stdb/shim/native.h"

namespace stdb::faults {
namespace {

// The host that the embedded database has set for the function that runs.
thread_local const stdb_native_host* real = nullptr;

enum Place : std::size_t {
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) at_##name,
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
};

template <class Function, Function stdb_native_host::* entry, std::size_t place>
struct Front;

template <class Result, class... Parameters, Result (*stdb_native_host::*entry)(Parameters...), std::size_t place>
struct Front<Result (*)(Parameters...), entry, place> {
  static Result call(Parameters... parameters) {
    Plan& now = plan();
    now.calls.push_back(place);
    if (now.made++ != now.at) return (real->*entry)(parameters...);
    if (now.code == Plan::trap) real->trap();
    // A commit that fails leaves no transaction open.
    if (place == at_procedure_commit_mut_tx) real->procedure_abort_mut_tx();
    if constexpr (std::is_same_v<Result, std::int32_t>) {
      return now.code;
    } else {
      throw std::logic_error("an import without errnos was to answer one");
    }
  }
};

const stdb_native_host& faulty_host() {
  static const stdb_native_host table{
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  .name = &Front<result(*) parameters, &stdb_native_host::name, at_##name>::call,
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
      .trap = [] { real->trap(); },
  };
  return table;
}

// Puts the faulty host before the real one for as long as a function runs; functions may run within each other's sleep.
class Between {
 public:
  Between() : outer_(real), used_(stdb_native_use(&faulty_host())) { real = used_; }
  ~Between() {
    stdb_native_use(used_);
    real = outer_;
  }
  Between(const Between&) = delete;
  Between& operator=(const Between&) = delete;

 private:
  const stdb_native_host* outer_;
  const stdb_native_host* used_;
};

constexpr std::size_t most_functions = 64;

// A function that calls the module's own of the same place with the faulty host.
template <auto list, class Function>
struct Wrapped;

template <auto list, class... Parameters>
struct Wrapped<list, std::int32_t (*)(Parameters...)> {
  template <std::size_t index>
  static std::int32_t call(Parameters... parameters) {
    const Between between;
    return (stdb_module()->*list)[index](parameters...);
  }

  static constexpr auto table = []<std::size_t... index>(std::index_sequence<index...>) {
    return std::array<std::int32_t (*)(Parameters...), most_functions>{&call<index>...};
  }(std::make_index_sequence<most_functions>());
};

}  // namespace

Plan& plan() {
  thread_local Plan current;
  return current;
}

const std::vector<ImportErrnos>& imports() {
  static const std::vector<ImportErrnos> all = [] {
    enum : std::int32_t {
#define STDB_ERRNO(code, name, text) name = code,
#include "stdb/abi/errno.def"
#undef STDB_ERRNO
    };
    std::vector<ImportErrnos> list;
#define STDB_UNPACK(...) __VA_ARGS__
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) list.push_back({#name, {STDB_UNPACK errnos}});
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
#undef STDB_UNPACK
    return list;
  }();
  return all;
}

std::string_view errno_name(std::int32_t code) {
  switch (code) {
#define STDB_ERRNO(code, name, text) \
  case code:                         \
    return #name;
#include "stdb/abi/errno.def"
#undef STDB_ERRNO
    default:
      return "trap";
  }
}

const stdb_module_definition& faulty_module() {
  static const stdb_module_definition wrapped = [] {
    stdb_module_definition definition = *stdb_module();
    for (const std::uint32_t count : {definition.reducer_count, definition.procedure_count, definition.view_count,
                                      definition.anonymous_view_count, definition.http_handler_count}) {
      if (count > most_functions) throw std::logic_error("the module has too many functions of a kind");
    }
    using Definition = stdb_module_definition;
    definition.reducers = Wrapped<&Definition::reducers, stdb_reducer>::table.data();
    definition.procedures = Wrapped<&Definition::procedures, stdb_procedure>::table.data();
    definition.views = Wrapped<&Definition::views, stdb_view>::table.data();
    definition.anonymous_views = Wrapped<&Definition::anonymous_views, stdb_view>::table.data();
    definition.http_handlers = Wrapped<&Definition::http_handlers, stdb_http_handler>::table.data();
    return definition;
  }();
  return wrapped;
}

}  // namespace stdb::faults
