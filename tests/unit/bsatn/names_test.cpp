// tests/unit/bsatn/names_test.cpp: what types, fields, cases and enumerators are called on the wire.
#include <gtest/gtest.h>

#include "stdb/bsatn.hpp"

namespace auth {
enum class UserRole : std::uint8_t { guest, delete_, owner };
struct delete_ {
  std::uint64_t id;
  std::string class_;
  bool plain;
};
template <class T>
struct PairOf {
  T first;
  T second;
};
using PairOfInt = PairOf<int>;
template <class T, class U>
struct Owner {
  enum class State : std::uint8_t { on = 1, off = 3 };
};
}  // namespace auth

template <>
inline constexpr std::string_view stdb::wire_name<auth::UserRole> = "Auth.Roles.UserRole";
template <>
inline constexpr std::string_view stdb::wire_member_name<auth::UserRole::delete_> = "delete";
template <>
inline constexpr std::string_view stdb::wire_name<auth::delete_> = "delete";
template <>
inline constexpr std::string_view stdb::wire_member_name<&auth::delete_::class_> = "class";
template <>
inline constexpr std::string_view stdb::wire_name<auth::PairOf<int>> = "PairOfInt";
template <>
inline constexpr std::string_view stdb::wire_member_name<&auth::PairOf<int>::second> = "zweite";

namespace {

namespace detail = stdb::bsatn::detail;

TEST(WireName, OfATypeIsItsLastComponentUnlessAnotherIsSaid) {
  struct Local {};
  EXPECT_EQ(detail::scoped_name<Local>().whole, "Local");
  EXPECT_EQ(detail::scoped_name<auth::delete_>().whole, "delete");
  EXPECT_EQ(detail::type_name<auth::delete_>(), "delete");
  EXPECT_EQ(detail::function_name<auth::delete_>(), "delete");
  EXPECT_EQ(detail::type_name<auth::PairOfInt>(), "PairOfInt");
  EXPECT_EQ(detail::full_type_name<auth::delete_>(), "auth::delete_");
}

TEST(WireName, SplitsIntoScopeAndLastComponent) {
  constexpr detail::ScopedName name = detail::scoped_name<auth::UserRole>();
  EXPECT_EQ(name.whole, "Auth.Roles.UserRole");
  ASSERT_EQ(name.scope_count(), 2u);
  EXPECT_EQ(name.scope(0), "Auth");
  EXPECT_EQ(name.scope(1), "Roles");
  EXPECT_EQ(name.last(), "UserRole");
  EXPECT_EQ(detail::type_name<auth::UserRole>(), "UserRole");
  EXPECT_EQ(detail::scoped_name<auth::delete_>().scope_count(), 0u);
}

TEST(WireName, ConsistsOfIdentifiers) {
  for (const char* good : {"a", "_", "Auth.UserRole", "a1.b2.c3"}) {
    EXPECT_TRUE(detail::ScopedName{good}.is_valid()) << good;
  }
  for (const char* bad : {"", ".", "a.", ".a", "a..b", "1a", "a.1b", "a b", "a-b", "\xc3\xa4"}) {
    EXPECT_FALSE(detail::ScopedName{bad}.is_valid()) << bad;
  }
}

TEST(WireMemberName, StandsInThePlaceOfTheFieldsOwn) {
  EXPECT_EQ((detail::field_name<auth::delete_, 0>), "id");
  EXPECT_EQ((detail::field_name<auth::delete_, 1>), "class");
  EXPECT_EQ((detail::field_name<auth::delete_, 2>), "plain");
  EXPECT_EQ((detail::field_name<auth::PairOfInt, 1>), "zweite");
  EXPECT_EQ((detail::field_name<auth::PairOf<float>, 1>), "second");
  EXPECT_EQ(detail::member_name<&auth::delete_::class_>(), "class");
  EXPECT_EQ(detail::member_name<&auth::delete_::plain>(), "plain");
  EXPECT_EQ(detail::member_index<&auth::delete_::plain>(), 2u);
}

TEST(WireMemberName, OfAnEnumeratorToo) {
  constexpr auto& list = detail::enumerators<auth::UserRole>;
  ASSERT_EQ(list.count, 3u);
  EXPECT_EQ(list.at[0].name, "guest");
  EXPECT_EQ(list.at[1].name, "delete");
  EXPECT_EQ(list.at[2].name, "owner");
}

// Names that a parser of the compiler's print could stumble over.
struct Awkward {
  auth::PairOf<auth::PairOf<int>> a;
  std::variant<int, auth::PairOf<bool>> value;
  auth::Owner<int, auth::PairOf<int>>::State Fields;
  int _;
};
TEST(FieldNames, AreFoundWhateverTheirTypesArePrintedAs) {
  EXPECT_EQ((detail::field_names<Awkward>), (std::array<std::string_view, 4>{"a", "value", "Fields", "_"}));
  struct Local {
    int x;
    Awkward y;
  };
  EXPECT_EQ((detail::field_names<Local>), (std::array<std::string_view, 2>{"x", "y"}));
  EXPECT_EQ((detail::field_names<auth::PairOf<auth::PairOf<Awkward>>>),
            (std::array<std::string_view, 2>{"first", "second"}));
  EXPECT_TRUE(detail::field_names<stdb::Unit>.empty());
}

TEST(Enumerators, AreFoundInATemplate) {
  using State = auth::Owner<int, auth::PairOf<int>>::State;
  constexpr auto& list = detail::enumerators<State>;
  ASSERT_EQ(list.count, 2u);
  EXPECT_EQ(list.at[0].name, "on");
  EXPECT_EQ(list.at[0].value, 1);
  EXPECT_EQ(list.at[1].name, "off");
  EXPECT_EQ(list.at[1].value, 3);
}

}  // namespace
