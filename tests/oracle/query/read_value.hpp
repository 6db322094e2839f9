// tests/oracle/query/read_value.hpp: values from the JSON of src/literal.rs.
#pragma once

#include <bit>
#include <boost/json.hpp>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <stdb/bsatn.hpp>

namespace json = boost::json;

inline stdb::u128 read_decimal(std::string_view digits) {
  stdb::u128 number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<std::uint8_t>(digit - '0');
  return number;
}

// The most significant half first, as two decimal numbers.
inline stdb::u256 read_halves(const json::array& halves) {
  const stdb::u128 high = read_decimal(halves.at(0).as_string());
  const stdb::u128 low = read_decimal(halves.at(1).as_string());
  return {static_cast<std::uint64_t>(high >> 64), static_cast<std::uint64_t>(high),
          static_cast<std::uint64_t>(low >> 64), static_cast<std::uint64_t>(low)};
}

template <class T>
T read_value(const json::value& value) {
  if constexpr (std::same_as<T, bool>) {
    return value.as_bool();
  } else if constexpr (std::same_as<T, std::string>) {
    return std::string(value.as_string());
  } else if constexpr (std::same_as<T, std::vector<std::uint8_t>>) {
    return json::value_to<std::vector<std::uint8_t>>(value);
  } else if constexpr (std::same_as<T, stdb::u256>) {
    return read_halves(value.as_array());
  } else if constexpr (std::same_as<T, stdb::i256>) {
    stdb::i256 number;
    number.words = read_halves(value.as_array()).words;
    return number;
  } else if constexpr (std::same_as<T, stdb::Identity>) {
    return {read_halves(value.as_array())};
  } else if constexpr (std::same_as<T, stdb::ConnectionId> || std::same_as<T, stdb::Uuid>) {
    return {read_decimal(value.as_string())};
  } else if constexpr (std::same_as<T, stdb::Timestamp>) {
    return {read_value<std::int64_t>(value)};
  } else if constexpr (std::same_as<T, double>) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(read_decimal(value.as_string())));
  } else if constexpr (std::same_as<T, float>) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(read_decimal(value.as_string())));
  } else {
    const std::string_view digits = value.as_string();
    if (digits.starts_with('-')) return static_cast<T>(0 - read_decimal(digits.substr(1)));
    return static_cast<T>(read_decimal(digits));
  }
}
