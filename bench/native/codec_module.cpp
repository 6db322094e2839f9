// bench/native/codec_module.cpp: the codec inside a module, so that it can be run as wasm and natively.
#include <stdb/module.hpp>

#include "../common/encode_all.hpp"
#include "values.hpp"

namespace stdb::bench {
namespace {

// Makes the compiler believe that the bytes or the value are used.
inline void keep(const void* used) { asm volatile("" : : "r"(used) : "memory"); }

// Rounds of the values of a type; a call of none takes what it takes to make the values.
template <class T>
void encode_rounds(std::uint32_t rounds) {
  const std::vector<T> values = make_values<T>();
  std::vector<std::uint8_t> bytes(4096);
  encode_all(values, bytes, lead_in);
  for (std::uint32_t round = 0; round < rounds; ++round) {
    encode_all(values, bytes, lead_in);
    keep(bytes.data());
  }
}

template <class T>
void decode_rounds(std::uint32_t rounds) {
  const std::vector<T> values = make_values<T>();
  std::vector<std::uint8_t> bytes(4096);
  const std::size_t size = encode_all(values, bytes, lead_in);
  for (std::uint32_t round = 0; round < rounds; ++round) {
    bsatn::Reader reader({bytes.data() + lead_in, size - lead_in});
    T last{};
    while (reader.remaining() != 0) {
      T anew{};
      T& value = is_decoded_anew<T> ? anew : last;
      if (!bsatn::decode_next(reader, value)) panic("a value cannot be read again");
      keep(&value);
    }
  }
}

}  // namespace

struct encode_run {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { encode_rounds<Fixed>(rounds); }
};
struct decode_run {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { decode_rounds<Fixed>(rounds); }
};
struct encode_list {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { encode_rounds<Rows>(rounds); }
};
struct decode_list {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { decode_rounds<Rows>(rounds); }
};
struct encode_small {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { encode_rounds<Small>(rounds); }
};
struct decode_small {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { decode_rounds<Small>(rounds); }
};
struct encode_text {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { encode_rounds<Text>(rounds); }
};
struct decode_text {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { decode_rounds<Text>(rounds); }
};
struct encode_nested {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { encode_rounds<Nested>(rounds); }
};
struct decode_nested {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { decode_rounds<Nested>(rounds); }
};
struct encode_numbers {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { encode_rounds<Numbers>(rounds); }
};
struct decode_numbers {
  std::uint32_t rounds;
  void operator()(ReducerContext&) const { decode_rounds<Numbers>(rounds); }
};

}  // namespace stdb::bench

using namespace stdb::bench;
constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<>, stdb::reducers<encode_run, decode_run, encode_list, decode_list, encode_small,
                                                decode_small, encode_text, decode_text, encode_nested, decode_nested,
                                                encode_numbers, decode_numbers>>;
