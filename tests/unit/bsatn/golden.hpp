// tests/unit/bsatn/golden.hpp: the official vectors of abi/golden.json, by name.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace golden {

using Bytes = std::vector<std::uint8_t>;

// All vectors; read once.
const std::map<std::string, Bytes, std::less<>>& vectors();

// The bytes of one vector, which is marked as checked; fails the test if there is none of the name.
const Bytes& vector(std::string_view name);

// The names that vector() was never asked for in this program.
std::set<std::string> unchecked();

std::string to_hex(const Bytes& bytes);

}  // namespace golden
