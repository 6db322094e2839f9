// bench/native/flatbuffers.hpp: FlatBuffers, as the benchmark asks it. It can be read without being decoded; what is
// measured here is what the others do too: to check bytes that nobody vouches for and to make values of them.
#pragma once

#include <benchmark/benchmark.h>

#include "values.hpp"
#include "values_generated.h"

namespace stdb::bench {

template <class T>
struct FlatOf;

inline fb::Fixed flat(const Fixed& v) { return {v.id, v.score, v.x, v.y, v.z, v.flags}; }
inline Fixed unflat(const fb::Fixed& v) { return {v.id(), v.score(), v.x(), v.y(), v.z(), v.flags()}; }

template <>
struct FlatOf<Fixed> {
  using type = fb::FixedRow;
  static auto put(::flatbuffers::FlatBufferBuilder& to, const Fixed& v) {
    const fb::Fixed row = flat(v);
    return fb::CreateFixedRow(to, &row);
  }
  static Fixed get(const type& v) { return unflat(*v.row()); }
};

template <>
struct FlatOf<Small> {
  using type = fb::Small;
  static auto put(::flatbuffers::FlatBufferBuilder& to, const Small& v) {
    return fb::CreateSmall(to, v.id, v.age, v.level, v.speed, v.is_alive);
  }
  static Small get(const type& v) { return {v.id(), v.age(), v.level(), v.speed(), v.is_alive()}; }
};

template <>
struct FlatOf<Text> {
  using type = fb::Text;
  static auto put(::flatbuffers::FlatBufferBuilder& to, const Text& v) {
    const auto name = to.CreateString(v.name);
    return fb::CreateText(to, v.id, v.age, name, to.CreateString(v.about));
  }
  static Text get(const type& v) { return {v.id(), v.age(), v.name()->str(), v.about()->str()}; }
};

template <>
struct FlatOf<Nested> {
  using type = fb::Nested;
  static auto put(::flatbuffers::FlatBufferBuilder& to, const Nested& v) {
    const auto bag = to.CreateVector<::flatbuffers::Offset<fb::Item>>(v.bag.size(), [&](std::size_t at) {
      return fb::CreateItem(to, v.bag[at].kind, v.bag[at].count, to.CreateString(v.bag[at].label));
    });
    const fb::Place at(v.at.x, v.at.y, v.at.z);
    const auto target = v.target ? ::flatbuffers::Optional<std::uint64_t>(*v.target) : ::flatbuffers::nullopt;
    return fb::CreateNested(to, v.id, &at, static_cast<fb::Mood>(v.mood), target, bag);
  }
  static Nested get(const type& v) {
    Nested made{v.id(), {v.at()->x(), v.at()->y(), v.at()->z()}, static_cast<Mood>(v.mood()), {}, {}};
    if (v.target()) made.target = *v.target();
    made.bag.reserve(v.bag()->size());
    for (const fb::Item* item : *v.bag()) made.bag.push_back({item->kind(), item->count(), item->label()->str()});
    return made;
  }
};

template <>
struct FlatOf<Rows> {
  using type = fb::Rows;
  static auto put(::flatbuffers::FlatBufferBuilder& to, const Rows& v) {
    return fb::CreateRows(to, to.CreateVectorOfNativeStructs<fb::Fixed>(v.rows, flat));
  }
  static Rows get(const type& v) {
    Rows made;
    made.rows.reserve(v.rows()->size());
    for (const fb::Fixed* row : *v.rows()) made.rows.push_back(unflat(*row));
    return made;
  }
};

template <>
struct FlatOf<Numbers> {
  using type = fb::Numbers;
  static auto put(::flatbuffers::FlatBufferBuilder& to, const Numbers& v) {
    return fb::CreateNumbers(to, to.CreateVector(v.numbers));
  }
  static Numbers get(const type& v) { return {{v.numbers()->data(), v.numbers()->data() + v.numbers()->size()}}; }
};

template <>
struct FlatOf<Octets> {
  using type = fb::Octets;
  static auto put(::flatbuffers::FlatBufferBuilder& to, const Octets& v) {
    return fb::CreateOctets(to, to.CreateVector(v.octets));
  }
  static Octets get(const type& v) { return {{v.octets()->data(), v.octets()->data() + v.octets()->size()}}; }
};

template <class T>
class Flatbuffers {
 public:
  static constexpr const char* name = "FlatBuffers";

  explicit Flatbuffers(const std::vector<T>& values) : values_(values) {
    for (const T& value : values) {
      build(value);
      messages_.emplace_back(builder_.GetBufferPointer(), builder_.GetBufferPointer() + builder_.GetSize());
    }
  }

  std::size_t encode() {
    std::size_t sum = 0;
    for (const T& value : values_) {
      build(value);
      benchmark::DoNotOptimize(builder_.GetBufferPointer());
      sum += builder_.GetSize();
    }
    return sum;
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
  using Type = typename FlatOf<T>::type;

  void build(const T& value) {
    builder_.Clear();
    builder_.Finish(FlatOf<T>::put(builder_, value));
  }

  void decode_each(auto use) {
    for (const auto& message : messages_) {
      ::flatbuffers::Verifier verifier(message.data(), message.size());
      if (!verifier.VerifyBuffer<Type>(nullptr)) return;
      use(FlatOf<T>::get(*::flatbuffers::GetRoot<Type>(message.data())));
    }
  }

  const std::vector<T>& values_;
  ::flatbuffers::FlatBufferBuilder builder_;
  std::vector<std::vector<std::uint8_t>> messages_;
};

}  // namespace stdb::bench
