// tests/unit/bsatn/shapes_test.cpp: how many fields a struct has, and which types are refused.
#include <gtest/gtest.h>

#include "stdb/bsatn.hpp"

namespace {

namespace bsatn = stdb::bsatn;
namespace detail = stdb::bsatn::detail;
using detail::FieldsProblem;
using detail::Problem;

struct Wide {
  std::uint16_t f000, f001, f002, f003, f004, f005, f006, f007, f008, f009, f010, f011, f012, f013, f014, f015, f016,
      f017, f018, f019, f020, f021, f022, f023, f024, f025, f026, f027, f028, f029, f030, f031, f032, f033, f034, f035,
      f036, f037, f038, f039, f040, f041, f042, f043, f044, f045, f046, f047, f048, f049, f050, f051, f052, f053, f054,
      f055, f056, f057, f058, f059, f060, f061, f062, f063, f064, f065, f066, f067, f068, f069, f070, f071, f072, f073,
      f074, f075, f076, f077, f078, f079, f080, f081, f082, f083, f084, f085, f086, f087, f088, f089, f090, f091, f092,
      f093, f094, f095, f096, f097, f098, f099, f100, f101, f102, f103, f104, f105, f106, f107, f108, f109, f110, f111,
      f112, f113, f114, f115, f116, f117, f118, f119, f120, f121, f122, f123, f124, f125, f126, f127, f128, f129, f130,
      f131, f132, f133, f134, f135, f136, f137, f138, f139, f140, f141, f142, f143, f144, f145, f146, f147, f148, f149,
      f150, f151, f152, f153, f154, f155, f156, f157, f158, f159, f160, f161, f162, f163, f164, f165, f166, f167, f168,
      f169, f170, f171, f172, f173, f174, f175, f176, f177, f178, f179, f180, f181, f182, f183, f184, f185, f186, f187,
      f188, f189, f190, f191, f192, f193, f194, f195, f196, f197, f198, f199;
};

TEST(Fields, MayBeTwoHundred) {
  static_assert(detail::field_count<Wide> == 200);
  Wide wide{};
  std::uint16_t next = 0;
  detail::with_fields(wide, [&next](auto&... field) { ((field = next++), ...); });
  EXPECT_EQ(wide.f199, 199);
  EXPECT_EQ((detail::field_name<Wide, 0>), "f000");
  EXPECT_EQ((detail::field_name<Wide, 199>), "f199");
  EXPECT_EQ(detail::member_index<&Wide::f123>(), 123u);
  const auto bytes = bsatn::encode(wide);
  ASSERT_EQ(bytes.size(), 400u);
  EXPECT_EQ(bytes[398], 199);
  EXPECT_EQ(bsatn::decode<Wide>(bytes).value().f150, 150);
}

// The same with a field that no memcpy can do.
struct WideAndText {
  std::uint16_t f000, f001, f002, f003, f004, f005, f006, f007, f008, f009, f010, f011, f012, f013, f014, f015, f016,
      f017, f018, f019, f020, f021, f022, f023, f024, f025, f026, f027, f028, f029, f030, f031, f032, f033, f034, f035,
      f036, f037, f038, f039, f040, f041, f042, f043, f044, f045, f046, f047, f048, f049, f050, f051, f052, f053, f054,
      f055, f056, f057, f058, f059, f060, f061, f062, f063, f064, f065, f066, f067, f068, f069, f070, f071, f072, f073,
      f074, f075, f076, f077, f078, f079, f080, f081, f082, f083, f084, f085, f086, f087, f088, f089, f090, f091, f092,
      f093, f094, f095, f096, f097, f098, f099, f100, f101, f102, f103, f104, f105, f106, f107, f108, f109, f110, f111,
      f112, f113, f114, f115, f116, f117, f118, f119, f120, f121, f122, f123, f124, f125, f126, f127, f128, f129, f130,
      f131, f132, f133, f134, f135, f136, f137, f138, f139, f140, f141, f142, f143, f144, f145, f146, f147, f148, f149,
      f150, f151, f152, f153, f154, f155, f156, f157, f158, f159, f160, f161, f162, f163, f164, f165, f166, f167, f168,
      f169, f170, f171, f172, f173, f174, f175, f176, f177, f178, f179, f180, f181, f182, f183, f184, f185, f186, f187,
      f188, f189, f190, f191, f192, f193, f194, f195, f196, f197, f198;
  std::string text;
};
TEST(Fields, MayBeTwoHundredOfSeveralTypes) {
  static_assert(detail::field_count<WideAndText> == 200);
  WideAndText wide{};
  wide.text = "last";
  EXPECT_EQ(bsatn::decode<WideAndText>(bsatn::encode(wide)).value().text, "last");
}

struct TooWide {
  std::uint8_t f000, f001, f002, f003, f004, f005, f006, f007, f008, f009, f010, f011, f012, f013, f014, f015, f016,
      f017, f018, f019, f020, f021, f022, f023, f024, f025, f026, f027, f028, f029, f030, f031, f032, f033, f034, f035,
      f036, f037, f038, f039, f040, f041, f042, f043, f044, f045, f046, f047, f048, f049, f050, f051, f052, f053, f054,
      f055, f056, f057, f058, f059, f060, f061, f062, f063, f064, f065, f066, f067, f068, f069, f070, f071, f072, f073,
      f074, f075, f076, f077, f078, f079, f080, f081, f082, f083, f084, f085, f086, f087, f088, f089, f090, f091, f092,
      f093, f094, f095, f096, f097, f098, f099, f100, f101, f102, f103, f104, f105, f106, f107, f108, f109, f110, f111,
      f112, f113, f114, f115, f116, f117, f118, f119, f120, f121, f122, f123, f124, f125, f126, f127, f128, f129, f130,
      f131, f132, f133, f134, f135, f136, f137, f138, f139, f140, f141, f142, f143, f144, f145, f146, f147, f148, f149,
      f150, f151, f152, f153, f154, f155, f156, f157, f158, f159, f160, f161, f162, f163, f164, f165, f166, f167, f168,
      f169, f170, f171, f172, f173, f174, f175, f176, f177, f178, f179, f180, f181, f182, f183, f184, f185, f186, f187,
      f188, f189, f190, f191, f192, f193, f194, f195, f196, f197, f198, f199;
  bool one_more;
};
struct OneArray {
  int array[1];
};
struct ArrayBetween {
  std::string before;
  float array[3];
  int after;
};
struct ArrayOfTexts {
  std::vector<int> before;
  std::string array[2];
};

TEST(Fields, AreRefusedBeforeTheyAreReflected) {
  static_assert(detail::fields_problem<Wide> == FieldsProblem::none);
  static_assert(detail::fields_problem<TooWide> == FieldsProblem::too_many);
  static_assert(detail::fields_problem<OneArray> == FieldsProblem::c_array);
  static_assert(detail::fields_problem<ArrayBetween> == FieldsProblem::c_array);
  static_assert(detail::fields_problem<ArrayOfTexts> == FieldsProblem::c_array);
  static_assert(detail::field_count<ArrayOfTexts> == 0);
}

// Everything that initialises in a way of its own.
struct Recursive {
  std::vector<Recursive> branches;
  std::optional<std::shared_ptr<const Recursive>> box;
};
struct ShapeCases {
  std::array<std::uint8_t, 32> digest;
  stdb::Unit none;
};
struct Shape : stdb::Sum<ShapeCases> {};
struct Varied {
  std::array<std::array<int, 2>, 3> arrays;
  std::optional<std::optional<std::string>> option;
  std::variant<stdb::Unit, std::string> variant;
  stdb::Result<int, std::string> result;
  Recursive recursive;
  Shape shape;
  stdb::u128 wide = 5;
  stdb::ScheduleAt schedule;
  stdb::Unit unit;
  std::vector<bool> bits;
};
struct OnlyOption {
  std::optional<bool> option;
};

TEST(Fields, AreCountedWhateverTheirTypesAre) {
  static_assert(detail::field_count<Varied> == 10);
  static_assert(detail::field_count<Recursive> == 2);
  static_assert(detail::field_count<OnlyOption> == 1);
  static_assert(detail::field_count<stdb::Unit> == 0);
  static_assert(detail::field_count<stdb::Identity> == 1);
  static_assert(std::is_same_v<detail::field_type<Varied, 4>, Recursive>);
  static_assert(std::is_same_v<detail::field_type<OnlyOption, 0>, std::optional<bool>>);
  Varied varied{};
  varied.option.emplace("text");
  varied.recursive.branches.resize(2);
  EXPECT_EQ(bsatn::encode(bsatn::decode<Varied>(bsatn::encode(varied)).value()), bsatn::encode(varied));
}

struct Inner {
  int* pointer;
};
struct Outer {
  std::vector<std::optional<Inner>> inner;
};
struct Tree {
  std::vector<Tree> branches;
  OneArray leaf;
};
struct PrivateMembers {
 public:
  int value() const { return value_; }

 private:
  int value_ = 0;
};
struct HasPrivateMembers {
  bool first;
  PrivateMembers second;
};
struct Unmovable {
  std::unique_ptr<int> pointer;
};
struct HasUnmovable {
  int number;
  Unmovable unmovable;
};
union Either {
  int number;
  float real;
};
struct HasUnion {
  Either either;
};
struct HasReference {
  const int& number;
};
struct HasConst {
  const int number = 5;
};

TEST(Types, AreRefusedForTheirInnermostPart) {
  static_assert(detail::problems_of<Varied>.encoding == Problem::none);
  static_assert(detail::problems_of<Varied>.description == Problem::variant);
  static_assert(detail::problems_of<Recursive>.description == Problem::none);
  static_assert(detail::problems_of<Outer>.encoding == Problem::pointer);
  static_assert(std::is_same_v<detail::culprit_t<Outer, false>, int*>);
  static_assert(detail::problems_of<Tree>.encoding == Problem::c_array_member);
  static_assert(std::is_same_v<detail::culprit_t<Tree, false>, OneArray>);
  static_assert(detail::problems_of<HasPrivateMembers>.encoding == Problem::no_encoding);
  static_assert(detail::problems_of<HasUnmovable>.encoding == Problem::no_encoding);
  static_assert(detail::problems_of<HasUnion>.encoding == Problem::union_type);
  static_assert(detail::problems_of<HasReference>.encoding == Problem::no_default_member);
  static_assert(detail::problems_of<HasConst>.encoding == Problem::const_member);
  static_assert(detail::problems_of<std::vector<wchar_t>>.encoding == Problem::no_encoding);
}

}  // namespace
