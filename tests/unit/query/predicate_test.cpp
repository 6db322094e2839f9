// tests/unit/query/predicate_test.cpp: conditions that are put together at run time.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tables.hpp"

namespace {

using game::Membership;
using game::memberships;
using game::User;
using game::users;
using stdb::col;
using stdb::from;
using stdb::Predicate;

TEST(Predicate, HoldsAnyCondition) {
  const Predicate<User> older = col<&User::age> > 18;
  EXPECT_EQ(from[users].where(older).sql(), R"(SELECT * FROM "users" WHERE ("users"."age" > 18))");
  const Predicate<User> column = col<&User::online>;
  EXPECT_EQ(from[users].where(column).sql(), R"(SELECT * FROM "users" WHERE ("users"."online" = TRUE))");
  const Predicate<User> constant = false;
  EXPECT_EQ(from[users].where(constant).sql(), R"(SELECT * FROM "users" WHERE (FALSE = TRUE))");
  const Predicate<User> columns = col<&User::id> != col<&User::best_friend>;
  EXPECT_EQ(from[users].where(columns).sql(), R"(SELECT * FROM "users" WHERE ("users"."id" <> "users"."best_friend"))");
  const Predicate<User> several = !(col<&User::age> > 18 && (columns || true));
  EXPECT_EQ(from[users].where(several).sql(),
            R"(SELECT * FROM "users" WHERE (("users"."age" <= 18) OR (("users"."id" = "users"."best_friend") )"
            R"(AND (FALSE = TRUE))))");
}

TEST(Predicate, GrowsInALoop) {
  Predicate<User> named = false;
  for (const std::string& name : std::vector<std::string>{"Ann", "O'Neil"}) {
    named = named || col<&User::name> == name;
  }
  EXPECT_EQ(
      from[users].where(named).sql(),
      R"(SELECT * FROM "users" WHERE (((FALSE = TRUE) OR ("users"."name" = 'Ann')) OR ("users"."name" = 'O''Neil')))");
}

TEST(Predicate, NamesTheTableOfTheQuery) {
  const Predicate<User> online = col<&User::online>;
  EXPECT_EQ(from[game::old_users].where(online).sql(),
            R"(SELECT * FROM "old_users" WHERE ("old_users"."online" = TRUE))");
  EXPECT_EQ(from[memberships]
                .right_semijoin(users, col<&Membership::user_id> == col<&User::id>)
                .where(online && col<&User::age> > 5)
                .where(!online)
                .sql(),
            R"(SELECT "users".* FROM "memberships" JOIN "users" ON "memberships"."user_id" = "users"."id" )"
            R"(WHERE ((("users"."online" = TRUE) AND ("users"."age" > 5)) AND ("users"."online" <> TRUE)))");
}

TEST(Predicate, TextCannotBreakOut) {
  // Bytes that the Predicate's own form uses.
  std::string bytes("\0\1\2\6\7\x08\x09'\"", 9);
  const Predicate<User> odd = !(col<&User::name> == bytes);
  EXPECT_EQ(from[users].where(odd).sql(),
            R"(SELECT * FROM "users" WHERE ("users"."name" <> ')" + bytes.insert(7, "'") + "')");
}

TEST(Predicate, TurnsRoundEveryRelation) {
  const Predicate<User> all = col<&User::age> == 0 && col<&User::age> != 1 && col<&User::age> < 2 &&
                              col<&User::age> <= 3 && col<&User::age> > 4 && col<&User::age> >= 5;
  EXPECT_EQ(from[users].where(!all).sql(),
            R"(SELECT * FROM "users" WHERE (((((("users"."age" <> 0) OR ("users"."age" = 1)) OR ("users"."age" >= 2)) )"
            R"(OR ("users"."age" > 3)) OR ("users"."age" <= 4)) OR ("users"."age" < 5)))");
  EXPECT_EQ(from[users].where(!!all).sql(), from[users].where(all).sql());
}

TEST(Predicate, HoldsALongCondition) {
  Predicate<User> any = col<&User::id> == 0;
  for (std::uint64_t id = 1; id < 1000; ++id) any = any || col<&User::id> == id;
  const std::string sql = from[users].where(any).sql();
  EXPECT_TRUE(sql.starts_with(R"(SELECT * FROM "users" WHERE ((((((((((()"));
  EXPECT_TRUE(sql.ends_with(R"( OR ("users"."id" = 999)))"));
}

constexpr bool at_compile_time() {
  Predicate<User> held = col<&User::name> == "a" && col<&User::age> > 5;
  held = !held || col<&User::online>;
  return from[users].where(held).sql() ==
         R"(SELECT * FROM "users" WHERE ((("users"."name" <> 'a') OR ("users"."age" <= 5)) OR ("users"."online" = TRUE)))";
}
static_assert(at_compile_time());

}  // namespace
