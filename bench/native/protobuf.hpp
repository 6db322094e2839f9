// bench/native/protobuf.hpp: protobuf, as the benchmark asks it. Its values are its own message classes; what is
// measured is from these to bytes and back, not from and to the structs that a program would rather have.
#pragma once

#include <benchmark/benchmark.h>

#include <utility>

#include "values.hpp"
#include "values.pb.h"

namespace stdb::bench {

inline void put(pb::Fixed& to, const Fixed& v) {
  to.set_id(v.id);
  to.set_score(v.score);
  to.set_x(v.x);
  to.set_y(v.y);
  to.set_z(v.z);
  to.set_flags(v.flags);
}
inline Fixed get(const pb::Fixed& v) { return {v.id(), v.score(), v.x(), v.y(), v.z(), v.flags()}; }

inline void put(pb::Small& to, const Small& v) {
  to.set_id(v.id);
  to.set_age(v.age);
  to.set_level(v.level);
  to.set_speed(v.speed);
  to.set_is_alive(v.is_alive);
}
inline Small get(const pb::Small& v) {
  return {v.id(), v.age(), static_cast<std::uint8_t>(v.level()), v.speed(), v.is_alive()};
}

inline void put(pb::Text& to, const Text& v) {
  to.set_id(v.id);
  to.set_age(v.age);
  to.set_name(v.name);
  to.set_about(v.about);
}
inline Text get(const pb::Text& v) { return {v.id(), v.age(), v.name(), v.about()}; }

inline void put(pb::Nested& to, const Nested& v) {
  to.set_id(v.id);
  to.mutable_at()->set_x(v.at.x);
  to.mutable_at()->set_y(v.at.y);
  to.mutable_at()->set_z(v.at.z);
  to.set_mood(static_cast<pb::Mood>(v.mood));
  if (v.target) to.set_target(*v.target);
  for (const Item& item : v.bag) {
    pb::Item& added = *to.add_bag();
    added.set_kind(item.kind);
    added.set_count(item.count);
    added.set_label(item.label);
  }
}
inline Nested get(const pb::Nested& v) {
  Nested made{v.id(), {v.at().x(), v.at().y(), v.at().z()}, static_cast<Mood>(v.mood()), {}, {}};
  if (v.has_target()) made.target = v.target();
  for (const pb::Item& item : v.bag()) {
    made.bag.push_back({item.kind(), static_cast<std::uint16_t>(item.count()), item.label()});
  }
  return made;
}

inline void put(pb::Rows& to, const Rows& v) {
  for (const Fixed& row : v.rows) put(*to.add_rows(), row);
}
inline Rows get(const pb::Rows& v) {
  Rows made;
  for (const pb::Fixed& row : v.rows()) made.rows.push_back(get(row));
  return made;
}

inline void put(pb::Numbers& to, const Numbers& v) { to.mutable_numbers()->Add(v.numbers.begin(), v.numbers.end()); }
inline Numbers get(const pb::Numbers& v) { return {{v.numbers().begin(), v.numbers().end()}}; }

inline void put(pb::Octets& to, const Octets& v) { to.set_octets(v.octets.data(), v.octets.size()); }
inline Octets get(const pb::Octets& v) { return {{v.octets().begin(), v.octets().end()}}; }

template <class T>
struct MessageOf;
template <>
struct MessageOf<Fixed> : std::type_identity<pb::Fixed> {};
template <>
struct MessageOf<Small> : std::type_identity<pb::Small> {};
template <>
struct MessageOf<Text> : std::type_identity<pb::Text> {};
template <>
struct MessageOf<Nested> : std::type_identity<pb::Nested> {};
template <>
struct MessageOf<Rows> : std::type_identity<pb::Rows> {};
template <>
struct MessageOf<Numbers> : std::type_identity<pb::Numbers> {};
template <>
struct MessageOf<Octets> : std::type_identity<pb::Octets> {};

template <class T>
class Protobuf {
 public:
  static constexpr const char* name = "protobuf";

  explicit Protobuf(const std::vector<T>& values) : values_(values), messages_(values.size()) {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
      put(messages_[at], values[at]);
      sum += messages_[at].ByteSizeLong();
    }
    bytes_.resize(sum);
  }

  std::size_t encode() {
    std::uint8_t* at = bytes_.data();
    sizes_.clear();
    for (const Message& message : messages_) {
      const std::size_t size = message.ByteSizeLong();
      at = message.SerializeWithCachedSizesToArray(at);
      sizes_.push_back(size);
    }
    return static_cast<std::size_t>(at - bytes_.data());
  }

  void decode() {
    decode_each([](const Message& message) { benchmark::DoNotOptimize(&message); });
  }

  bool keeps() {
    std::size_t at = 0, equal = 0;
    decode_each([&](const Message& message) { equal += get(message) == values_[at++] ? 1 : 0; });
    return equal == values_.size();
  }

 private:
  using Message = typename MessageOf<T>::type;

  void decode_each(auto use) {
    const std::uint8_t* at = bytes_.data();
    for (const std::size_t size : sizes_) {
      Message message;
      if (!message.ParseFromArray(at, static_cast<int>(size))) return;
      use(message);
      at += size;
    }
  }

  const std::vector<T>& values_;
  std::vector<Message> messages_;
  std::vector<std::uint8_t> bytes_;
  std::vector<std::size_t> sizes_;
};

}  // namespace stdb::bench
