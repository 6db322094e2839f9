// sdk/host/.../timestamp.hpp: points in time.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stdb::host {

// Microseconds since the Unix epoch.
struct Timestamp {
  std::int64_t micros = 0;

  auto operator<=>(const Timestamp&) const = default;

  // "2026-01-31T12:00:00.25Z", for the years 1 to 9999; other times as "<microseconds> us".
  std::string to_text() const;

  static Timestamp now();  // by the system's clock

  // Reads RFC 3339 ("2026-01-31T12:00:00Z", "...12:00:00.25+02:00") or plain microseconds ("1769860800000000"). None
  // for anything else, dates that do not exist, and years outside 1 to 9999.
  static std::optional<Timestamp> parse(std::string_view text);
};

}  // namespace stdb::host
