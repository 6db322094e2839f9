// bench/native/codec_bench.cpp: our codec beside the official one and C++ serializers, on the same values in one run.
//
// Names are KIND/encode|decode/CODEC; a round encodes or decodes all values of the kind. Counters: values and bytes of
// a round. Exit code 1 if a codec does not give back what it was given.
#include <benchmark/benchmark.h>

#include <iostream>
#include <string>

#include "../common/keep_memory.hpp"
#include "cereal.hpp"
#include "flatbuffers.hpp"
#include "msgpack.hpp"
#include "ours.hpp"
#include "protobuf.hpp"
#include "sats.hpp"

namespace stdb::bench {
namespace {

bool all_keep = true;

template <class T>
const std::vector<T>& values() {
  static const std::vector<T> made = make_values<T>();
  return made;
}

template <class T, template <class> class Codec>
void add(const std::string& kind) {
  static Codec<T> codec(values<T>());
  const std::size_t bytes = codec.encode();
  if (!codec.keeps()) {
    std::cerr << "codec_bench: " << Codec<T>::name << " does not give back the " << kind << " that it was given\n";
    all_keep = false;
  }
  const auto note = [bytes](benchmark::State& state) {
    state.counters["values"] = static_cast<double>(values<T>().size());
    state.counters["bytes"] = static_cast<double>(bytes);
  };
  benchmark::RegisterBenchmark((kind + "/encode/" + Codec<T>::name).c_str(), [note](benchmark::State& state) {
    for (auto _ : state) {
      benchmark::DoNotOptimize(codec.encode());
      benchmark::ClobberMemory();
    }
    note(state);
  });
  benchmark::RegisterBenchmark((kind + "/decode/" + Codec<T>::name).c_str(), [note](benchmark::State& state) {
    for (auto _ : state) codec.decode();
    note(state);
  });
}

template <class T>
void add_codecs(const std::string& kind) {
  add<T, Ours>(kind);
  add<T, Sats>(kind);
  add<T, Cereal>(kind);
  add<T, Msgpack>(kind);
  add<T, Flatbuffers>(kind);
  add<T, Protobuf>(kind);
}

void add_all() {
  add_codecs<Fixed>("run of rows");
  add<Fixed, Memcpy>("run of rows");
  add_codecs<Rows>("list of rows");
  add<Rows, Memcpy>("list of rows");
  add_codecs<Small>("small rows");
  add_codecs<Text>("rows with strings");
  add_codecs<Nested>("nested rows");
  add_codecs<Numbers>("array of u64");
  add_codecs<Octets>("array of u8");
}

}  // namespace
}  // namespace stdb::bench

int main(int count, char** words) {
  stdb::bench::keep_memory();
  stdb::bench::add_all();
  if (!stdb::bench::all_keep) return 1;
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
