// sdk/bsatn/.../uuid.hpp: Uuid, a universally unique identifier.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/bsatn/detail/hex.hpp"
#include "stdb/bsatn/integers.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/bsatn/violation.hpp"

namespace stdb {

// RFC 9562. The number is the big-endian reading of the text, so its 16 little-endian bytes on the wire are the text's
// reversed. Hosts know this type from 1.11.2 on. The contexts make new ones: ctx.new_uuid_v4(), ctx.new_uuid_v7().
struct Uuid {
  u128 value = 0;

  constexpr bool operator==(const Uuid&) const = default;
  constexpr auto operator<=>(const Uuid&) const = default;

  // All bits zero, and all one: the least and the greatest.
  static constexpr Uuid nil() { return {}; }
  static constexpr Uuid max() { return {~u128{0}}; }
  constexpr bool is_nil() const { return value == 0; }

  // 4 or 7 of those that the contexts make; 0 of nil, 15 of max.
  constexpr unsigned version() const { return static_cast<unsigned>(value >> 76) & 15; }

  // Version 4 of 16 bytes that are random already; the six bits that say the version are set.
  static constexpr Uuid from_random_bytes_v4(const std::array<std::uint8_t, 16>& random) {
    u128 value = 0;
    for (const std::uint8_t byte : random) value = (value << 8) | byte;
    return marked(value, 4);
  }

  // Version 7: 48 bits of milliseconds, 31 of the counter, 31 random ones; the counter is advanced, from 2^31 - 1 to 0.
  // Those of one counter and moment ascend. A moment before 1970 is a panic. Source: the official
  // Uuid::from_counter_v7.
  static constexpr Uuid from_counter_v7(std::uint32_t& counter, Timestamp now,
                                        const std::array<std::uint8_t, 4>& random) {
    if (now.micros_since_unix_epoch < 0) bsatn::violation("a Uuid of version 7 of a moment before 1970");
    const std::uint32_t count = counter;
    counter = (counter + 1) & 0x7FFF'FFFF;
    const auto millis = static_cast<u128>(now.since_unix_epoch().millis() & 0xFFFF'FFFF'FFFF);
    u128 value = millis << 80;
    value |= static_cast<u128>((count >> 23) & 0xFF) << 64;      // byte 7
    value |= static_cast<u128>((count & 0x7F'FFFF) << 1) << 32;  // bytes 9 to 11, after the variant's
    for (std::size_t i = 0; i < random.size(); ++i) {
      const std::uint8_t byte = i == 0 ? random[i] & 0x7F : random[i];
      value |= static_cast<u128>(byte) << (24 - 8 * i);
    }
    return marked(value, 7);
  }

  // "00112233-4455-6677-8899-aabbccddeeff", lower case.
  constexpr std::string to_string() const {
    std::string text = bsatn::detail::words_to_hex(
        std::array<std::uint64_t, 2>{static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(value >> 64)});
    for (const std::size_t at : {8uz, 13uz, 18uz, 23uz}) text.insert(at, 1, '-');
    return text;
  }

  // None unless the text is 32 hexadecimal digits, with or without the dashes of to_string, and these also in braces or
  // after "urn:uuid:".
  static constexpr std::optional<Uuid> from_string(std::string_view text) {
    if (text.starts_with("urn:uuid:")) {
      text.remove_prefix(9);
    } else if (text.starts_with('{') && text.ends_with('}')) {
      text = text.substr(1, text.size() - 2);
    }
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool dash = text.size() == 36 && (i == 8 || i == 13 || i == 18 || i == 23);
      if (dash != (text[i] == '-')) return std::nullopt;
      if (!dash) digits += text[i];
    }
    const auto words = digits.size() == 32 ? bsatn::detail::hex_to_words<2>(digits) : std::nullopt;
    if (!words) return std::nullopt;
    return Uuid{(static_cast<u128>((*words)[1]) << 64) | (*words)[0]};
  }

 private:
  // With the bits of a version and of RFC 9562's variant.
  static constexpr Uuid marked(u128 value, unsigned version) {
    constexpr u128 version_bits = static_cast<u128>(15) << 76;
    constexpr u128 variant_bits = static_cast<u128>(3) << 62;
    return {(value & ~(version_bits | variant_bits)) | static_cast<u128>(version) << 76 | static_cast<u128>(2) << 62};
  }
};

}  // namespace stdb
