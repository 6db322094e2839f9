// bench/native/values.hpp: the values that codecs are measured with. Every codec has the same ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace stdb::bench {

// No padding, and on the wire as in memory.
struct Fixed {
  std::uint64_t id = 0;
  std::int64_t score = 0;
  float x = 0, y = 0, z = 0;
  std::uint32_t flags = 0;
  bool operator==(const Fixed&) const = default;
};

// Padding, and a bool.
struct Small {
  std::uint32_t id = 0;
  std::uint64_t age = 0;
  std::uint8_t level = 0;
  float speed = 0;
  bool is_alive = false;
  bool operator==(const Small&) const = default;
};

// One string that fits into std::string itself, and one that does not.
struct Text {
  std::uint32_t id = 0;
  std::uint64_t age = 0;
  std::string name;
  std::string about;
  bool operator==(const Text&) const = default;
};

struct Place {
  float x = 0, y = 0, z = 0;
  bool operator==(const Place&) const = default;
};
struct Item {
  std::uint32_t kind = 0;
  std::uint16_t count = 0;
  std::string label;
  bool operator==(const Item&) const = default;
};
enum class Mood : std::uint8_t { calm, wary, angry };
struct Nested {
  std::uint64_t id = 0;
  Place at;
  Mood mood = Mood::calm;
  std::optional<std::uint64_t> target;
  std::vector<Item> bag;
  bool operator==(const Nested&) const = default;
};

// One value that is a long list.
struct Rows {
  std::vector<Fixed> rows;
  bool operator==(const Rows&) const = default;
};
struct Numbers {
  std::vector<std::uint64_t> numbers;
  bool operator==(const Numbers&) const = default;
};
struct Octets {
  std::vector<std::uint8_t> octets;
  bool operator==(const Octets&) const = default;
};

inline constexpr std::size_t row_count = 1'000;     // of each kind of row
inline constexpr std::size_t list_length = 10'000;  // rows of Rows
inline constexpr std::size_t array_length = 100'000;

// Where in its buffer a codec begins to write. Large buffers all begin at the same place of a page, and some processors
// copy ten times as slowly to a place that lies a few bytes further into its page than the source does.
inline constexpr std::size_t lead_in = 512;

// Whether each value is decoded into a new object. Where none owns memory they are read over one another, as a scan of
// a table reads rows: a C++ object that is made anew is written twice, first with its zeros.
template <class T>
inline constexpr bool is_decoded_anew = !std::is_trivially_copyable_v<T>;

// The value of a number; the same everywhere.
inline Fixed make_value(std::uint64_t number, const Fixed*) {
  const auto x = static_cast<float>(number);
  return {number, -static_cast<std::int64_t>(number * 7), x, x / 2, x / 3, static_cast<std::uint32_t>(number % 16)};
}
inline Small make_value(std::uint64_t number, const Small*) {
  return {static_cast<std::uint32_t>(number), number * 7'000, static_cast<std::uint8_t>(number % 100),
          static_cast<float>(number) / 4, number % 3 == 0};
}
inline Text make_value(std::uint64_t number, const Text*) {
  const std::string digits = std::to_string(number);
  return {static_cast<std::uint32_t>(number), number * 7, "name" + digits,
          "has been playing for " + digits + " hours, mostly at night"};
}
inline Nested make_value(std::uint64_t number, const Nested*) {
  const auto x = static_cast<float>(number);
  Nested value{number, {x, x / 2, x / 3}, static_cast<Mood>(number % 3), {}, {}};
  if (number % 2 == 0) value.target = number / 2;
  for (std::uint64_t at = 0; at < number % 6; ++at) {
    value.bag.push_back(
        {static_cast<std::uint32_t>(number + at), static_cast<std::uint16_t>(at), "item" + std::to_string(at)});
  }
  return value;
}
inline Rows make_value(std::uint64_t, const Rows*) {
  Rows value;
  for (std::uint64_t at = 0; at < list_length; ++at)
    value.rows.push_back(make_value(at, static_cast<const Fixed*>(nullptr)));
  return value;
}
inline Numbers make_value(std::uint64_t, const Numbers*) {
  Numbers value;
  for (std::uint64_t at = 0; at < array_length; ++at) value.numbers.push_back(at * at * 2'654'435'761U);
  return value;
}
inline Octets make_value(std::uint64_t, const Octets*) {
  Octets value;
  for (std::uint64_t at = 0; at < array_length; ++at) value.octets.push_back(static_cast<std::uint8_t>(at * at >> 3));
  return value;
}

// How many values of a type one round encodes or decodes: rows one after the other, or one long list.
template <class T>
inline constexpr std::size_t value_count = row_count;
template <>
inline constexpr std::size_t value_count<Rows> = 1;
template <>
inline constexpr std::size_t value_count<Numbers> = 1;
template <>
inline constexpr std::size_t value_count<Octets> = 1;

template <class T>
std::vector<T> make_values() {
  std::vector<T> values;
  for (std::uint64_t number = 0; number < value_count<T>; ++number) {
    values.push_back(make_value(number, static_cast<const T*>(nullptr)));
  }
  return values;
}

}  // namespace stdb::bench
