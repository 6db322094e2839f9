// bench/wasm/measure_start.cpp: what it takes to have modules of wasm ready for their first call.
//
//   measure_start MODULE...
//
// Writes an object a line: {"module", "bytes", "compile_ns", "start_ns" (an instance made, started and described),
// "start_fuel", "host_calls" (of that)}; times are of the processor, the least of several.
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <ctime>
#include <iostream>
#include <limits>

#include "../common/measured_module.hpp"
#include "../common/read_file.hpp"
#include "calls/system_calls.hpp"
#include "stdb/host/guest.hpp"

namespace stdb::bench {
namespace {

constexpr int repetitions = 7;

// Makes an instance that describes itself to nobody.
host::GuestResult start(const host::GuestModule& module) {
  host::SystemCalls calls{host::CallEnvironment{}};
  const auto instance = module.instantiate(calls, host::Profile::v2, {});
  if (!instance) throw std::runtime_error(instance.error().text);
  const host::GuestResult described = (*instance)->describe(calls.open_sink());
  if (described.ending != host::GuestResult::Ending::returned) throw std::runtime_error(described.reason);
  return described;
}

boost::json::value measure(const char* path) {
  const host::Bytes wasm = read_file(path);
  std::clock_t compile_time = std::numeric_limits<std::clock_t>::max();
  auto start_time = std::chrono::nanoseconds::max();
  std::unique_ptr<host::GuestModule> module;
  host::GuestResult started;
  for (int at = 0; at < repetitions; ++at) {
    const std::clock_t before = std::clock();  // of all threads: Wasmtime compiles with several
    auto compiled = host::compile_wasm(wasm, host::Profile::v2);
    compile_time = std::min(compile_time, std::clock() - before);
    if (!compiled) throw std::runtime_error(std::string(path) + ": " + compiled.error().text);
    module = *std::move(compiled);
    const auto begun = processor_time();
    started = start(*module);
    start_time = std::min(start_time, processor_time() - begun);
  }
  return {{"module", path},
          {"bytes", wasm.size()},
          {"compile_ns", compile_time * (1'000'000'000 / CLOCKS_PER_SEC)},
          {"start_ns", start_time.count()},
          {"start_fuel", started.fuel},
          {"host_calls", started.host_calls}};
}

}  // namespace
}  // namespace stdb::bench

int main(int count, char** words) try {
  if (count < 2) throw std::runtime_error("usage: measure_start MODULE...");
  for (int at = 1; at < count; ++at) std::cout << boost::json::serialize(stdb::bench::measure(words[at])) << std::endl;
  return 0;
} catch (const std::exception& failure) {
  std::cerr << "measure_start: " << failure.what() << '\n';
  return 1;
}
