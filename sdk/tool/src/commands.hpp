// sdk/tool/src/commands.hpp: what the tool can be told to do. Each answers its exit code (exit_code.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stdb/host/limits.hpp"
#include "stdb/host/profile.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::tool {

struct RunOptions {
  std::string module_path;
  std::optional<std::string> calls_path;  // "-": standard input
  std::vector<std::string> tables;        // to print at the end
  std::optional<std::string> data_path;   // the database is kept in it
  bool json = false;
  bool http = false;           // what the module requests over HTTP is sent
  bool http_loopback = false;  // to this machine too
  host::EnvironmentValues environment;
  host::Profile profile = host::Profile::v2;
  std::uint64_t fuel_per_call = host::limits::fuel_per_call;
  std::uint64_t memory_bytes = host::limits::wasm_memory;
};

int run(const RunOptions& options);

struct DescribeOptions {
  std::string module_path;
  bool json = false;
  host::Profile profile = host::Profile::v2;
};

int describe(const DescribeOptions& options);

struct SizeOptions {
  std::string module_path;
  bool json = false;
};

int size(const SizeOptions& options);

}  // namespace stdb::tool
