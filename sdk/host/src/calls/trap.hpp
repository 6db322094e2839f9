// sdk/host/src/calls/trap.hpp: how a host call ends the guest's call.
#pragma once

#include <string>
#include <utility>

namespace stdb::host {

// Thrown by host calls; the fronts turn it into a wasm trap or unwind a native module. It never crosses Wasmtime's own
// frames.
struct Trap {
  explicit Trap(std::string reason) : text(std::move(reason)) {}
  std::string text;
};

}  // namespace stdb::host
