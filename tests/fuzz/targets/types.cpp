// tests/fuzz/targets/types.cpp: types read from their BSATN, prepared, and values read by them, whatever they are.
#include "stdb/host/json.hpp"
#include "stdb/host/schema.hpp"
#include "stdb/host/value.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stdb;
  fuzz::Script script({data, size});
  // Some types, each after its length, and a value of the first.
  std::vector<host::AlgebraicType> types;
  for (std::size_t count = 1 + script.below(3); count > 0; --count) {
    const host::Bytes bytes = script.bytes(script.byte());
    std::size_t used = 0;
    auto type = host::read_type(bytes, used);
    fuzz::must(used <= bytes.size(), "a type takes more than its bytes");
    if (!type) return 0;
    types.push_back(*std::move(type));
  }
  auto space = host::Typespace::create(std::move(types));
  if (!space) return 0;
  host::AlgebraicType root;
  root.kind = host::TypeKind::ref;
  fuzz::must(space->prepare(root).has_value(), "a type of the typespace cannot be referred to");
  static_cast<void>(space->is_recursive(root));
  static_cast<void>(host::special_type(space->resolve(root)));
  fuzz::must(!host::type_name(space->resolve(root)).empty(), "a type has no name");
  const host::Bytes value = script.rest();
  const auto measured = host::measure(root, *space, value);
  if (!measured) return 0;
  fuzz::must(host::checked_size(root, *space, value) == *measured, "checked_size and measure differ");
  std::string text;
  fuzz::must(host::append_json(root, *space, value, text) == *measured, "JSON was written of other bytes");
  host::Bytes key;
  fuzz::must(host::append_sort_key(root, *space, value, key) == *measured, "the key is that of other bytes");
  return 0;
}
