// bench/native/ours.hpp: the codec of this project, and plain memcpy, as the benchmark asks them.
#pragma once

#include <benchmark/benchmark.h>

#include <cstring>
#include <memory>
#include <span>

#include "../common/encode_all.hpp"
#include "stdb/bsatn.hpp"
#include "values.hpp"

namespace stdb::bench {

// What every codec here is: made of values; encode() encodes all of them, one after the other, into memory that it
// keeps, and answers the bytes; decode() makes each of them anew out of what encode() wrote; keeps() says whether these
// were equal.
template <class T>
class Ours {
 public:
  static constexpr const char* name = "ours";

  explicit Ours(const std::vector<T>& values) : values_(values) {}

  std::size_t encode() {
    used_ = encode_all(values_, bytes_, lead_in);
    return used_ - lead_in;
  }

  void decode() {
    decode_each([](const T& value) { benchmark::DoNotOptimize(&value); });
  }

  bool keeps() {
    std::size_t at = 0;
    decode_each([&](const T& value) { at += at < values_.size() && value == values_[at] ? 1 : 0; });
    return at == values_.size();
  }

  std::span<const std::uint8_t> bytes() const { return {bytes_.data() + lead_in, used_ - lead_in}; }

 private:
  void decode_each(auto use) {
    bsatn::Reader reader(bytes());
    T last{};
    while (reader.remaining() != 0) {
      T anew{};
      T& value = is_decoded_anew<T> ? anew : last;
      if (!bsatn::decode_next(reader, value)) return;
      use(value);
    }
  }

  const std::vector<T>& values_;
  std::vector<std::uint8_t> bytes_;
  std::size_t used_ = lead_in;
};

// What no codec can be faster than: the bytes copied, into memory that is there or, as a list that is read must have,
// new.
template <class T>
class Memcpy;

template <>
class Memcpy<Fixed> {
 public:
  static constexpr const char* name = "memcpy";

  explicit Memcpy(const std::vector<Fixed>& values)
      : values_(values), size_(values.size() * sizeof(Fixed)), bytes_(lead_in + size_) {}

  std::size_t encode() {
    std::memcpy(bytes_.data() + lead_in, values_.data(), size_);
    return size_;
  }
  void decode() {
    std::memcpy(static_cast<void*>(read_.data()), bytes_.data() + lead_in, size_);
    benchmark::DoNotOptimize(read_.data());
  }
  bool keeps() { return (decode(), read_ == values_); }

 private:
  const std::vector<Fixed>& values_;
  std::size_t size_;
  std::vector<std::uint8_t> bytes_;
  std::vector<Fixed> read_ = std::vector<Fixed>(values_.size());
};

template <>
class Memcpy<Rows> {
 public:
  static constexpr const char* name = "memcpy";

  explicit Memcpy(const std::vector<Rows>& values)
      : rows_(values[0].rows), size_(rows_.size() * sizeof(Fixed)), bytes_(lead_in + size_) {}

  std::size_t encode() {
    std::memcpy(bytes_.data() + lead_in, rows_.data(), size_);
    return size_;
  }
  void decode() { benchmark::DoNotOptimize(read().get()); }
  bool keeps() {
    const auto read_bytes = read();
    std::vector<Fixed> rows(rows_.size());
    std::memcpy(static_cast<void*>(rows.data()), read_bytes.get(), size_);
    return rows == rows_;
  }

 private:
  // Of bytes: a new Fixed would write its zeros first.
  std::unique_ptr<std::uint8_t[]> read() {
    auto made = std::make_unique_for_overwrite<std::uint8_t[]>(size_);
    std::memcpy(made.get(), bytes_.data() + lead_in, size_);
    return made;
  }

  const std::vector<Fixed>& rows_;
  std::size_t size_;
  std::vector<std::uint8_t> bytes_;
};

}  // namespace stdb::bench
