// bench/host/calls_bench.cpp: what a test or a program that embeds the host waits for: reducer calls and fresh
// databases, of the demo, natively and through Wasmtime.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <stdb/testing.hpp>
#include <stdexcept>

#include "../common/processor_time.hpp"
#include "quickstart.hpp"

namespace {

using stdb::testing::Database;

constexpr int batch = 1000;

Database native_database() { return Database(stdb::module); }
Database wasm_database() { return Database(stdb::testing::wasm(STDB_QUICKSTART_WASM)); }

// A transaction each: an insert into a table with a generated key and two indexes, and a line of log.
template <class Make>
void calls(benchmark::State& state, Make make) {
  const Database database = make();
  for ([[maybe_unused]] auto _ : state) {
    const double start = stdb::bench::processor_seconds();
    for (int at = 0; at < batch; ++at) {
      if (!database.call(add{.name = "Ann", .age = 30})) throw std::runtime_error("add failed");
    }
    state.SetIterationTime(stdb::bench::processor_seconds() - start);
    database.call(remove_younger_than{.age = 255}).expect_ok();
    database.clear_logs();
  }
  state.SetItemsProcessed(batch * state.iterations());
}

// A fresh database with the module published in it, and its end.
template <class Make>
void starts(benchmark::State& state, Make make) {
  make();  // a process compiles a wasm once
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(make().is_wasm());
}

// The same where the wasm is compiled anew, as in a process's first test; Wasmtime does so in several threads.
void first_start(benchmark::State& state) {
  std::ifstream file(STDB_QUICKSTART_WASM, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  const stdb::host::ByteView wasm(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  for ([[maybe_unused]] auto _ : state) {
    stdb::host::Database database;
    if (!database.publish(wasm)) throw std::runtime_error("it cannot be published");
  }
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::RegisterBenchmark("calls/native", [](auto& state) { calls(state, native_database); })->UseManualTime();
  benchmark::RegisterBenchmark("calls/wasm", [](auto& state) { calls(state, wasm_database); })->UseManualTime();
  benchmark::RegisterBenchmark("start/native", [](auto& state) { starts(state, native_database); });
  benchmark::RegisterBenchmark("start/wasm", [](auto& state) { starts(state, wasm_database); });
  benchmark::RegisterBenchmark("start/wasm compiled anew", first_start)->MeasureProcessCPUTime();
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
}
