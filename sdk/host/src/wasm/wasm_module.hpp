// sdk/host/src/wasm/wasm_module.hpp: a compiled module of wasm, checked as servers check it.
#pragma once

#include <memory>
#include <string>
#include <vector>
#include <wasmtime.hh>

#include "stdb/host/guest.hpp"

namespace stdb::host {

// Refuses what servers refuse before a module runs: the ABI that the imports ask for, unknown imports, missing or wrong
// exports. `preinits` becomes the names of the __preinit__ exports in the order in which they are called.
Expected<void> check_imports(const wasmtime::Module& module, Profile profile);
Expected<void> check_exports(const wasmtime::Module& module, std::vector<std::string>& preinits);

// A module whose imports have been resolved.
struct DeletePreparedInstance {
  void operator()(wasmtime_instance_pre_t* prepared) const { wasmtime_instance_pre_delete(prepared); }
};
using PreparedInstance = std::unique_ptr<wasmtime_instance_pre_t, DeletePreparedInstance>;

class WasmModule : public GuestModule {
 public:
  WasmModule(PreparedInstance prepared, std::vector<std::string> preinits)
      : prepared_(std::move(prepared)), preinits_(std::move(preinits)) {}

  Expected<std::unique_ptr<GuestInstance>> instantiate(SystemCalls& calls, Profile profile,
                                                       const GuestLimits& limits) const override;

 private:
  PreparedInstance prepared_;
  std::vector<std::string> preinits_;
};

}  // namespace stdb::host
