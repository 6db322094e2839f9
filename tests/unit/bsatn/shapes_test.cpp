// tests/unit/bsatn/shapes_test.cpp: how many fields a struct has, enums of every kind, and what is refused.
#include <gtest/gtest.h>

#include <limits>
#include <numeric>

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
  std::shared_ptr<const Recursive> box;
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
  explicit PrivateMembers(int value) : value_(value) {}
  int value() const { return value_; }

 private:
  int value_;
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

TEST(Types, AreRefusedForTheirInnermostPart) {
  static_assert(detail::problem_of<Varied, false> == Problem::none);
  static_assert(detail::problem_of<Varied, true> == Problem::variant);
  static_assert(detail::problem_of<Recursive, true> == Problem::none);
  static_assert(detail::problem_of<Outer, false> == Problem::pointer);
  static_assert(std::is_same_v<detail::culprit_t<Outer, false>, int*>);
  static_assert(detail::problem_of<Tree, false> == Problem::c_array_member);
  static_assert(std::is_same_v<detail::culprit_t<Tree, false>, OneArray>);
  static_assert(detail::problem_of<HasPrivateMembers, false> == Problem::no_encoding);
  static_assert(detail::problem_of<HasUnmovable, false> == Problem::no_encoding);
  static_assert(detail::problem_of<HasUnion, false> == Problem::union_type);
  static_assert(detail::problem_of<HasReference, false> == Problem::pointer);
  static_assert(detail::problem_of<std::vector<wchar_t>, false> == Problem::no_encoding);
}

enum class Full : std::uint8_t {
  e000,
  e001,
  e002,
  e003,
  e004,
  e005,
  e006,
  e007,
  e008,
  e009,
  e010,
  e011,
  e012,
  e013,
  e014,
  e015,
  e016,
  e017,
  e018,
  e019,
  e020,
  e021,
  e022,
  e023,
  e024,
  e025,
  e026,
  e027,
  e028,
  e029,
  e030,
  e031,
  e032,
  e033,
  e034,
  e035,
  e036,
  e037,
  e038,
  e039,
  e040,
  e041,
  e042,
  e043,
  e044,
  e045,
  e046,
  e047,
  e048,
  e049,
  e050,
  e051,
  e052,
  e053,
  e054,
  e055,
  e056,
  e057,
  e058,
  e059,
  e060,
  e061,
  e062,
  e063,
  e064,
  e065,
  e066,
  e067,
  e068,
  e069,
  e070,
  e071,
  e072,
  e073,
  e074,
  e075,
  e076,
  e077,
  e078,
  e079,
  e080,
  e081,
  e082,
  e083,
  e084,
  e085,
  e086,
  e087,
  e088,
  e089,
  e090,
  e091,
  e092,
  e093,
  e094,
  e095,
  e096,
  e097,
  e098,
  e099,
  e100,
  e101,
  e102,
  e103,
  e104,
  e105,
  e106,
  e107,
  e108,
  e109,
  e110,
  e111,
  e112,
  e113,
  e114,
  e115,
  e116,
  e117,
  e118,
  e119,
  e120,
  e121,
  e122,
  e123,
  e124,
  e125,
  e126,
  e127,
  e128,
  e129,
  e130,
  e131,
  e132,
  e133,
  e134,
  e135,
  e136,
  e137,
  e138,
  e139,
  e140,
  e141,
  e142,
  e143,
  e144,
  e145,
  e146,
  e147,
  e148,
  e149,
  e150,
  e151,
  e152,
  e153,
  e154,
  e155,
  e156,
  e157,
  e158,
  e159,
  e160,
  e161,
  e162,
  e163,
  e164,
  e165,
  e166,
  e167,
  e168,
  e169,
  e170,
  e171,
  e172,
  e173,
  e174,
  e175,
  e176,
  e177,
  e178,
  e179,
  e180,
  e181,
  e182,
  e183,
  e184,
  e185,
  e186,
  e187,
  e188,
  e189,
  e190,
  e191,
  e192,
  e193,
  e194,
  e195,
  e196,
  e197,
  e198,
  e199,
  e200,
  e201,
  e202,
  e203,
  e204,
  e205,
  e206,
  e207,
  e208,
  e209,
  e210,
  e211,
  e212,
  e213,
  e214,
  e215,
  e216,
  e217,
  e218,
  e219,
  e220,
  e221,
  e222,
  e223,
  e224,
  e225,
  e226,
  e227,
  e228,
  e229,
  e230,
  e231,
  e232,
  e233,
  e234,
  e235,
  e236,
  e237,
  e238,
  e239,
  e240,
  e241,
  e242,
  e243,
  e244,
  e245,
  e246,
  e247,
  e248,
  e249,
  e250,
  e251,
  e252,
  e253,
  e254,
  e255,
};

TEST(Enums, MayHaveAllOf256Values) {
  static_assert(detail::enumerators<Full>.count == 256);
  static_assert(detail::enumerators_are_dense<Full>);
  EXPECT_EQ(detail::enumerators<Full>.at[200].name, "e200");
  for (int value = 0; value < 256; ++value) {
    const auto bytes = bsatn::encode(static_cast<Full>(value));
    ASSERT_EQ(bytes, std::vector<std::uint8_t>{static_cast<std::uint8_t>(value)});
    ASSERT_EQ(bsatn::decode<Full>(bytes).value(), static_cast<Full>(value));
  }
}

// An enum of somebody else's, with gaps.
namespace foreign {
enum Sparse : int { low = 3, middle = 100, high = 255, also_high = 255 };
enum class Switch : bool { off, on };
enum class Letter : char { a = 'a', z = 'z' };
enum class Signed : std::int8_t { zero, most = 127 };
enum class Large : std::uint64_t { one = 1 };
}  // namespace foreign

template <class Enum>
std::vector<std::string_view> names_of() {
  std::vector<std::string_view> names;
  for (const auto& enumerator : detail::enumerators<Enum>.at) names.push_back(enumerator.name);
  return names;
}

TEST(Enums, AreForeignOnesToo) {
  EXPECT_EQ(names_of<foreign::Sparse>(), (std::vector<std::string_view>{"low", "middle", "high"}));
  EXPECT_EQ(names_of<foreign::Switch>(), (std::vector<std::string_view>{"off", "on"}));
  EXPECT_EQ(names_of<foreign::Letter>(), (std::vector<std::string_view>{"a", "z"}));
  EXPECT_EQ(names_of<foreign::Signed>(), (std::vector<std::string_view>{"zero", "most"}));
  EXPECT_EQ(names_of<foreign::Large>(), (std::vector<std::string_view>{"one"}));
}

TEST(Enums, HaveTheRankOfAValueAsTheirTag) {
  EXPECT_EQ(bsatn::encode(foreign::high), std::vector<std::uint8_t>{2});
  EXPECT_EQ(bsatn::decode<foreign::Sparse>(std::vector<std::uint8_t>{1}).value(), foreign::middle);
  EXPECT_EQ(bsatn::encode(foreign::Letter::z), std::vector<std::uint8_t>{1});
  EXPECT_EQ(bsatn::encode(foreign::Switch::on), std::vector<std::uint8_t>{1});
}

TEST(Enums, AreRefusedOfAnUnknownTag) {
  for (const int tag : {3, 4, 255}) {
    const auto decoded = bsatn::decode<foreign::Sparse>(std::vector<std::uint8_t>{static_cast<std::uint8_t>(tag)});
    ASSERT_TRUE(decoded.is_err());
    EXPECT_EQ(decoded.error().code, bsatn::DecodeError::Code::bad_tag);
  }
}

TEST(EnumsDeathTest, HaveANameForWhatIsEncoded) {
  EXPECT_DEATH(bsatn::encode(static_cast<foreign::Sparse>(4)), "an enum holds a value that no enumerator names");
  EXPECT_DEATH(bsatn::encode(static_cast<foreign::Signed>(-1)), "an enum holds a value that no enumerator names");
  EXPECT_DEATH(bsatn::encode(static_cast<foreign::Large>(257)), "an enum holds a value that no enumerator names");
}

enum Open { open_a, open_b };
enum class Below { none = -1, some };
enum class Above : std::uint16_t { some = 1, many = 256 };
enum class Beyond { far = 1000 };

TEST(Enums, AreRefusedWithValuesThatHaveNoTag) {
  static_assert(detail::problem_of<Open, false> == Problem::enum_without_type);
  static_assert(detail::problem_of<Below, false> == Problem::enum_value_outside);
  static_assert(detail::problem_of<Above, false> == Problem::enum_value_outside);
  static_assert(detail::problem_of<Beyond, false> == Problem::enum_without_values);
  static_assert(detail::problem_of<Full, true> == Problem::none);
  static_assert(detail::problem_of<foreign::Signed, true> == Problem::none);
}

}  // namespace
