// bench/native/msgpack.hpp: MessagePack by msgpack-cxx, as the benchmark asks it: products are arrays of their fields.
#pragma once

#include <benchmark/benchmark.h>

#include <msgpack.hpp>

#include "fields.hpp"

MSGPACK_ADD_ENUM(stdb::bench::Mood)

namespace msgpack {
MSGPACK_API_VERSION_NAMESPACE(MSGPACK_DEFAULT_API_NS) {
  namespace adaptor {

  template <stdb::bench::HasFields T>
  struct pack<T> {
    template <class Stream>
    packer<Stream>& operator()(packer<Stream>& out, const T& value) const {
      return std::apply(
          [&](const auto&... field) -> packer<Stream>& {
            out.pack_array(sizeof...(field));
            (out.pack(field), ...);
            return out;
          },
          stdb::bench::fields(value));
    }
  };

  template <stdb::bench::HasFields T>
  struct convert<T> {
    const msgpack::object& operator()(const msgpack::object& from, T& value) const {
      std::apply(
          [&](auto&... field) {
            if (from.type != msgpack::type::ARRAY || from.via.array.size != sizeof...(field))
              throw msgpack::type_error();
            const msgpack::object* at = from.via.array.ptr;
            ((at++)->convert(field), ...);
          },
          stdb::bench::fields(value));
      return from;
    }
  };

  }  // namespace adaptor
}
}  // namespace msgpack

namespace stdb::bench {

template <class T>
class Msgpack {
 public:
  static constexpr const char* name = "MessagePack";

  explicit Msgpack(const std::vector<T>& values) : values_(values) {}

  std::size_t encode() {
    buffer_.clear();
    for (const T& value : values_) msgpack::pack(buffer_, value);
    return buffer_.size();
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
  void decode_each(auto use) {
    msgpack::object_handle handle;
    T last{};
    for (std::size_t offset = 0; offset < buffer_.size();) {
      msgpack::unpack(handle, buffer_.data(), buffer_.size(), offset);
      T anew{};
      T& value = is_decoded_anew<T> ? anew : last;
      handle.get().convert(value);
      use(value);
    }
  }

  const std::vector<T>& values_;
  msgpack::sbuffer buffer_;
};

}  // namespace stdb::bench
