// sdk/query/.../detail/sql_text.hpp: values as literals of SQL, appended to a text.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/connection_id.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/integers.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/bsatn/uuid.hpp"
#include "stdb/query/detail/write_sql.hpp"

namespace stdb::detail {

// One function for each kind of literal, compiled once (src/sql_text.cpp), so that a module carries the kinds that its
// queries use. Each appends what write_sql.hpp says.
void append_sql_text(std::string& sql, const char* text, std::size_t size);
void append_sql_unsigned(std::string& sql, std::uint64_t value);
void append_sql_signed(std::string& sql, std::int64_t value);
void append_sql_wide(std::string& sql, const Words& words, bool is_signed);
void append_sql_real(std::string& sql, double value);
void append_sql_quoted(std::string& sql, std::string_view text);
void append_sql_bytes(std::string& sql, std::span<const std::uint8_t> bytes);
void append_sql_hex(std::string& sql, const std::uint64_t* words, std::size_t count);
void append_sql_uuid(std::string& sql, u128 value);
void append_sql_timestamp(std::string& sql, std::int64_t micros);

// A part of the query that is the same in every run.
constexpr void append_constant(std::string& sql, std::string_view text) {
  if consteval {
    write_text(sql, text);
  } else {
    append_sql_text(sql, text.data(), text.size());
  }
}

template <class T>
constexpr void append_integer(std::string& sql, const T& value) {
  if constexpr (sizeof(T) > 8) {
    const Words words = bsatn::detail::words_of_integer(value);
    constexpr bool is_signed = bsatn::detail::is_signed_integer<T>;
    if consteval {
      write_wide(sql, words, is_signed);
    } else {
      append_sql_wide(sql, words, is_signed);
    }
  } else if constexpr (std::is_signed_v<T>) {
    if consteval {
      write_signed(sql, value);
    } else {
      append_sql_signed(sql, value);
    }
  } else {
    if consteval {
      write_unsigned(sql, value);
    } else {
      append_sql_unsigned(sql, value);
    }
  }
}

template <std::size_t Size>
constexpr void append_words(std::string& sql, const std::array<std::uint64_t, Size>& words) {
  if consteval {
    write_hex(sql, words.data(), Size);
  } else {
    append_sql_hex(sql, words.data(), Size);
  }
}

// Every type that SQL can compare, but text and bytes.
template <class T>
constexpr void append_literal(std::string& sql, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    append_constant(sql, value ? "TRUE" : "FALSE");
  } else if constexpr (bsatn::detail::Float<T>) {
    if consteval {
      write_real(sql, value);
    } else {
      append_sql_real(sql, value);
    }
  } else if constexpr (std::same_as<T, Identity>) {
    append_words(sql, value.value.words);
  } else if constexpr (std::same_as<T, ConnectionId>) {
    append_words<2>(sql, {static_cast<std::uint64_t>(value.value), static_cast<std::uint64_t>(value.value >> 64)});
  } else if constexpr (std::same_as<T, Timestamp>) {
    if consteval {
      write_timestamp(sql, value.micros_since_unix_epoch);
    } else {
      append_sql_timestamp(sql, value.micros_since_unix_epoch);
    }
  } else if constexpr (std::same_as<T, Uuid>) {
    if consteval {
      write_uuid(sql, value.value);
    } else {
      append_sql_uuid(sql, value.value);
    }
  } else {
    append_integer(sql, value);
  }
}

constexpr void append_quoted(std::string& sql, std::string_view text) {
  if consteval {
    write_quoted(sql, text);
  } else {
    append_sql_quoted(sql, text);
  }
}

constexpr void append_bytes(std::string& sql, std::span<const std::uint8_t> bytes) {
  if consteval {
    write_bytes(sql, bytes);
  } else {
    append_sql_bytes(sql, bytes);
  }
}

}  // namespace stdb::detail
