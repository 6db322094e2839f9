// sdk/tool/src/run/duration.cpp: lengths of time as a call line writes them.
#include "run/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace stdb::tool {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t micros;
};

// "ms" before "m", which begins alike.
constexpr std::array<Unit, 6> units{
    {{"us", 1}, {"ms", 1'000}, {"s", 1'000'000}, {"m", 60'000'000}, {"h", 3'600'000'000}, {"d", 86'400'000'000}}};

}  // namespace

std::optional<std::chrono::microseconds> parse_duration(std::string_view text) {
  std::int64_t total = 0;
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    const auto unit = std::ranges::find_if(units, [&](const Unit& one) { return text.starts_with(one.name); });
    if (unit == units.end()) return std::nullopt;
    text.remove_prefix(unit->name.size());
    std::int64_t micros = 0;
    if (__builtin_mul_overflow(number, unit->micros, &micros)) return std::nullopt;
    if (__builtin_add_overflow(total, micros, &total)) return std::nullopt;
  }
  return std::chrono::microseconds(total);
}

}  // namespace stdb::tool
