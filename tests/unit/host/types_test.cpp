// tests/unit/host/types_test.cpp: types read and measured, values checked by them.
#include <gtest/gtest.h>

#include "stdb/host/limits.hpp"
#include "stdb/host/value.hpp"
#include "support.hpp"

namespace stdb::host::test {
namespace {

// The error text, or "ok" and the bytes taken.
std::string measured(const AlgebraicType& type, const Bytes& bytes, const Typespace& space = {}) {
  const auto size = measure(type, space, bytes);
  return size ? "ok " + std::to_string(*size) : size.error().text;
}

TEST(ReadType, GoldenTypesHaveTheirNames) {
  const std::pair<const char*, const char*> names[] = {
      {"type_u8", "u8"},
      {"type_string", "String"},
      {"type_ref_3", "&3"},
      {"type_unit", "()"},
      {"type_array_u16", "Array<u16>"},
      {"type_option_string", "Option<String>"},
      {"type_result_u8_string", "Result<u8, String>"},
      {"type_identity", "Identity"},
      {"type_connection_id", "ConnectionId"},
      {"type_timestamp", "Timestamp"},
      {"type_time_duration", "TimeDuration"},
      {"type_uuid", "Uuid"},
      {"type_schedule_at", "ScheduleAt"},
      {"type_person", "(id: u64, name: String, age: u8)"},
      {"type_color", "(Red: () | Green: () | Blue: ())"},
      {"type_product_unnamed", "(u8, &1)"},
  };
  for (const auto& [entry, name] : names) {
    std::size_t used = 0;
    const auto type = read_type(golden(entry), used);
    ASSERT_TRUE(type) << entry << ": " << type.error().text;
    EXPECT_EQ(type_name(*type), name);
    EXPECT_EQ(used, golden(entry).size()) << entry;
  }
}

TEST(ReadType, RefusesWhatIsCutShort) {
  for (const char* entry : {"type_person", "type_schedule_at", "type_array_u16", "type_option_string"}) {
    const Bytes& whole = golden(entry);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      std::size_t used = 0;
      EXPECT_FALSE(read_type(ByteView(whole).first(size), used)) << entry << " cut to " << size;
    }
  }
}

TEST(ReadType, RefusesLies) {
  std::size_t used = 0;
  EXPECT_EQ(read_type(from_hex("14"), used).error().text, "unknown tag 20 for a type");
  EXPECT_EQ(read_type(from_hex("02ffffffff"), used).error().text, "a type claims 4294967295 members");
  EXPECT_EQ(read_type(from_hex("0201000000"
                               "02"
                               "07"),
                      used)
                .error()
                .text,
            "unknown tag 2 for a member's name");
  EXPECT_EQ(read_type(from_hex("0201000000"
                               "0001000000ff"
                               "07"),
                      used)
                .error()
                .text,
            "a member's name is not UTF-8");
  EXPECT_EQ(read_type(Bytes(1000, 3), used).error().text, "a type nests more than 256 levels");
}

TEST(Typespace, RefusesReferencesThatMeanNothing) {
  EXPECT_EQ(Typespace::create({reference(1)}).error().text, "reference to type 1 of 1");
  EXPECT_EQ(Typespace::create({reference(0)}).error().text, "type 0 is a reference that leads back to itself");
  EXPECT_EQ(Typespace::create({product({{"a", reference(7)}})}).error().text, "reference to type 7 of 1");
}

TEST(Typespace, RefusesTypesThatDoubleAtEachLevel) {
  std::vector<AlgebraicType> types{product({})};
  for (std::uint32_t level = 1; level < 40; ++level) {
    types.push_back(product({{"left", reference(level - 1)}, {"right", reference(level - 1)}}));
  }
  EXPECT_EQ(Typespace::create(types).error().text, "a type unfolds to over 1000000 parts");
}

TEST(Typespace, KnowsSizes) {
  const AlgebraicType pair = prepared(product({{"a", scalar(TypeKind::u16)}, {"b", scalar(TypeKind::u64)}}));
  EXPECT_EQ(pair.fixed_size, 10u);
  EXPECT_TRUE(pair.any_bytes);
  const AlgebraicType flagged = prepared(product({{"a", scalar(TypeKind::u16)}, {"b", scalar(TypeKind::boolean)}}));
  EXPECT_EQ(flagged.fixed_size, 3u);
  EXPECT_FALSE(flagged.any_bytes);
  EXPECT_EQ(prepared(scalar(TypeKind::string)).fixed_size, AlgebraicType::variable);
  EXPECT_EQ(prepared(sum({{"a", product({})}, {"b", product({})}})).fixed_size, 1u);
  EXPECT_EQ(prepared(option_of(scalar(TypeKind::u8))).fixed_size, AlgebraicType::variable);
}

TEST(Typespace, FindsRecursion) {
  const auto space = Typespace::create({
      product({{"next", option_of(reference(0))}}),         // 0: a list
      product({{"id", scalar(TypeKind::u64)}}),             // 1
      product({{"a", reference(1)}, {"b", reference(1)}}),  // 2: the same type twice is no recursion
      product({{"inner", reference(0)}}),                   // 3
  });
  ASSERT_TRUE(space) << space.error().text;
  EXPECT_TRUE(space->is_recursive(reference(0)));
  EXPECT_FALSE(space->is_recursive(reference(1)));
  EXPECT_FALSE(space->is_recursive(reference(2)));
  EXPECT_TRUE(space->is_recursive(reference(3)));
}

TEST(Measure, TakesValuesAndLeavesTheRest) {
  EXPECT_EQ(measured(scalar(TypeKind::u32), from_hex("0102030405")), "ok 4");
  EXPECT_EQ(measured(scalar(TypeKind::string), from_hex("020000006869"
                                                        "ff")),
            "ok 6");
  EXPECT_EQ(measured(prepared(option_of(scalar(TypeKind::u32))), from_hex("01")), "ok 1");
  EXPECT_EQ(measured(prepared(option_of(scalar(TypeKind::u32))), from_hex("0005000000")), "ok 5");
  EXPECT_EQ(measured(prepared(array_of(scalar(TypeKind::string))), from_hex("0200000001000000610000000000")), "ok 13");
}

TEST(Measure, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(measured(scalar(TypeKind::u32), from_hex("010203")), "at byte 0: a value of 4 bytes, but 3 are left");
  EXPECT_EQ(measured(scalar(TypeKind::boolean), from_hex("02")), "at byte 0: a bool is 0 or 1, not 2");
  EXPECT_EQ(measured(scalar(TypeKind::string), from_hex("f401000041")),
            "at byte 4: a value of 500 bytes, but 1 are left");
  EXPECT_EQ(measured(scalar(TypeKind::string), from_hex("01000000ff")), "at byte 4: a string is not UTF-8");
  EXPECT_EQ(measured(prepared(sum({{"a", product({})}})), from_hex("01")), "at byte 0: unknown tag 1 for a sum");
  EXPECT_EQ(measured(prepared(sum({})), from_hex("00")), "at byte 0: a sum without cases has no values");
  EXPECT_EQ(measured(prepared(array_of(scalar(TypeKind::u64))), from_hex("ffffffff00")),
            "at byte 4: a value of 34359738360 bytes, but 1 are left");
  EXPECT_EQ(measured(prepared(array_of(product({}))), from_hex("ffffffff")),
            "at byte 4: arrays of 4294967295 elements that take no bytes, more than 1048576");
  // Together, too: else some bytes would be gigabytes of JSON.
  EXPECT_EQ(measured(prepared(array_of(array_of(product({})))), from_hex("020000000000100001000000")),
            "at byte 12: arrays of 1048577 elements that take no bytes, more than 1048576");
}

TEST(Measure, StopsAtTheDepthLimit) {
  // A list whose links are one byte each, without end.
  const auto space = Typespace::create({sum({{"more", reference(0)}, {"end", product({})}})});
  ASSERT_TRUE(space);
  EXPECT_EQ(measured(reference(0), Bytes(100, 0), *space), "at byte 100: a value of 1 bytes, but 0 are left");
  EXPECT_EQ(measured(reference(0), Bytes(100'000, 0), *space), "at byte 256: values nest more than 256 levels");
  // A product that holds itself has no end, and no bytes.
  const auto endless = Typespace::create({product({{"self", reference(0)}})});
  ASSERT_TRUE(endless);
  EXPECT_EQ(measured(reference(0), {}, *endless), "at byte 0: values nest more than 256 levels");
}

TEST(Measure, EveryStringOfUtf8IsJudgedRight) {
  const auto is_accepted = [](std::string_view text) {
    return measured(scalar(TypeKind::string), string(text))[0] == 'o';
  };
  EXPECT_TRUE(is_accepted("h\xC3\xA9llo \xF0\x9F\x98\x80"));
  EXPECT_TRUE(is_accepted("\xEF\xBF\xBF \xF4\x8F\xBF\xBF"));
  for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "ab\xC3", "\xE2\x82", "abcdefgh\xFFijk"}) {
    EXPECT_FALSE(is_accepted(bad)) << to_hex(string(bad));
  }
}

TEST(CheckedSize, AgreesWithMeasure) {
  const AlgebraicType type = prepared(product({{"a", option_of(scalar(TypeKind::string))},
                                               {"b", array_of(array_of(scalar(TypeKind::u16)))},
                                               {"c", sum({{"x", scalar(TypeKind::u8)}, {"y", scalar(TypeKind::u32)}})},
                                               {"d", scalar(TypeKind::i256)}}));
  const Bytes value = join({from_hex("00"), string("hello"), from_hex("0200000001000000010000000000"),
                            from_hex("0105000000"), Bytes(32, 7)});
  ASSERT_EQ(measured(type, value), "ok " + std::to_string(value.size()));
  EXPECT_EQ(checked_size(type, {}, value), value.size());
}

}  // namespace
}  // namespace stdb::host::test
