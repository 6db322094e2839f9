// bench/native/sats.hpp: the official codec, spacetimedb-sats, as the benchmark asks it (bench/peers/sats).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

#include "ours.hpp"
#include "values.hpp"

extern "C" {
#define STDB_SATS(name)                                                          \
  void* sats_##name##_new(const std::uint8_t* bytes, std::size_t size);          \
  std::size_t sats_##name##_encode(void* held);                                  \
  const std::uint8_t* sats_##name##_bytes(const void* held);                     \
  std::size_t sats_##name##_decode(const std::uint8_t* bytes, std::size_t size); \
  void sats_##name##_free(void* held);
STDB_SATS(fixed)
STDB_SATS(small)
STDB_SATS(text)
STDB_SATS(nested)
STDB_SATS(rows)
STDB_SATS(numbers)
STDB_SATS(octets)
#undef STDB_SATS
}

namespace stdb::bench {

// The functions of one type.
template <class T>
struct SatsOf;
#define STDB_SATS(type, name)                             \
  template <>                                             \
  struct SatsOf<type> {                                   \
    static constexpr auto make = &sats_##name##_new;      \
    static constexpr auto encode = &sats_##name##_encode; \
    static constexpr auto bytes = &sats_##name##_bytes;   \
    static constexpr auto decode = &sats_##name##_decode; \
    static constexpr auto free = &sats_##name##_free;     \
  };
STDB_SATS(Fixed, fixed)
STDB_SATS(Small, small)
STDB_SATS(Text, text)
STDB_SATS(Nested, nested)
STDB_SATS(Rows, rows)
STDB_SATS(Numbers, numbers)
STDB_SATS(Octets, octets)
#undef STDB_SATS

template <class T>
class Sats {
 public:
  static constexpr const char* name = "spacetimedb-sats";

  // It holds values of its own, which it reads from what ours has written.
  explicit Sats(const std::vector<T>& values) : ours_(values), count_(values.size()) {
    ours_.encode();
    held_ = SatsOf<T>::make(ours_.bytes().data(), ours_.bytes().size());
    if (held_ == nullptr) throw std::runtime_error("spacetimedb-sats cannot read what ours has encoded");
  }
  ~Sats() { SatsOf<T>::free(held_); }
  Sats(const Sats&) = delete;
  Sats& operator=(const Sats&) = delete;

  std::size_t encode() { return size_ = SatsOf<T>::encode(held_); }
  void decode() { SatsOf<T>::decode(SatsOf<T>::bytes(held_), size_); }

  // Both write the same bytes.
  bool keeps() {
    const std::span<const std::uint8_t> bytes(SatsOf<T>::bytes(held_), size_);
    return std::ranges::equal(bytes, ours_.bytes()) && SatsOf<T>::decode(bytes.data(), bytes.size()) == count_;
  }

 private:
  Ours<T> ours_;
  std::size_t count_;
  void* held_;
  std::size_t size_ = 0;
};

}  // namespace stdb::bench
