// tests/unit/host/json_test.cpp: values to and from the JSON of SpacetimeDB's servers.
#include <gtest/gtest.h>

#include "stdb/host/json.hpp"
#include "stdb/host/value.hpp"
#include "v10.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

std::string written(const AlgebraicType& type, const Bytes& bytes) {
  std::string out;
  EXPECT_EQ(append_json(type, {}, bytes, out), bytes.size());
  return out;
}

// The bytes in hexadecimal, or "path: text" of the mismatch.
std::string encoded(const AlgebraicType& type, std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return "fault: " + value.error().text;
  Bytes bytes;
  const auto done = encode_json(type, {}, *value, bytes);
  return done ? to_hex(bytes) : done.error().path + ": " + done.error().text;
}

void expect_both_ways(const AlgebraicType& type, const Bytes& bytes, std::string_view text) {
  EXPECT_EQ(written(type, bytes), text);
  EXPECT_EQ(encoded(type, text), to_hex(bytes));
}

TEST(Json, Scalars) {
  expect_both_ways(scalar(TypeKind::boolean), {1}, "true");
  expect_both_ways(scalar(TypeKind::u8), {255}, "255");
  expect_both_ways(scalar(TypeKind::i16), golden("i16_m2"), "-2");
  expect_both_ways(scalar(TypeKind::u64), golden("u64_max"), "18446744073709551615");
  expect_both_ways(scalar(TypeKind::i64), golden("i64_min"), "-9223372036854775808");
  expect_both_ways(scalar(TypeKind::string), golden("string_utf8"), "\"h\xC3\xA9llo \xF0\x9F\x98\x80\"");
  expect_both_ways(scalar(TypeKind::string), string("a\"\\\n\t\x01"), "\"a\\\"\\\\\\n\\t\\u0001\"");
}

// Boost's usual way of reading numbers gives another last bit here.
TEST(Json, FloatsAreReadExactly) {
  expect_both_ways(scalar(TypeKind::f64), from_hex("a03b30b6b6b6dc31"), "1.6641426106444623e-68");
}

TEST(Json, IntegersOver64Bits) {
  expect_both_ways(scalar(TypeKind::u128), Bytes(16, 0xFF), "340282366920938463463374607431768211455");
  expect_both_ways(scalar(TypeKind::i128), golden("i128_min"), "-170141183460469231731687303715884105728");
  expect_both_ways(scalar(TypeKind::u256), golden("u256_one"), "\"0x1\"");
  expect_both_ways(scalar(TypeKind::u256), Bytes(32, 0), "\"0x0\"");
  expect_both_ways(scalar(TypeKind::i256), golden("i256_m2"), "\"-0x2\"");
  EXPECT_EQ(encoded(scalar(TypeKind::u256), "\"340282366920938463463374607431768211456\""),
            std::string(32, '0') + "01" + std::string(30, '0'));
}

TEST(Json, IntegersAsStrings) {
  EXPECT_EQ(encoded(scalar(TypeKind::u64), "\"18446744073709551615\""), "ffffffffffffffff");
  EXPECT_EQ(encoded(scalar(TypeKind::i64), "\"-1\""), "ffffffffffffffff");
  EXPECT_EQ(encoded(scalar(TypeKind::u64), "\"0x10\""), "1000000000000000");
  EXPECT_EQ(encoded(scalar(TypeKind::u8), "\"1\""), ": expected u8 (0 to 255), found \"1\"");
  EXPECT_EQ(encoded(scalar(TypeKind::u64), "\"18446744073709551616\""),
            ": expected u64, found \"18446744073709551616\"");
  EXPECT_EQ(encoded(scalar(TypeKind::i128), "\"-\""), ": expected i128, found \"-\"");
}

TEST(Json, IntegersThatDoNotFit) {
  EXPECT_EQ(encoded(scalar(TypeKind::u8), "300"), ": expected u8 (0 to 255), found 300");
  EXPECT_EQ(encoded(scalar(TypeKind::u8), "-1"), ": expected u8 (0 to 255), found -1");
  EXPECT_EQ(encoded(scalar(TypeKind::i8), "128"), ": expected i8 (-128 to 127), found 128");
  EXPECT_EQ(encoded(scalar(TypeKind::i8), "-128"), "80");
  EXPECT_EQ(encoded(scalar(TypeKind::u32), "1.5"), ": expected u32 (0 to 4294967295), found 1.5");
  EXPECT_EQ(encoded(scalar(TypeKind::i64), "9223372036854775808"), ": expected i64, found 9223372036854775808");
}

TEST(Json, Floats) {
  const AlgebraicType f64 = scalar(TypeKind::f64);
  const AlgebraicType f32 = scalar(TypeKind::f32);
  expect_both_ways(f32, golden("f32_1_5"), "1.5");
  expect_both_ways(f32, golden("f32_neg_zero"), "-0.0");
  expect_both_ways(f64, golden("f64_pi"), "3.141592653589793");
  expect_both_ways(f64, from_hex("000000000000f03f"), "1.0");
  expect_both_ways(f64, from_hex("9c7500883ce4377e"), "1e300");
  expect_both_ways(f64, from_hex("f168e388b5f8e43e"), "0.00001");
  expect_both_ways(f64, from_hex("8dedb5a0f7c6b03e"), "1e-6");
  expect_both_ways(f64, from_hex("0080e03779c34143"), "1e16");
  expect_both_ways(f64, from_hex("00003426f56b0c43"), "1000000000000000.0");
  EXPECT_EQ(written(f32, golden("f32_nan")), "null");
  EXPECT_EQ(written(f64, golden("f64_neg_inf")), "null");
  EXPECT_EQ(encoded(f64, "2"), "0000000000000040");
  EXPECT_EQ(encoded(f64, "100000000000000000000"), encoded(f64, "1e20"));
  EXPECT_EQ(encoded(f64, "null"), ": expected a number, found null");
}

TEST(Json, FloatsAreReadToTheLastBit) {
  EXPECT_EQ(encoded(scalar(TypeKind::f64), "1.401298464324817e-45"), "000000000000a036");
  EXPECT_EQ(encoded(scalar(TypeKind::f64), "-9.613529779763144e-275"), "c94ca5df9da00a87");
  EXPECT_EQ(encoded(scalar(TypeKind::f64), "3.4028234663852886e38"), "000000e0ffffef47");
}

TEST(Json, BytesAreHexadecimal) {
  const AlgebraicType bytes = prepared(array_of(scalar(TypeKind::u8)));
  expect_both_ways(bytes, golden("bytes_3"), "\"0102ff\"");
  EXPECT_EQ(encoded(bytes, "[1, 2, 255]"), to_hex(golden("bytes_3")));
  EXPECT_EQ(encoded(bytes, "[1, 256]"), "[1]: expected u8 (0 to 255), found 256");
  EXPECT_EQ(encoded(bytes, "\"012\""), ": expected an even number of hexadecimal digits");
  EXPECT_EQ(encoded(bytes, "\"01zz\""), ": expected hexadecimal digits or an array of numbers");
}

TEST(Json, Products) {
  const AlgebraicType person = prepared(product({{"name", scalar(TypeKind::string)}, {"age", scalar(TypeKind::u8)}}));
  const Bytes bob = golden("reducer_args_add");
  expect_both_ways(person, bob, R"({"name":"Bob","age":42})");
  EXPECT_EQ(encoded(person, R"({"age": 42, "name": "Bob"})"), to_hex(bob));
  EXPECT_EQ(encoded(person, R"(["Bob", 42])"), to_hex(bob));
  EXPECT_EQ(encoded(person, R"({"name": "Bob"})"), ": \"age\" (u8) is missing");
  EXPECT_EQ(encoded(person, R"({"name": "Bob", "age": 42, "agee": 1})"),
            ": unknown name \"agee\"; the names are those of (name: String, age: u8)");
  EXPECT_EQ(encoded(person, R"(["Bob"])"), ": expected 2 values for (name: String, age: u8), found 1");
  EXPECT_EQ(encoded(person, R"(["Bob", 42, 1])"), ": expected 2 values for (name: String, age: u8), found 3");
  EXPECT_EQ(encoded(person, R"({"name": 5, "age": 42})"), "name: expected a string, found 5");
  EXPECT_EQ(encoded(person, "7"), ": expected an object or array of 2 for (name: String, age: u8), found 7");
  expect_both_ways(prepared(product({})), {}, "[]");
  EXPECT_EQ(encoded(prepared(product({})), "{}"), "");
}

TEST(Json, NestedMismatchesHaveTheirPath) {
  const AlgebraicType type = prepared(product(
      {{"people",
        array_of(product({{"tags", array_of(scalar(TypeKind::string))}, {"n", option_of(scalar(TypeKind::u8))}}))}}));
  EXPECT_EQ(encoded(type, R"({"people": [{"tags": [], "n": null}, {"tags": ["a", 1], "n": null}]})"),
            "people[1].tags[1]: expected a string, found 1");
  EXPECT_EQ(encoded(type, R"({"people": [{"tags": [], "n": {"some": -1}}]})"),
            "people[0].n.some: expected u8 (0 to 255), found -1");
}

TEST(Json, Sums) {
  const AlgebraicType option = prepared(option_of(scalar(TypeKind::u32)));
  expect_both_ways(option, golden("option_some_u32"), R"({"some":5})");
  expect_both_ways(option, golden("option_none_u32"), R"({"none":[]})");
  EXPECT_EQ(encoded(option, "null"), "01");
  EXPECT_EQ(encoded(option, "[0, 5]"), "0005000000");
  EXPECT_EQ(encoded(option, R"(["some", 5])"), "0005000000");
  EXPECT_EQ(encoded(option, R"({"0": 5})"), "0005000000");
  EXPECT_EQ(encoded(option, R"({"none": {}})"), "01");
  EXPECT_EQ(encoded(option, R"({"sum": 5})"), ": unknown case \"sum\" of Option<u32>");
  EXPECT_EQ(encoded(option, "5"), ": expected {\"case\": value} for Option<u32>, found 5");
  const AlgebraicType color = prepared(sum({{"Red", product({})}, {"Green", product({})}}));
  expect_both_ways(color, {1}, R"({"Green":[]})");
  EXPECT_EQ(encoded(color, "null"), ": expected {\"case\": value} for (Red: () | Green: ()), found null");
}

TEST(Json, SpecialTypes) {
  std::size_t used = 0;
  const AlgebraicType identity = prepared(*read_type(golden("type_identity"), used));
  expect_both_ways(identity, golden("identity_be_0102_20"),
                   R"({"__identity__":"0x102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"})");
  const AlgebraicType at = prepared(*read_type(golden("type_schedule_at"), used));
  expect_both_ways(at, golden("schedule_at_interval"), R"({"Interval":{"__time_duration_micros__":1000000}})");
}

TEST(ParseJson, SaysWhatIsBroken) {
  const auto fault = [](std::string_view text) {
    const auto value = parse_json(text);
    return value ? "none" : std::to_string(value.error().offset) + " " + value.error().text;
  };
  EXPECT_EQ(fault("{\"a\": 1}"), "none");
  EXPECT_EQ(fault("{\"a\": 1, \"a\": 2}"), "11 the key \"a\" stands twice");
  EXPECT_EQ(fault("{\"a\": {\"a\": 1}, \"b\": 2}"), "none");
  EXPECT_EQ(fault("{\"a\": 1"), "7 the text ends too early");
  EXPECT_EQ(fault(""), "0 the text ends too early");
  EXPECT_EQ(fault("{} x"), "3 something follows after the end of the value");
  EXPECT_NE(fault("{\"a\": nul}"), "none");
  EXPECT_NE(fault("\"\xFF\""), "none");
  EXPECT_NE(fault(std::string(10'000, '[')), "none");
}

TEST(Json, ArgumentsGoByTheModulesNamesAndByTheDatabases) {
  V10 named;
  named.type("Player", {{"id", plain("U64")}});
  named.table("player", 0);
  named.reducer("add", {{"PlayerName", plain("U8")}, {"level", plain("U8")}});
  json::value description = named.json();
  for (json::value& section : description.at("V10").at("sections").as_array()) {
    auto* policy = section.as_object().if_contains("CaseConversionPolicy");
    if (policy != nullptr) *policy = plain("SnakeCase");
  }
  const ModuleDef module = read_or_fail(encode_module(description));
  const auto encode = [&](const json::value& arguments) -> std::string {
    Bytes bytes;
    const auto done = encode_json(module.reducers[0].params, module.typespace, arguments, bytes);
    return done ? to_hex(bytes) : done.error().text;
  };
  EXPECT_EQ(encode({{"PlayerName", 1}, {"level", 2}}), "0102");
  EXPECT_EQ(encode({{"player_name", 1}, {"level", 2}}), "0102");
  EXPECT_EQ(encode({{"player_name", 1}, {"PlayerName", 1}, {"level", 2}}),
            "\"player_name\" is \"PlayerName\": give one of them");
  EXPECT_EQ(encode({{"level", 2}}), "\"player_name\" (u8) is missing");
}

}  // namespace
}  // namespace stdb::host::test
