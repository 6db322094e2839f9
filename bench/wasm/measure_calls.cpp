// bench/wasm/measure_calls.cpp: what each call of a list takes of a module of wasm in the embedded host.
//
//   measure_calls MODULE CALLS [REPETITIONS]
//
// CALLS has a reducer a line, as for `stdb run`. They are made in order on a fresh database, all of it once a
// repetition. Writes an object a line: {"reducer", "fuel", "ns" (the least of the repetitions), "host_calls",
// "memory_bytes"}. Exit code 1, with the reason, when a call does not commit or the module is refused.
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../common/measured_module.hpp"
#include "../common/read_file.hpp"
#include "stdb/host/database.hpp"

namespace stdb::bench {
namespace {

struct Call {
  std::string reducer;
  boost::json::value arguments;
  Measured least = {};
};

std::vector<Call> read_calls(const char* path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  std::vector<Call> calls;
  for (std::string line; std::getline(file, line);) {
    const boost::json::value read = boost::json::parse(line);
    calls.push_back({std::string(read.at("reducer").as_string()), read.at("args")});
  }
  return calls;
}

void make_calls(const host::Bytes& wasm, std::vector<Call>& calls, bool is_first) {
  Measured last;
  auto module = host::compile_wasm(wasm, host::Profile::v2);
  if (!module) throw std::runtime_error(module.error().text);
  host::Database database;
  const auto published = database.publish(std::make_unique<MeasuredModule>(*std::move(module), last));
  if (!published) throw std::runtime_error(published.error().text);
  for (Call& call : calls) {
    const auto outcome = database.call(call.reducer, call.arguments);
    if (!outcome) throw std::runtime_error(outcome.error().text);
    if (!outcome->is_committed()) {
      throw std::runtime_error(call.reducer + " did not commit: " + outcome->error + outcome->trap_reason);
    }
    const auto time = is_first ? last.time : std::min(call.least.time, last.time);
    call.least = {time, last.result};
  }
}

std::string text_of(const Call& call) {
  const host::GuestResult& result = call.least.result;
  return boost::json::serialize(boost::json::value{{"reducer", call.reducer},
                                                   {"fuel", result.fuel},
                                                   {"ns", call.least.time.count()},
                                                   {"host_calls", result.host_calls},
                                                   {"memory_bytes", result.memory_bytes}});
}

}  // namespace
}  // namespace stdb::bench

int main(int count, char** words) try {
  if (count < 3 || count > 4) throw std::runtime_error("usage: measure_calls MODULE CALLS [REPETITIONS]");
  unsigned repetitions = 1;
  if (count == 4) {
    const std::string_view text = words[3];
    const auto read = std::from_chars(text.data(), text.data() + text.size(), repetitions);
    if (read.ec != std::errc() || repetitions == 0) throw std::runtime_error("REPETITIONS is a number above 0");
  }
  const auto wasm = stdb::bench::read_file(words[1]);
  auto calls = stdb::bench::read_calls(words[2]);
  for (unsigned at = 0; at < repetitions; ++at) stdb::bench::make_calls(wasm, calls, at == 0);
  for (const auto& call : calls) std::cout << stdb::bench::text_of(call) << '\n';
  return 0;
} catch (const std::exception& failure) {
  std::cerr << "measure_calls: " << failure.what() << '\n';
  return 1;
}
