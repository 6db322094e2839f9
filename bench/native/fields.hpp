// bench/native/fields.hpp: the fields of the values, for serializers that must be told them.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "values.hpp"

namespace stdb::bench {

template <class T, class Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

auto fields(Is<Fixed> auto& v) { return std::tie(v.id, v.score, v.x, v.y, v.z, v.flags); }
auto fields(Is<Small> auto& v) { return std::tie(v.id, v.age, v.level, v.speed, v.is_alive); }
auto fields(Is<Text> auto& v) { return std::tie(v.id, v.age, v.name, v.about); }
auto fields(Is<Place> auto& v) { return std::tie(v.x, v.y, v.z); }
auto fields(Is<Item> auto& v) { return std::tie(v.kind, v.count, v.label); }
auto fields(Is<Nested> auto& v) { return std::tie(v.id, v.at, v.mood, v.target, v.bag); }
auto fields(Is<Rows> auto& v) { return std::tie(v.rows); }
auto fields(Is<Numbers> auto& v) { return std::tie(v.numbers); }
auto fields(Is<Octets> auto& v) { return std::tie(v.octets); }

template <class T>
concept HasFields = requires(T& value) { fields(value); };

}  // namespace stdb::bench
