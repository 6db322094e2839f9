// bench/native/cereal.hpp: cereal's binary archives, as the benchmark asks them.
#pragma once

#include <benchmark/benchmark.h>

#include <cereal/archives/binary.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <spanstream>

#include "fields.hpp"

namespace stdb::bench {

template <class Archive, HasFields T>
void serialize(Archive& archive, T& value) {
  std::apply([&](auto&... field) { archive(field...); }, fields(value));
}

template <class T>
class Cereal {
 public:
  static constexpr const char* name = "cereal";

  explicit Cereal(const std::vector<T>& values) : values_(values) {
    // Room for whatever it writes, found out once.
    while (buffer_.size() < (std::size_t{1} << 28) && !fits()) buffer_.resize(2 * buffer_.size());
  }

  std::size_t encode() {
    std::ospanstream stream(buffer_);
    cereal::BinaryOutputArchive archive(stream);
    for (const T& value : values_) archive(value);
    return used_ = stream.span().size();
  }

  void decode() {
    decode_each([](const T& value) { benchmark::DoNotOptimize(&value); });
  }

  bool keeps() {
    std::size_t at = 0, equal = 0;
    decode_each([&](const T& value) { equal += value == values_[at++] ? 1 : 0; });
    return equal == values_.size();
  }

 private:
  bool fits() {
    try {
      encode();
      return true;
    } catch (const cereal::Exception&) {
      return false;
    }
  }

  void decode_each(auto use) {
    std::ispanstream stream(std::span<const char>(buffer_.data(), used_));
    cereal::BinaryInputArchive archive(stream);
    T last{};
    for (std::size_t at = 0; at < values_.size(); ++at) {
      T anew{};
      T& value = is_decoded_anew<T> ? anew : last;
      archive(value);
      use(value);
    }
  }

  const std::vector<T>& values_;
  std::vector<char> buffer_ = std::vector<char>(4096);
  std::size_t used_ = 0;
};

}  // namespace stdb::bench
