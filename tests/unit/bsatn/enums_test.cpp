// tests/unit/bsatn/enums_test.cpp: enums of every kind: their names, their tags, and which are refused.
#include <gtest/gtest.h>

#include "stdb/bsatn.hpp"

namespace {

namespace bsatn = stdb::bsatn;
namespace detail = stdb::bsatn::detail;
using detail::Problem;

// clang-format off
enum class Full : std::uint8_t {
  e000, e001, e002, e003, e004, e005, e006, e007, e008, e009, e010, e011, e012, e013, e014, e015,
  e016, e017, e018, e019, e020, e021, e022, e023, e024, e025, e026, e027, e028, e029, e030, e031,
  e032, e033, e034, e035, e036, e037, e038, e039, e040, e041, e042, e043, e044, e045, e046, e047,
  e048, e049, e050, e051, e052, e053, e054, e055, e056, e057, e058, e059, e060, e061, e062, e063,
  e064, e065, e066, e067, e068, e069, e070, e071, e072, e073, e074, e075, e076, e077, e078, e079,
  e080, e081, e082, e083, e084, e085, e086, e087, e088, e089, e090, e091, e092, e093, e094, e095,
  e096, e097, e098, e099, e100, e101, e102, e103, e104, e105, e106, e107, e108, e109, e110, e111,
  e112, e113, e114, e115, e116, e117, e118, e119, e120, e121, e122, e123, e124, e125, e126, e127,
  e128, e129, e130, e131, e132, e133, e134, e135, e136, e137, e138, e139, e140, e141, e142, e143,
  e144, e145, e146, e147, e148, e149, e150, e151, e152, e153, e154, e155, e156, e157, e158, e159,
  e160, e161, e162, e163, e164, e165, e166, e167, e168, e169, e170, e171, e172, e173, e174, e175,
  e176, e177, e178, e179, e180, e181, e182, e183, e184, e185, e186, e187, e188, e189, e190, e191,
  e192, e193, e194, e195, e196, e197, e198, e199, e200, e201, e202, e203, e204, e205, e206, e207,
  e208, e209, e210, e211, e212, e213, e214, e215, e216, e217, e218, e219, e220, e221, e222, e223,
  e224, e225, e226, e227, e228, e229, e230, e231, e232, e233, e234, e235, e236, e237, e238, e239,
  e240, e241, e242, e243, e244, e245, e246, e247, e248, e249, e250, e251, e252, e253, e254, e255
};
// clang-format on

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

TEST(Enums, TellTheirNames) {
  EXPECT_EQ(stdb::enumerator_name(foreign::middle), "middle");
  EXPECT_EQ(stdb::enumerator_name(Full::e255), "e255");
  EXPECT_EQ(stdb::enumerator_name(static_cast<foreign::Sparse>(4)), "");
  EXPECT_EQ(stdb::enumerator_name(static_cast<foreign::Signed>(-1)), "");
  static_assert(stdb::enumerator_name(foreign::Switch::on) == "on");
}

enum Open { open_a, open_b };
enum class Below { none = -1, some };
enum class Above : std::uint16_t { some = 1, many = 256 };
enum class Beyond { far = 1000 };

TEST(Enums, AreRefusedWithValuesThatHaveNoTag) {
  static_assert(detail::problems_of<Open>.encoding == Problem::enum_without_type);
  static_assert(detail::problems_of<Below>.encoding == Problem::enum_value_outside);
  static_assert(detail::problems_of<Above>.encoding == Problem::enum_value_outside);
  static_assert(detail::problems_of<Beyond>.encoding == Problem::enum_without_values);
  static_assert(detail::problems_of<Full>.description == Problem::none);
  static_assert(detail::problems_of<foreign::Signed>.description == Problem::none);
}

}  // namespace
