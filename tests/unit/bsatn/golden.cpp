// tests/unit/bsatn/golden.cpp: reads abi/golden.json.
#include "golden.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace golden {
namespace {

Bytes from_hex(std::string_view hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoul(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

std::map<std::string, Bytes, std::less<>> read_vectors() {
  std::ifstream file(STDB_GOLDEN_FILE);
  if (!file) throw std::runtime_error("cannot read " STDB_GOLDEN_FILE);
  std::stringstream text;
  text << file.rdbuf();
  std::map<std::string, Bytes, std::less<>> read;
  const boost::json::value entries = boost::json::parse(text.str());
  for (const auto& entry : entries.as_array()) {
    read[std::string(entry.at("name").as_string())] = from_hex(entry.at("hex").as_string());
  }
  return read;
}

std::set<std::string>& checked() {
  static std::set<std::string> names;
  return names;
}

}  // namespace

const std::map<std::string, Bytes, std::less<>>& vectors() {
  static const auto read = read_vectors();
  return read;
}

const Bytes& vector(std::string_view name) {
  const auto found = vectors().find(name);
  if (found == vectors().end()) {
    ADD_FAILURE() << "no golden vector is called " << name;
    static const Bytes none;
    return none;
  }
  checked().insert(found->first);
  return found->second;
}

std::set<std::string> unchecked() {
  std::set<std::string> names;
  for (const auto& [name, bytes] : vectors()) {
    if (!checked().contains(name)) names.insert(name);
  }
  return names;
}

std::string to_hex(const Bytes& bytes) {
  std::string hex;
  for (const std::uint8_t byte : bytes) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

}  // namespace golden
