// sdk/bsatn/.../detail/checked.hpp: sums and products of 64 bits that notice when they do not fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "stdb/bsatn/violation.hpp"

namespace stdb::bsatn::detail {

constexpr std::optional<std::int64_t> checked_add(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
  return sum;
}

constexpr std::optional<std::int64_t> checked_subtract(std::int64_t a, std::int64_t b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) return std::nullopt;
  return difference;
}

constexpr std::optional<std::int64_t> checked_multiply(std::int64_t a, std::int64_t b) {
  // By division: the builtin needs a helper of the compiler's in wasm.
  if (a == 0 || b == 0) return 0;
  const auto product = static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
  const bool overflows = (a == -1 && b == INT64_MIN) || (b == -1 && a == INT64_MIN) || product / b != a;
  if (overflows) return std::nullopt;
  return product;
}

// Times are computed with by programs, so one that leaves the range is a mistake of the program.
constexpr std::int64_t in_range(std::optional<std::int64_t> micros) {
  if (!micros) violation("a Timestamp or TimeDuration beyond its range of some 292,000 years");
  return *micros;
}

}  // namespace stdb::bsatn::detail
