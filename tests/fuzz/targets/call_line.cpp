// tests/fuzz/targets/call_line.cpp: lines of calls, and JSON read as values of a few types.
#include <array>
#include <boost/json.hpp>

#include "run/call_line.hpp"
#include "run/duration.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/value.hpp"
#include "target.hpp"
#include "v10.hpp"

namespace {

using namespace stdb::host;
using stdb::fuzz::must;
namespace json = boost::json;

const std::vector<AlgebraicType>& arguments() {
  using test::scalar;
  static const std::vector<AlgebraicType> types = [] {
    const AlgebraicType text = scalar(TypeKind::string);
    std::vector<AlgebraicType> made{
        test::product({{"name", text}, {"age", scalar(TypeKind::u8)}}),
        test::product({{"a", scalar(TypeKind::i256)}, {"b", scalar(TypeKind::u128)}, {"c", scalar(TypeKind::i64)}}),
        test::product({{"x", scalar(TypeKind::f32)}, {"y", scalar(TypeKind::f64)}, {"z", scalar(TypeKind::boolean)}}),
        test::product({{"tag", test::array_of(scalar(TypeKind::u8))}, {"list", test::array_of(text)}}),
        test::product({{"maybe", test::option_of(scalar(TypeKind::i16))},
                       {"one", test::sum({{"a", text}, {"b", test::product({})}, {"c", scalar(TypeKind::u32)}})}}),
    };
    for (AlgebraicType& type : made) type = test::prepared(type);
    return made;
  }();
  return types;
}

// What is read as a value is one, and is the same after JSON.
void check_value(const AlgebraicType& type, const json::value& value) {
  const Typespace space;
  Bytes bytes;
  if (const auto read = encode_json(type, space, value, bytes); !read) {
    must(!read.error().text.empty(), "a mismatch without words");
    return;
  }
  must(measure(type, space, bytes) == bytes.size(), "what was read of JSON is no value of its type");
  std::string text;
  append_json(type, space, bytes, text);
  const auto parsed = parse_json(text);
  must(parsed.has_value(), "JSON that the host wrote is no JSON");
  Bytes again;
  const bool is_read = encode_json(type, space, *parsed, again).has_value();
  if (text.find("null") != std::string::npos) return;  // an infinity
  must(is_read && again == bytes, "a value is another after JSON");
}

// Where Boost's own parser takes a text, so do we, but for keys that stand twice; numbers over 64 bits aside the values
// are equal.
void check_parser(std::string_view text, const std::expected<json::value, JsonFault>& ours) {
  json::parse_options options;
  options.max_depth = limits::depth;
  boost::system::error_code error;
  const json::value theirs = json::parse(text, error, {}, options);
  if (ours) {
    must(!error, "we take what Boost refuses");
  } else {
    must(ours.error().offset <= text.size() && !ours.error().text.empty(), "a fault outside of the text, or no words");
    must(error || ours.error().text.find("stands twice") != std::string::npos, "we refuse what Boost takes");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto parsed = parse_json(text);
  check_parser(text, parsed);
  if (const auto line = stdb::tool::parse_call_line(text); !line) {
    must(!line.error().empty(), "a refusal without words");
  } else {
    must(parsed.has_value(), "a call line that is no JSON");
    for (const AlgebraicType& type : arguments()) check_value(type, line->arguments);
  }
  if (parsed) {
    for (const AlgebraicType& type : arguments()) check_value(type, *parsed);
  }
  static_cast<void>(stdb::tool::parse_duration(text));
  if (const auto time = Timestamp::parse(text)) must(!time->to_text().empty(), "a time without text");
  if (const auto identity = Identity::from_hex(text)) {
    must(Identity::from_hex(identity->to_hex()) == identity, "an identity is another after its text");
  }
  return 0;
}
