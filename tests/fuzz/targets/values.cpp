// tests/fuzz/targets/values.cpp: values of types of any shape: measured, written as JSON and read again, sorted.
#include <boost/json.hpp>

#include "stdb/host/json.hpp"
#include "stdb/host/value.hpp"
#include "type_maker.hpp"

namespace stdb::fuzz {
namespace {

using host::Bytes;
using host::ByteView;

// The bytes of the value that `bytes` begins with, if they begin with one.
std::optional<Bytes> read_value(const MadeTypes& types, const Bytes& bytes) {
  const auto size = host::measure(types.root, types.space, bytes);
  if (!size) {
    must(size.error().offset <= bytes.size(), "the fault lies outside the bytes");
    must(!size.error().text.empty(), "the fault has no text");
    return std::nullopt;
  }
  must(*size <= bytes.size(), "the value is longer than the bytes");
  // In memory of its own: whatever reads on is seen.
  Bytes value(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*size));
  must(host::measure(types.root, types.space, value) == *size, "the value is measured otherwise when it stands alone");
  must(host::checked_size(types.root, types.space, value) == *size, "checked_size and measure differ");
  return value;
}

void check_json(const MadeTypes& types, const Bytes& value) {
  std::string text;
  must(host::append_json(types.root, types.space, value, text) == value.size(), "JSON was written of other bytes");
  const auto parsed = host::parse_json(text);
  must(parsed.has_value(), "JSON that the host wrote is no JSON");
  Bytes again;
  const auto read = host::encode_json(types.root, types.space, *parsed, again);
  // NaN and infinities are null, which is no number, but may be the none of an option.
  if (text.find("null") != std::string::npos && has_floats(types.root, types.space)) return;
  must(read.has_value(), "JSON that the host wrote is no value of its type");
  must(again == value, "a value is another after JSON");
}

Bytes check_key(const MadeTypes& types, const Bytes& value) {
  Bytes key;
  must(host::append_sort_key(types.root, types.space, value, key) == value.size(), "the key is that of other bytes");
  return key;
}

void check_order(const MadeTypes& types, const Bytes& a, const Bytes& b) {
  const Bytes key_a = check_key(types, a);
  const Bytes key_b = check_key(types, b);
  const std::size_t common = std::min(key_a.size(), key_b.size());
  const bool is_start = std::equal(key_a.begin(), key_a.begin() + static_cast<std::ptrdiff_t>(common), key_b.begin());
  must(!is_start || key_a.size() == key_b.size(), "a sort key is the start of another");
  if (a == b) must(key_a == key_b, "equal values have two sort keys");
  if (a != b && !has_floats(types.root, types.space)) must(key_a != key_b, "two values have one sort key");
}

}  // namespace
}  // namespace stdb::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stdb::fuzz;
  Script script({data, size});
  const auto types = make_types(script);
  if (!types) return 0;
  const std::size_t first = script.byte();
  const Bytes left = script.bytes(first);
  const auto a = read_value(*types, left);
  const auto b = read_value(*types, script.rest());
  if (a) check_json(*types, *a);
  if (b) check_json(*types, *b);
  if (a && b) check_order(*types, *a, *b);
  return 0;
}
