// sdk/tool/src/wasm_file.hpp: what a wasm file is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stdb::tool {

struct WasmSection {
  std::string name;         // "code", "data", ..., a custom section's own name in quotes
  std::uint64_t bytes = 0;  // with its header
};

struct WasmImport {
  std::string module;
  std::string name;
  bool is_function = false;
};

struct WasmExport {
  std::string name;
  std::string kind;  // "function", "memory", "table", "global", "tag"
  std::uint32_t index = 0;
};

struct WasmFunction {
  std::string name;  // from the name section, else its export's, else "function 12"
  std::uint64_t bytes = 0;
};

struct WasmFile {
  std::vector<WasmSection> sections;  // as they stand in the file
  std::vector<WasmImport> imports;
  std::vector<WasmExport> exports;
  std::vector<WasmFunction> functions;  // as they stand in the file
};

// Takes a file apart; none when it is no wasm module or its sections do not fit together. Code is not looked into.
std::optional<WasmFile> parse_wasm(std::span<const std::uint8_t> bytes);

}  // namespace stdb::tool
