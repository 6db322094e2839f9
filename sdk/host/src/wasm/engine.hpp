// sdk/host/src/wasm/engine.hpp: Wasmtime set up as servers set it up, with the host's functions linked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <wasmtime.hh>

#include "calls/system_calls.hpp"
#include "stdb/host/profile.hpp"

namespace stdb::host {

// What a store of Wasmtime carries for the host's functions.
struct WasmHostState {
  SystemCalls* calls = nullptr;
  std::optional<wasmtime::Memory> memory;  // none until the module is instantiated
  std::uint64_t host_calls = 0;            // all that were made
  std::string trap_text;                   // why a host function trapped; taken by whoever made the call
};

// The engine of this process, made on first use. Threads may share it.
wasmtime::Engine& wasm_engine();

// The functions that a profile's hosts offer, made on first use. Threads may share it.
wasmtime::Linker& wasm_linker(Profile profile);

// Whether the host has a function of this name in the module "spacetime_10.<minor>".
bool is_host_function(std::string_view module, std::string_view name, Profile profile);

}  // namespace stdb::host
