// sdk/testing/.../options.hpp: Options and Wasm: how a test's database is made.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "stdb/bsatn.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/profile.hpp"
#include "stdb/testing/http.hpp"

namespace stdb::testing {

// Which generation of servers answers: Servers::v1_2 (1.2.0) or Servers::v2 (2.x).
using Servers = host::Profile;

struct Options {
  // The time when the module is published. It stands still until advance() moves it.
  Timestamp start = Timestamp::from_seconds_since_unix_epoch(1'767'225'600);  // 2026-01-01T00:00:00Z
  // What the module reads as its environment; what it requires must be here.
  std::map<std::string, std::string, std::less<>> environment{};
  // Answers what procedures and handlers request. Empty: every request fails, as on a server that allows none.
  HttpClient http_client{};
  Servers servers = Servers::v2;
  // Instructions that wasm may execute in one call; natively nothing counts them.
  std::uint64_t fuel_per_call = host::limits::fuel_per_call;
  // A file that save() or `stdb run --data` wrote: the database goes on from it, and init does not run.
  std::string data{};
};

// A module's file.
struct Wasm {
  std::string path;
};

inline Wasm wasm(std::string path) { return {std::move(path)}; }

}  // namespace stdb::testing
