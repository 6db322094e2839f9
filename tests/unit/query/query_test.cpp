// tests/unit/query/query_test.cpp: the text of queries: conditions, semijoins, views, and what is known at compile
// time.
#include <gtest/gtest.h>

#include <concepts>
#include <string>
#include <string_view>

#include "tables.hpp"

namespace {

using game::Membership;
using game::memberships;
using game::User;
using game::users;
using stdb::col;
using stdb::from;

constexpr auto is_online = col<&User::online> == true;

TEST(Query, OfAWholeTable) { EXPECT_EQ(from[users].sql(), R"(SELECT * FROM "users")"); }

TEST(Query, WithAValue) {
  EXPECT_EQ(from[users].where(col<&User::id> == 10).sql(), R"(SELECT * FROM "users" WHERE ("users"."id" = 10))");
}

TEST(Query, ConditionsThatAreAddedAllHold) {
  EXPECT_EQ(from[users].where(col<&User::id> == 10).where(col<&User::age> > 18).where(col<&User::age> < 30).sql(),
            R"(SELECT * FROM "users" WHERE ((("users"."id" = 10) AND ("users"."age" > 18)) AND ("users"."age" < 30)))");
}

TEST(Query, FilterIsWhere) {
  EXPECT_EQ(from[users].where(col<&User::id> == 5).filter(col<&User::age> < 30).sql(),
            from[users].filter(col<&User::id> == 5).where(col<&User::age> < 30).sql());
  EXPECT_EQ(from[users].filter(col<&User::id> == 5).sql(), R"(SELECT * FROM "users" WHERE ("users"."id" = 5))");
}

TEST(Query, EveryRelation) {
  const auto text = [](const auto& condition) {
    const std::string sql = from[users].where(condition).sql();
    return sql.substr(sql.find("WHERE"));
  };
  EXPECT_EQ(text(col<&User::age> == 1), R"(WHERE ("users"."age" = 1))");
  EXPECT_EQ(text(col<&User::age> != 1), R"(WHERE ("users"."age" <> 1))");
  EXPECT_EQ(text(col<&User::age> < 1), R"(WHERE ("users"."age" < 1))");
  EXPECT_EQ(text(col<&User::age> <= 1), R"(WHERE ("users"."age" <= 1))");
  EXPECT_EQ(text(col<&User::age> > 1), R"(WHERE ("users"."age" > 1))");
  EXPECT_EQ(text(col<&User::age> >= 1), R"(WHERE ("users"."age" >= 1))");
  const std::uint8_t age = 2;
  EXPECT_EQ(text(col<&User::age> == age), R"(WHERE ("users"."age" = 2))");
  EXPECT_EQ(text(col<&User::age> != age), R"(WHERE ("users"."age" <> 2))");
  EXPECT_EQ(text(col<&User::age> < age), R"(WHERE ("users"."age" < 2))");
  EXPECT_EQ(text(col<&User::age> <= age), R"(WHERE ("users"."age" <= 2))");
  EXPECT_EQ(text(col<&User::age> > age), R"(WHERE ("users"."age" > 2))");
  EXPECT_EQ(text(col<&User::age> >= age), R"(WHERE ("users"."age" >= 2))");
}

TEST(Query, OfTwoColumns) {
  EXPECT_EQ(from[users].where(col<&User::id> > col<&User::best_friend>).sql(),
            R"(SELECT * FROM "users" WHERE ("users"."id" > "users"."best_friend"))");
}

TEST(Query, AndOrInTheOrderWritten) {
  EXPECT_EQ(
      from[users]
          .where(col<&User::name> != "Shub" && (col<&User::name> != "Pop" || col<&User::age> > 18) && is_online)
          .sql(),
      R"(SELECT * FROM "users" WHERE ((("users"."name" <> 'Shub') AND (("users"."name" <> 'Pop') OR ("users"."age" > 18))) AND ("users"."online" = TRUE)))");
}

TEST(Query, NotIsTheOppositeComparison) {
  EXPECT_EQ(from[users].where(!(col<&User::name> == "Alice")).sql(),
            R"(SELECT * FROM "users" WHERE ("users"."name" <> 'Alice'))");
  EXPECT_EQ(from[users].where(!(col<&User::age> < 5 && (col<&User::age> >= 6 || !(col<&User::age> > 7)))).sql(),
            R"(SELECT * FROM "users" WHERE (("users"."age" >= 5) OR (("users"."age" < 6) AND ("users"."age" > 7))))");
  EXPECT_EQ(from[users].where(!!(col<&User::age> <= 5)).sql(), R"(SELECT * FROM "users" WHERE ("users"."age" <= 5))");
}

TEST(Query, ABoolColumnIsACondition) {
  EXPECT_EQ(from[users].where(col<&User::online>).sql(), R"(SELECT * FROM "users" WHERE ("users"."online" = TRUE))");
  EXPECT_EQ(from[users].where(!col<&User::online>).sql(), R"(SELECT * FROM "users" WHERE ("users"."online" <> TRUE))");
  EXPECT_EQ(from[users].where(col<&User::online> && col<&User::banned>).sql(),
            R"(SELECT * FROM "users" WHERE (("users"."online" = TRUE) AND ("users"."banned" = TRUE)))");
  EXPECT_EQ(from[users].where(col<&User::online> || col<&User::age> > 5).sql(),
            R"(SELECT * FROM "users" WHERE (("users"."online" = TRUE) OR ("users"."age" > 5)))");
}

TEST(Query, ABoolIsACondition) {
  EXPECT_EQ(from[users].where(true).sql(), R"(SELECT * FROM "users" WHERE (TRUE = TRUE))");
  EXPECT_EQ(from[users].where(false || is_online).sql(),
            R"(SELECT * FROM "users" WHERE ((FALSE = TRUE) OR ("users"."online" = TRUE)))");
}

TEST(Query, ConditionKeepsWhatItComparesWith) {
  const auto named = [] {
    const std::string name = "a name that is too long for the string itself to hold";
    return col<&User::name> == name;
  }();
  EXPECT_EQ(from[users].where(named).sql(), R"(SELECT * FROM "users" WHERE ("users"."name" = )"
                                            R"('a name that is too long for the string itself to hold'))");
}

TEST(Query, TakesTextInAnyForm) {
  const std::string expected = R"(SELECT * FROM "users" WHERE ("users"."name" = 'O''Neil'))";
  const std::string text = "O'Neil";
  const char* const pointer = text.c_str();
  char characters[] = "O'Neil";
  EXPECT_EQ(from[users].where(col<&User::name> == "O'Neil").sql(), expected);
  EXPECT_EQ(from[users].where(col<&User::name> == text).sql(), expected);
  EXPECT_EQ(from[users].where(col<&User::name> == std::string_view(text)).sql(), expected);
  EXPECT_EQ(from[users].where(col<&User::name> == pointer).sql(), expected);
  EXPECT_EQ(from[users].where(col<&User::name> == characters).sql(), expected);
}

TEST(Query, TheSameConditionFitsEveryTableOfTheRow) {
  EXPECT_EQ(from[game::old_users].where(is_online).sql(),
            R"(SELECT * FROM "old_users" WHERE ("old_users"."online" = TRUE))");
}

TEST(Query, NamesTheTableAsTheServerDoes) {
  EXPECT_EQ(from[game::announced].where(is_online).sql(), R"(SELECT * FROM "told" WHERE ("told"."online" = TRUE))");
}

TEST(Query, NamesTheTableOfASubmoduleByItsPath) {
  EXPECT_EQ(from[game::kept_users].where(is_online).sql(),
            R"(SELECT * FROM "game.kept.users" WHERE ("game.kept.users"."online" = TRUE))");
  const std::string joined = from[users].left_semijoin(game::kept_users, col<&User::id> == col<&User::id>).sql();
  EXPECT_EQ(joined, R"(SELECT "users".* FROM "users" JOIN "game.kept.users" ON "users"."id" = "game.kept.users"."id")");
}

TEST(Semijoin, LeftGivesTheFirstTable) {
  const auto joined = from[users].left_semijoin(memberships, col<&User::identity> == col<&Membership::user>);
  static_assert(std::same_as<decltype(joined)::row_type, User>);
  EXPECT_EQ(joined.sql(), R"(SELECT "users".* FROM "users" JOIN "memberships" )"
                          R"(ON "users"."identity" = "memberships"."user")");
  EXPECT_EQ(joined.where(col<&User::id> == 1).filter(col<&User::id> > 10).sql(),
            R"(SELECT "users".* FROM "users" JOIN "memberships" ON "users"."identity" = "memberships"."user" )"
            R"(WHERE (("users"."id" = 1) AND ("users"."id" > 10)))");
}

TEST(Semijoin, LeftKeepsTheConditionsBeforeIt) {
  const auto on = col<&User::id> == col<&Membership::user_id>;
  EXPECT_EQ(from[users].where(col<&User::id> == 1).left_semijoin(memberships, on).where(col<&User::id> > 10).sql(),
            from[users].left_semijoin(memberships, on).where(col<&User::id> == 1).where(col<&User::id> > 10).sql());
}

TEST(Semijoin, RightGivesTheSecondTable) {
  const auto joined =
      from[memberships].right_semijoin(from[users], col<&Membership::user> == col<&User::identity>).where(is_online);
  static_assert(std::same_as<decltype(joined)::row_type, User>);
  EXPECT_EQ(joined.sql(), R"(SELECT "users".* FROM "memberships" JOIN "users" )"
                          R"(ON "memberships"."user" = "users"."identity" WHERE ("users"."online" = TRUE))");
}

TEST(Semijoin, RightHasConditionsOnBothTables) {
  EXPECT_EQ(from[memberships]
                .where(col<&Membership::level> >= 3)
                .right_semijoin(users, col<&Membership::user_id> == col<&User::id>)
                .where(col<&User::age> > 10)
                .where(is_online)
                .sql(),
            R"(SELECT "users".* FROM "memberships" JOIN "users" ON "memberships"."user_id" = "users"."id" )"
            R"(WHERE ("memberships"."level" >= 3) AND (("users"."age" > 10) AND ("users"."online" = TRUE)))");
  EXPECT_EQ(from[memberships]
                .where(col<&Membership::level> >= 3)
                .right_semijoin(users, col<&Membership::user_id> == col<&User::id>)
                .sql(),
            R"(SELECT "users".* FROM "memberships" JOIN "users" ON "memberships"."user_id" = "users"."id" )"
            R"(WHERE ("memberships"."level" >= 3))");
}

TEST(Semijoin, TwoTablesOfOneRowType) {
  EXPECT_EQ(from[users].left_semijoin(game::old_users, col<&User::id> == col<&User::id>).sql(),
            R"(SELECT "users".* FROM "users" JOIN "old_users" ON "users"."id" = "old_users"."id")");
}

TEST(Semijoin, AnEventTableStandsOnTheLeft) {
  EXPECT_EQ(from[game::announced].left_semijoin(memberships, col<&User::id> == col<&Membership::user_id>).sql(),
            R"(SELECT "told".* FROM "told" JOIN "memberships" ON "told"."id" = "memberships"."user_id")");
}

TEST(Query, OfAView) {
  EXPECT_EQ(from[stdb::view<game::online_users>].where(is_online).sql(),
            R"(SELECT * FROM "online_users" WHERE ("online_users"."online" = TRUE))");
  EXPECT_EQ(from[stdb::view<game::adult_users>].sql(), R"(SELECT * FROM "adult_users")");
  EXPECT_EQ(
      from[memberships].right_semijoin(stdb::view<game::first_user>, col<&Membership::user_id> == col<&User::id>).sql(),
      R"(SELECT "first_user".* FROM "memberships" JOIN "first_user" )"
      R"(ON "memberships"."user_id" = "first_user"."id")");
}

TEST(Query, IsWhatAViewReturns) {
  const stdb::Query<User> whole = from[users];
  EXPECT_EQ(whole.sql(), R"(SELECT * FROM "users")");
  const stdb::Query<User> filtered = from[users].where(is_online);
  EXPECT_EQ(filtered.sql(), R"(SELECT * FROM "users" WHERE ("users"."online" = TRUE))");
  const stdb::Query<User> joined = from[memberships].right_semijoin(users, col<&Membership::user_id> == col<&User::id>);
  EXPECT_EQ(joined.sql(), R"(SELECT "users".* FROM "memberships" JOIN "users" )"
                          R"(ON "memberships"."user_id" = "users"."id")");
  const stdb::Query<User> written(R"(SELECT * FROM "users" WHERE "users"."id" = 5)");
  EXPECT_EQ(written.sql(), R"(SELECT * FROM "users" WHERE "users"."id" = 5)");
}

TEST(Query, SenderIsWhoeverAsks) {
  EXPECT_EQ(from[users].where(col<&User::identity> == stdb::sender).sql(),
            R"(SELECT * FROM "users" WHERE ("users"."identity" = :sender))");
}

// A row-level security filter: its text is a constant of the module.
static_assert(from[memberships]
                  .where(col<&Membership::user> == stdb::sender && col<&Membership::level> > 1)
                  .right_semijoin(users, col<&Membership::user_id> == col<&User::id>)
                  .where(!(col<&User::name> == std::string("O'Neil")))
                  .sql() ==
              R"(SELECT "users".* FROM "memberships" JOIN "users" ON "memberships"."user_id" = "users"."id" )"
              R"(WHERE (("memberships"."user" = :sender) AND ("memberships"."level" > 1)) )"
              R"(AND ("users"."name" <> 'O''Neil'))");

}  // namespace
