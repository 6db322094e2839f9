// sdk/host/src/wasm/engine.cpp: Wasmtime set up as servers set it up, with the host's functions linked.
#include "wasm/engine.hpp"

#include <any>
#include <exception>
#include <type_traits>

#include "base/concat.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

// Pointers travel as offsets of 32 bits.
template <class Parameter>
using WasmParameter = std::conditional_t<std::is_pointer_v<Parameter>, std::uint32_t, Parameter>;

// The wasm function that serves one prototype of abi's imports.def by one member function of SystemCalls.
template <class Prototype>
struct WasmFront;

template <class Result, class... Parameters>
struct WasmFront<Result(Parameters...)> {
  using Method = typename HostMethod<Result(Parameters...)>::type;
  using Answer = std::conditional_t<std::is_void_v<Result>, std::monostate, Result>;

  Method method;

  // No exception may pass through the frames of Wasmtime, so all of them end here.
  wasmtime::Result<Answer, wasmtime::Trap> operator()(wasmtime::Caller caller,
                                                      WasmParameter<Parameters>... arguments) const {
    const wasmtime::Store::Context context(caller);
    auto& state = *std::any_cast<WasmHostState*>(context.get_data());
    ++state.host_calls;
    try {
      if (!state.memory) throw Trap("a host function was called before the module was instantiated");
      const auto window = state.memory->data(context);
      const Memory memory(window.data(), window.size());
      if constexpr (std::is_void_v<Result>) {
        (state.calls->*method)(memory, arguments...);
        return std::monostate();
      } else {
        return (state.calls->*method)(memory, arguments...);
      }
    } catch (const Trap& trap) {
      state.trap_text = trap.text;
    } catch (const std::exception& failure) {
      state.trap_text = concat("the host failed: ", failure.what());
    }
    return wasmtime::Trap(std::string_view("host function"));  // WasmHostState holds the reason
  }
};

wasmtime::Config make_config() {
  wasmtime::Config config;
  config.consume_fuel(true);
  config.cranelift_opt_level(wasmtime::OptLevel::Speed);
  config.max_wasm_stack(limits::wasm_stack);
  // What servers are built without: a module that needs it must not work here either.
  config.wasm_threads(false);
  config.wasm_gc(false);
  config.wasm_function_references(false);
  config.wasm_exceptions(false);
  return config;
}

wasmtime::Linker make_linker(Profile profile) {
  wasmtime::Linker linker(wasm_engine());
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos)                                         \
  if (offers(profile, minor)) {                                                                                 \
    linker.func_wrap("spacetime_10." #minor, #name, WasmFront<result parameters>{&SystemCalls::name}).unwrap(); \
  }
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
  return linker;
}

}  // namespace

wasmtime::Engine& wasm_engine() {
  static wasmtime::Engine engine(make_config());
  return engine;
}

wasmtime::Linker& wasm_linker(Profile profile) {
  static wasmtime::Linker old_linker = make_linker(Profile::v1_2);
  static wasmtime::Linker new_linker = make_linker(Profile::v2);
  return profile == Profile::v1_2 ? old_linker : new_linker;
}

bool is_host_function(std::string_view module, std::string_view name, Profile profile) {
#define STDB_IMPORT(minor, function, result, parameters, arguments, errnos) \
  if (offers(profile, minor) && module == "spacetime_10." #minor && name == #function) return true;
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
  return false;
}

}  // namespace stdb::host
