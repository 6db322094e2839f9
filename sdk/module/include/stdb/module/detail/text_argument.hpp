// sdk/module/.../detail/text_argument.hpp: a value on its way into a text, its type put into a tag so that the code
// that writes texts is compiled once.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/connection_id.hpp"
#include "stdb/bsatn/enumerator_name.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/integers.hpp"
#include "stdb/bsatn/time_duration.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/bsatn/uuid.hpp"
#include "stdb/module/detail/line.hpp"

namespace stdb::detail {

// Borrows what it points to.
struct TextArgument {
  // Appends the value to the line. A function of its own for each kind, so that a module carries only the kinds it
  // uses.
  void (*append)(Line& line, const TextArgument& argument);
  const void* data = nullptr;
  std::uint64_t number = 0;  // a number's bits, or the size of what data points to
};

void append_unsigned(Line& line, const TextArgument& argument);
void append_signed(Line& line, const TextArgument& argument);
void append_bool(Line& line, const TextArgument& argument);
void append_character(Line& line, const TextArgument& argument);
void append_text(Line& line, const TextArgument& argument);
// Six digits after the point, without trailing zeros; what is too large or too small for that in scientific form.
void append_real(Line& line, const TextArgument& argument);
// Hexadecimal digits of `number` little-endian bytes, the most significant first.
void append_hex(Line& line, const TextArgument& argument);

// An integer of 128 or 256 bits: `number` is its size in bytes, plus signed_integer.
void append_wide(Line& line, const TextArgument& argument);
inline constexpr std::uint64_t signed_integer = 0x100;
// A date and time, or a span in seconds, as their text functions write them.
void append_timestamp(Line& line, const TextArgument& argument);
void append_duration(Line& line, const TextArgument& argument);
// Hexadecimal digits in their groups.
void append_uuid(Line& line, const TextArgument& argument);

template <class T>
inline constexpr bool is_option = false;
template <class T>
inline constexpr bool is_option<std::optional<T>> = true;

template <class T>
TextArgument text_argument(const T& value);

template <class T>
TextArgument enum_argument(T value) {
  const std::string_view name = enumerator_name(value);
  if (name.empty()) return text_argument(static_cast<std::underlying_type_t<T>>(value));
  return {&append_text, name.data(), name.size()};
}

template <class T>
TextArgument text_argument(const T& value) {
  if constexpr (std::same_as<T, bool>) {
    return {&append_bool, nullptr, value};
  } else if constexpr (std::same_as<T, char>) {
    return {&append_character, nullptr, static_cast<std::uint8_t>(value)};
  } else if constexpr (std::same_as<T, u128> || std::same_as<T, u256>) {
    return {&append_wide, &value, sizeof value};
  } else if constexpr (std::same_as<T, i128> || std::same_as<T, i256>) {
    return {&append_wide, &value, sizeof value + signed_integer};
  } else if constexpr (std::unsigned_integral<T>) {
    return {&append_unsigned, nullptr, value};
  } else if constexpr (std::signed_integral<T>) {
    return {&append_signed, nullptr, static_cast<std::uint64_t>(static_cast<std::int64_t>(value))};
  } else if constexpr (std::floating_point<T>) {
    return {&append_real, nullptr, std::bit_cast<std::uint64_t>(static_cast<double>(value))};
  } else if constexpr (std::convertible_to<const T&, std::string_view>) {
    const std::string_view view = value;
    return {&append_text, view.data(), view.size()};
  } else if constexpr (std::is_enum_v<T>) {
    return enum_argument(value);
  } else if constexpr (std::same_as<T, Identity> || std::same_as<T, ConnectionId>) {
    return {&append_hex, &value, sizeof value.value};
  } else if constexpr (std::same_as<T, Timestamp>) {
    return {&append_timestamp, nullptr, static_cast<std::uint64_t>(value.micros_since_unix_epoch)};
  } else if constexpr (std::same_as<T, TimeDuration>) {
    return {&append_duration, nullptr, static_cast<std::uint64_t>(value.micros)};
  } else if constexpr (std::same_as<T, Uuid>) {
    return {&append_uuid, &value.value, sizeof value.value};
  } else if constexpr (is_option<T>) {
    if (value.has_value()) return text_argument(*value);
    return text_argument(std::string_view("none"));
  } else {
    static_assert(std::same_as<T, bool>,
                  "stdb: a log line takes integers, bools, floats, text, enums, Identity, ConnectionId, Timestamp, "
                  "TimeDuration, Uuid and options of these: log the members of other types one by one");
  }
}

}  // namespace stdb::detail
