// bench/native/codec_in_wasm.cpp: the codec in Wasmtime and natively: the reducers of codec_module.cpp in both.
//
//   codec_in_wasm MODULE.wasm
//
// Writes an object a line: {"reducer", "wasm_ns", "native_ns" (of a round, the least of several), "ratio"}.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <limits>
#include <string>

#include "../common/keep_memory.hpp"
#include "../common/measured_module.hpp"
#include "../common/read_file.hpp"
#include "stdb/host/database.hpp"
#include "stdb/host/native.hpp"
#include "stdb/shim/bindings.h"

namespace stdb::bench {
namespace {

constexpr int repetitions = 15;

// One way of running the module.
class Front {
 public:
  explicit Front(std::unique_ptr<host::GuestModule> module) {
    const auto published = database_.publish(std::make_unique<MeasuredModule>(std::move(module), last_));
    if (!published) throw std::runtime_error(published.error().text);
  }

  const host::ModuleDef& module() const { return database_.module(); }

  double nanoseconds(const std::string& reducer, std::uint32_t rounds) {
    const auto outcome = database_.call(reducer, boost::json::array{rounds});
    if (!outcome) throw std::runtime_error(outcome.error().text);
    if (!outcome->is_committed()) throw std::runtime_error(reducer + ": " + outcome->trap_reason);
    return static_cast<double>(last_.time.count());
  }

 private:
  Measured last_;
  host::Database database_;
};

// How many rounds take some ten milliseconds.
std::uint32_t enough_rounds(Front& front, const std::string& reducer) {
  std::uint32_t rounds = 1;
  while (front.nanoseconds(reducer, rounds) - front.nanoseconds(reducer, 0) < 1e7) rounds *= 2;
  return rounds;
}

boost::json::value compare(Front& wasm, Front& native, const std::string& reducer) {
  const std::uint32_t rounds = std::max(enough_rounds(wasm, reducer), enough_rounds(native, reducer));
  constexpr double none = std::numeric_limits<double>::infinity();
  double wasm_full = none, wasm_empty = none, native_full = none, native_empty = none;
  for (int at = 0; at < repetitions; ++at) {  // in turns, so that both have the same machine
    wasm_full = std::min(wasm_full, wasm.nanoseconds(reducer, rounds));
    native_full = std::min(native_full, native.nanoseconds(reducer, rounds));
    wasm_empty = std::min(wasm_empty, wasm.nanoseconds(reducer, 0));
    native_empty = std::min(native_empty, native.nanoseconds(reducer, 0));
  }
  const double in_wasm = (wasm_full - wasm_empty) / rounds, natively = (native_full - native_empty) / rounds;
  return {{"reducer", reducer}, {"wasm_ns", in_wasm}, {"native_ns", natively}, {"ratio", in_wasm / natively}};
}

void run(const char* path) {
  auto compiled = host::compile_wasm(read_file(path), host::Profile::v2);
  if (!compiled) throw std::runtime_error(compiled.error().text);
  Front wasm(*std::move(compiled));
  Front native(host::native_module(*stdb_module()));
  for (const host::ReducerDef& reducer : wasm.module().reducers) {
    std::cout << boost::json::serialize(compare(wasm, native, reducer.name)) << std::endl;
  }
}

}  // namespace
}  // namespace stdb::bench

int main(int count, char** words) try {
  if (count != 2) throw std::runtime_error("usage: codec_in_wasm MODULE.wasm");
  stdb::bench::keep_memory();
  stdb::bench::run(words[1]);
  return 0;
} catch (const std::exception& failure) {
  std::cerr << "codec_in_wasm: " << failure.what() << '\n';
  return 1;
}
