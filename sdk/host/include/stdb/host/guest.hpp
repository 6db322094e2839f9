// sdk/host/.../guest.hpp: a module as the database sees it, whether it is wasm or linked into the program.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "stdb/abi/types.h"
#include "stdb/host/bytes.hpp"
#include "stdb/host/error.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/profile.hpp"

namespace stdb::host {

class SystemCalls;

// How a call into the guest ended.
struct GuestResult {
  enum class Ending : std::uint8_t { returned, trapped, out_of_fuel };

  Ending ending = Ending::returned;
  std::int32_t code = 0;            // returned: what the guest answered
  std::string reason;               // otherwise: why, in one line
  std::vector<std::string> frames;  // and where, the innermost function first, as far as known
  std::uint64_t fuel = 0;           // used by this call alone; 0 where nothing counts it
  std::uint64_t host_calls = 0;     // made by this call alone; counted of wasm only
  std::uint64_t memory_bytes = 0;   // of linear memory, after the call; 0 where there is none
};

struct GuestLimits {
  std::uint64_t fuel_per_call = limits::fuel_per_call;
  std::uint64_t memory_bytes = limits::wasm_memory;
};

// What an HTTP handler is handed. Sender and claims reach modules only that were built for them.
struct HandlerCall {
  std::int64_t timestamp = 0;
  std::uint32_t request = 0;  // sources
  std::uint32_t request_body = 0;
  std::uint32_t response = 0;  // sinks
  std::uint32_t response_body = 0;
  std::uint64_t sender[4] = {};
  std::uint32_t claims = 0;  // a source
};

// One instance, started: its globals live from call to call until it traps, and is then thrown away. Arguments are
// sources, 0 where there are none; what the guest writes goes to sinks.
class GuestInstance {
 public:
  virtual ~GuestInstance() = default;

  // Has the guest write its description to a sink. The result speaks of the start too.
  virtual GuestResult describe(std::uint32_t sink) = 0;

  virtual GuestResult call_reducer(std::uint32_t reducer, const stdb_call& call, std::uint32_t arguments,
                                   std::uint32_t error) = 0;
  virtual GuestResult call_procedure(std::uint32_t procedure, const stdb_call& call, std::uint32_t arguments,
                                     std::uint32_t result) = 0;
  // Of `call` a view is told the sender at most.
  virtual GuestResult call_view(std::uint32_t view, bool is_anonymous, const stdb_call& call, std::uint32_t arguments,
                                std::uint32_t rows) = 0;
  virtual GuestResult call_http_handler(std::uint32_t handler, const HandlerCall& call) = 0;
};

class GuestModule {
 public:
  virtual ~GuestModule() = default;

  // Makes an instance whose host calls go to `calls`, which must outlive it, and runs its start sequence (host-abi 3.2)
  // as far as __setup__.
  virtual Expected<std::unique_ptr<GuestInstance>> instantiate(SystemCalls& calls, Profile profile,
                                                               const GuestLimits& limits) const = 0;
};

// Compiles a module and checks its imports and exports as servers do at publish (host-abi 3.5).
Expected<std::unique_ptr<GuestModule>> compile_wasm(ByteView wasm, Profile profile);

}  // namespace stdb::host
