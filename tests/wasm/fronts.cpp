// tests/wasm/fronts.cpp: publishes the module that this test is built with.
#include "fronts.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <vector>

#include "stdb/host/native.hpp"
#include "stdb/shim/bindings.h"

namespace {

namespace host = stdb::host;

std::vector<std::uint8_t> read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

std::unique_ptr<host::Database> publish(Front front, host::DatabaseOptions options) {
  options.profile = front == Front::wasm_v1 ? host::Profile::v1_2 : host::Profile::v2;
  auto database = std::make_unique<host::Database>(std::move(options));
  const auto outcome = front == Front::native
                           ? database->publish(host::native_module(*stdb_module()))
                           : database->publish(read_file(front == Front::wasm ? STDB_WASM : STDB_WASM_V1));
  EXPECT_TRUE(outcome.has_value()) << outcome.error().text;
  return database;
}

std::string front_name(Front front) {
  switch (front) {
    case Front::wasm:
      return "wasm";
    case Front::wasm_v1:
      return "wasm_v1";
    case Front::native:
      return "native";
  }
  return "";
}
