// tests/unit/bsatn/golden_test.cpp: every official vector, both ways: the value encodes to the bytes, the bytes decode
// to it.
#include <gtest/gtest.h>

#include <limits>

#include "golden.hpp"
#include "stdb/abi/raw_module_def.hpp"
#include "stdb/bsatn.hpp"

namespace {

namespace bsatn = stdb::bsatn;
using stdb::i128;
using stdb::i256;
using stdb::u128;
using stdb::u256;

// Both ways (what encode writes is pinned by expect), and no prefix of the bytes is taken for a value.
template <class T>
void expect_bytes(std::string_view name) {
  const golden::Bytes& bytes = golden::vector(name);
  const auto decoded = bsatn::decode<T>(bytes);
  ASSERT_TRUE(decoded.is_ok()) << name << ": " << decoded.error().text() << " at " << decoded.error().offset;
  EXPECT_EQ(golden::to_hex(bsatn::encode(decoded.value())), golden::to_hex(bytes)) << name;
  EXPECT_EQ(bsatn::measure(decoded.value()), bytes.size()) << name;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_TRUE(bsatn::decode<T>(std::span(bytes).first(size)).is_err()) << name << " cut to " << size;
  }
}

template <class T>
void expect(std::string_view name, const T& value) {
  EXPECT_EQ(golden::to_hex(bsatn::encode(value)), golden::to_hex(golden::vector(name))) << name;
  expect_bytes<T>(name);
}

template <class T>
struct Bound {  // std::ops::Bound
  struct Included {
    T value;
  };
  struct Excluded {
    T value;
  };
  struct Unbounded {};
  std::variant<Included, Excluded, Unbounded> value;
};

constexpr u128 ascending128 = (u128{0x0001020304050607} << 64) | 0x08090a0b0c0d0e0f;

TEST(Golden, Integers) {
  expect("u8_255", std::uint8_t{255});
  expect("i8_m1", std::int8_t{-1});
  expect("i8_min", std::int8_t{-128});
  expect("u16_0x1234", std::uint16_t{0x1234});
  expect("i16_m2", std::int16_t{-2});
  expect("u32_deadbeef", std::uint32_t{0xdeadbeef});
  expect("i32_m123456789", std::int32_t{-123456789});
  expect("u64_max", std::numeric_limits<std::uint64_t>::max());
  expect("u64_asc", std::uint64_t{0x0102030405060708});
  expect("i64_min", std::numeric_limits<std::int64_t>::min());
  expect("u128_asc", ascending128);
  expect("i128_m1", i128{-1});
  expect("i128_min", static_cast<i128>(u128{1} << 127));
  expect("u256_one", u256{1});
  expect("u256_words", u256(0x0001020304050607, 0x08090a0b0c0d0e0f, 0x1011121314151617, 0x18191a1b1c1d1e1f));
  expect("u256_max", u256(~0ull, ~0ull, ~0ull, ~0ull));
  expect("i256_m1", i256{-1});
  expect("i256_m2", i256{-2});
}

TEST(Golden, BoolsFloatsStrings) {
  expect("bool_false", false);
  expect("bool_true", true);
  expect("f32_1_5", 1.5f);
  expect("f32_neg_zero", -0.0f);
  expect("f32_nan", std::bit_cast<float>(0x7fc00000));
  expect("f64_pi", 3.141592653589793);
  expect("f64_neg_inf", -std::numeric_limits<double>::infinity());
  expect("string_empty", std::string());
  expect("string_hello", std::string("hello"));
  expect("string_utf8", std::string("h\xc3\xa9llo \xf0\x9f\x98\x80"));
}

TEST(Golden, Lists) {
  expect("bytes_empty", std::vector<std::uint8_t>{});
  expect("bytes_3", std::vector<std::uint8_t>{1, 2, 255});
  expect("bytes_3", std::array<std::uint8_t, 3>{1, 2, 255});
  expect("array_u16", std::vector<std::uint16_t>{1, 2, 3});
  expect("array_bool", std::vector<bool>{true, false});
  expect("array_string", std::vector<std::string>{"a", "", "bc"});
  expect("array_array_u32", std::vector<std::vector<std::uint32_t>>{{}, {7}, {8, 9}});
  expect("array_unit_3", std::vector<stdb::Unit>(3));
}

struct Mixed {
  std::uint8_t a;
  std::string b;
  std::int16_t c;
};
struct Point {
  float x, y;
};
struct Nested {
  Point p;
  bool ok;
};
struct IntPoint {
  std::int32_t x, y;
};

TEST(Golden, Products) {
  expect("unit", stdb::Unit{});
  expect("product_mixed", Mixed{1, "x", -2});
  expect("product_nested", Nested{{1.0f, -1.0f}, true});
}

enum class Color { Red, Green, Blue };
enum class Sparse : std::uint8_t { Low = 3, Middle = 100, High = 255 };  // tags are ranks
struct PayloadCases {
  std::uint8_t A;
  std::string B;
  IntPoint C;
};
struct Payload : stdb::Sum<PayloadCases> {};

TEST(Golden, Sums) {
  expect("sum_tag0_unit", Color::Red);
  expect("sum_tag2_unit", Color::Blue);
  expect("sum_tag2_unit", Sparse::High);
  expect("sum_payload_string", Payload{Payload::of<&PayloadCases::B>("hi")});
  expect("sum_payload_product", Payload{Payload::of<&PayloadCases::C>({-1, 1})});
  expect("option_some_u32", std::optional<std::uint32_t>(5));
  expect("option_none_u32", std::optional<std::uint32_t>());
  expect("option_option_u8", std::optional<std::optional<std::uint8_t>>(std::in_place, std::nullopt));
  expect("option_timestamp", std::optional<stdb::Timestamp>(stdb::Timestamp{1}));
  expect<stdb::Result<std::uint16_t, std::string>>("result_ok", stdb::Ok(3));
  expect<stdb::Result<std::uint16_t, std::string>>("result_err", stdb::Err("no"));
}

TEST(Golden, SpecialTypes) {
  expect("identity_zero", stdb::Identity{});
  expect("identity_one", stdb::Identity{1});
  expect("identity_be_0102_20",
         *stdb::Identity::from_hex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"));
  expect_bytes<stdb::Identity>("identity_from_claims");
  expect("connection_id_zero", stdb::ConnectionId{});
  expect("connection_id_asc", stdb::ConnectionId{ascending128});
  expect("timestamp_epoch", stdb::Timestamp{0});
  expect("timestamp_2024", stdb::Timestamp{1704067200000000});
  expect("timestamp_neg", stdb::Timestamp{-1});
  expect("time_duration_1s", stdb::TimeDuration::from_seconds(1));
  expect("time_duration_neg", stdb::TimeDuration{-5});
  expect("schedule_at_interval", stdb::ScheduleAt::interval(stdb::TimeDuration::from_seconds(1)));
  expect("schedule_at_time", stdb::ScheduleAt::time({1704067200000000}));
  expect("uuid_nil", stdb::Uuid{});
  expect("uuid_text", *stdb::Uuid::from_string("00112233-4455-6677-8899-aabbccddeeff"));
}

struct Person {
  std::uint64_t id;
  std::string name;
  std::uint8_t age;
};
struct AddArguments {
  std::string name;
  std::uint8_t age;
};
struct Player {
  std::uint64_t id;
  std::int32_t score;
  std::uint8_t level;
};
struct ViewHeader {
  struct RowData {};
  struct RawSql {
    std::string value;
  };
  std::variant<RowData, RawSql> value;
};
struct ViewRows {
  ViewHeader header;
  std::vector<Player> rows;
};

TEST(Golden, PiecesOfTheWire) {
  expect("bound_included_u32", Bound<std::uint32_t>{Bound<std::uint32_t>::Included{5}});
  expect("bound_excluded_u32", Bound<std::uint32_t>{Bound<std::uint32_t>::Excluded{5}});
  expect("bound_unbounded", Bound<std::uint32_t>{Bound<std::uint32_t>::Unbounded{}});
  expect("bound_included_string", Bound<std::string>{Bound<std::string>::Included{"ab"}});
  expect("bound_included_identity", Bound<stdb::Identity>{Bound<stdb::Identity>::Included{{1}}});
  expect("reducer_args_add", AddArguments{"Bob", 42});
  expect("reducer_args_empty", stdb::Unit{});
  expect("delete_all_by_eq_rel", std::vector<Person>{{1, "a", 2}, {3, "b", 4}});
  expect("autoinc_writeback_u64", std::uint64_t{7});
  expect("view_header_rowdata", ViewHeader{ViewHeader::RowData{}});
  expect("view_header_rawsql", ViewHeader{ViewHeader::RawSql{"SELECT * FROM player"}});
  expect("view_result_code2_rows", ViewRows{{ViewHeader::RowData{}}, {{1, -2, 3}}});
  expect("view_result_code0_rows", std::vector<Player>{{1, -2, 3}});
  expect_bytes<stdb::abi::Lifecycle>("lifecycle_on_disconnect");
  expect_bytes<stdb::abi::MethodOrAny>("method_or_any_post");
  expect_bytes<std::vector<std::uint16_t>>("collist_empty");
}

// The types of HTTP's wire come with HTTP; their parts are spelled here.
struct HttpHeader {
  std::string name;
  std::vector<std::uint8_t> value;
};
enum class HttpVersion { Http09, Http10, Http11, Http2, Http3 };
struct HttpRequest {
  stdb::abi::HttpMethod method;
  std::vector<HttpHeader> headers;
  std::optional<stdb::TimeDuration> timeout;
  std::string uri;
  HttpVersion version;
};
struct HttpResponse {
  std::vector<HttpHeader> headers;
  HttpVersion version;
  std::uint16_t code;
};

TEST(Golden, Http) {
  expect_bytes<HttpRequest>("http_request_get");
  expect_bytes<HttpRequest>("http_request_ext_timeout");
  expect_bytes<HttpResponse>("http_response_200");
}

TEST(Golden, AlgebraicTypes) {
  for (const char* name :
       {"type_u8", "type_string", "type_f64", "type_ref_3", "type_unit", "type_never", "type_array_u16",
        "type_option_string", "type_result_u8_string", "type_identity", "type_connection_id", "type_timestamp",
        "type_time_duration", "type_uuid", "type_schedule_at", "type_person", "type_color", "type_product_unnamed",
        "type_query_view_ref1"}) {
    expect_bytes<stdb::abi::AlgebraicType>(name);
  }
}

TEST(Golden, PartsOfDescriptions) {
  expect_bytes<stdb::abi::RawIndexAlgorithm>("index_algo_btree_1_6");
  expect_bytes<stdb::abi::RawIndexAlgorithm>("index_algo_hash_0");
  expect_bytes<stdb::abi::RawIndexAlgorithm>("index_algo_direct_2");
  expect_bytes<stdb::abi::RawSequenceDefV9>("sequence_v9_default_col0");
  expect_bytes<stdb::abi::RawSequenceDefV9>("sequence_v9_custom_options");
  expect_bytes<stdb::abi::RawSequenceDefV9>("sequence_v9_negative");
  expect_bytes<stdb::abi::RawIndexDefV9>("index_def_v9");
  expect_bytes<stdb::abi::RawConstraintDefV9>("constraint_def_v9");
  expect_bytes<stdb::abi::RawScheduleDefV9>("schedule_def_v9");
  expect_bytes<stdb::abi::RawTableDefV9>("table_def_v9_person");
  expect_bytes<stdb::abi::RawTypeDefV9>("type_def_v9_scoped");
  expect_bytes<stdb::abi::RawReducerDefV9>("reducer_def_v9_init");
  expect_bytes<stdb::abi::RawReducerDefV9>("reducer_def_v9_add");
  expect_bytes<stdb::abi::RawMiscModuleExportV9>("view_def_v9_top");
  expect_bytes<stdb::abi::RawMiscModuleExportV9>("proc_def_v9");
  expect_bytes<stdb::abi::RawMiscModuleExportV9>("default_def_v9");
  expect_bytes<stdb::abi::RawReducerDefV10>("reducer_def_v10_add");
}

TEST(Golden, WholeModules) {
  for (const char* name : {"module_empty_v9", "module_empty_v10", "module_a_v9", "module_a_v10", "module_b_v9",
                           "module_b_v10", "module_c_v9_sched", "module_c_v9_full", "module_c_v10"}) {
    expect_bytes<stdb::abi::RawModuleDef>(name);
  }
}

// Runs last: tests of one file run in the order they are written.
TEST(Golden, NoVectorIsLeftOut) { EXPECT_EQ(golden::unchecked(), std::set<std::string>()); }

}  // namespace
