// sdk/module/.../detail/name_hash.hpp: NameHash, by which the names of a module are compared at compile time.
#pragma once

#include <cstdint>
#include <string_view>

namespace stdb::detail {

// FNV-1a of 64 bits: wide enough that two names of one module are not taken for each other.
class NameHash {
 public:
  // By pointers and without a call: this is what the compiler does most often for the names of a module.
  constexpr NameHash& operator<<(std::string_view text) {
    std::uint64_t value = value_;
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at != end; ++at) value = (value ^ static_cast<std::uint8_t>(*at)) * prime;
    value_ = value;
    return *this;
  }
  constexpr void put(char c) { value_ = (value_ ^ static_cast<std::uint8_t>(c)) * prime; }
  constexpr std::uint64_t value() const { return value_; }

 private:
  static constexpr std::uint64_t prime = 1099511628211u;
  std::uint64_t value_ = 14695981039346656037u;
};

// Of what becomes of the name by one of case_names.hpp.
template <class Convert>
constexpr std::uint64_t hash_converted(std::string_view name) {
  NameHash hash;
  Convert()(hash, name);
  return hash.value();
}

}  // namespace stdb::detail
