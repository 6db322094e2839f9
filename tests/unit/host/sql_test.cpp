// tests/unit/host/sql_test.cpp: the queries that views return, read, refused and run.
#include <gtest/gtest.h>
#include <algorithm>

#include "sql/select.hpp"
#include "v10.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

json::value wrapped(std::string_view name, std::string_view kind) {
  return {{"Product", members_json({{name, plain(kind)}})}};
}

// user (id: u64, name: String, age: i8, online: bool, score: f64, owner: Identity, born: Timestamp, tag: Array<u8>,
// friend: u64, big: i256, maybe: Option<u8>) and membership (id: u64, user: u64, role: String); and one of a submodule.
V10 tables() {
  V10 module;
  module.type("User", {{"id", plain("U64")},
                       {"name", plain("String")},
                       {"age", plain("I8")},
                       {"online", plain("Bool")},
                       {"score", plain("F64")},
                       {"owner", wrapped("__identity__", "U256")},
                       {"born", wrapped("__timestamp_micros_since_unix_epoch__", "I64")},
                       {"tag", array_json(plain("U8"))},
                       {"friend", plain("U64")},
                       {"big", plain("I256")},
                       {"maybe", option_json(plain("U8"))}});
  module.type("Membership", {{"id", plain("U64")}, {"user", plain("U64")}, {"role", plain("String")}});
  module.table("user", 0);
  module.table("membership", 1);
  module.view("shown", 0, true, query_json(0));
  V10 library;
  library.type("Book", {{"id", plain("U64")}});
  library.table("book", 0);
  module.add("Submodules", {{"namespace", "library"}, {"module", library.json().at("V10")}});
  return module;
}

class Queries : public testing::Test {
 protected:
  Queries() {
    sender.bytes[0] = 9;
    store.create_tables(module, Profile::v2);
    store.begin();
    user(1, "Ann", 30, true, 0.5, 9, 1'000'000, {0xFF}, 2, -1);
    user(2, "Bob", -5, false, -2.5, 1, 2'000'000, {1, 2}, 2, 7);
    user(3, "O'Neil", 0, true, 1e21, 1, 3'000'000, {}, 1, 0);
    for (const auto& [id, of, role] : {std::tuple(1, 1, "admin"), std::tuple(2, 1, "guest"), std::tuple(3, 2, "guest"),
                                       std::tuple(4, 77, "guest")}) {
      insert("membership", join({number<std::uint64_t>(static_cast<std::uint64_t>(id)),
                                 number<std::uint64_t>(static_cast<std::uint64_t>(of)), string(role)}));
    }
    insert("library.book", number<std::uint64_t>(5));
    store.commit();
  }

  void insert(std::string_view table, const Bytes& row) {
    Slot slot = 0;
    EXPECT_EQ(store.insert(*store.find_table(table), row, slot), Change::made);
  }

  void user(std::uint64_t id, std::string_view name, std::int8_t age, bool online, double score, std::uint8_t owner,
            std::int64_t born, const Bytes& tag, std::uint64_t friend_id, std::int8_t big) {
    Bytes identity(32, 0);
    identity[0] = owner;
    Bytes wide(32, big < 0 ? 0xFF : 0);
    wide[0] = static_cast<std::uint8_t>(big);
    insert("user", join({number(id),
                         string(name),
                         {static_cast<std::uint8_t>(age), static_cast<std::uint8_t>(online)},
                         number(std::bit_cast<std::uint64_t>(score)),
                         identity,
                         number(born),
                         number(static_cast<std::uint32_t>(tag.size())),
                         tag,
                         number(friend_id),
                         wide,
                         {1}}));
  }

  // The ids of the rows, in order; or why there are none.
  std::string run(std::string_view sql) {
    const auto select = compile_select(sql, {module, sender});
    if (!select) return select.error();
    std::vector<int> ids;
    const auto rows = run_select(*select, store);
    if (!rows) return rows.error();
    for (const ByteView row : *rows) ids.push_back(row[0]);
    std::ranges::sort(ids);
    std::string text;
    for (const int id : ids) text += std::to_string(id);
    return text;
  }
  std::string where(std::string_view condition) { return run("SELECT * FROM user WHERE " + std::string(condition)); }

  ModuleDef module = read_or_fail(tables().encode());
  Store store;
  Identity sender;
};

TEST_F(Queries, JoinSoManyCombinationsAndNoMore) {
  std::string sql = "SELECT m0.* FROM membership AS m0";
  for (int join = 1; join <= 40; ++join) {
    const std::string at = std::to_string(join);
    sql += " JOIN membership AS m" + at + " ON m0.role = m" + at + ".role";
  }
  EXPECT_EQ(run(sql), "the query joins more than 10000000 combinations of rows");
}

TEST_F(Queries, OfOneTable) {
  EXPECT_EQ(run("SELECT * FROM user"), "123");
  EXPECT_EQ(run("select \"user\".* from \"user\""), "123");
  EXPECT_EQ(run("SELECT u.* FROM user AS u WHERE u.id = 2"), "2");
  EXPECT_EQ(run("SELECT u.* FROM user u WHERE (\"u\".\"id\" = 2)"), "2");
  EXPECT_EQ(run("SELECT * FROM membership"), "1234");
  EXPECT_EQ(run("SELECT * FROM \"library.book\""), "5");
  EXPECT_EQ(run("SELECT * FROM \"library\".\"book\" WHERE \"library\".\"book\".\"id\" > 4"), "5");
}

TEST_F(Queries, Compare) {
  EXPECT_EQ(where("id = 1") + where("id <> 1") + where("id != 1"), "12323");
  EXPECT_EQ(where("age < 0"), "2");
  EXPECT_EQ(where("age <= 0"), "23");
  EXPECT_EQ(where("age > -5"), "13");
  EXPECT_EQ(where("age >= -5"), "123");
  EXPECT_EQ(where("0 <= age"), "13");
  EXPECT_EQ(where("id = friend"), "2");
  EXPECT_EQ(where("name = 'O''Neil'"), "3");
  EXPECT_EQ(where("name > 'Ann'"), "23");
  EXPECT_EQ(where("score < 0.5"), "2");
  EXPECT_EQ(where("score = 1e21"), "3");
  EXPECT_EQ(where("score = -2.5"), "2");
  EXPECT_EQ(where("owner = :sender"), "1");
  EXPECT_EQ(where("owner = 0x" + std::string(63, '0') + "1"), "23");
  EXPECT_EQ(where("born >= '1970-01-01T00:00:02Z'"), "23");
  EXPECT_EQ(where("tag = 0xff"), "1");
  EXPECT_EQ(where("tag = X'0102'"), "2");
  EXPECT_EQ(where("big < 0"), "1");
  EXPECT_EQ(where("big = 7"), "2");
}

TEST_F(Queries, Combine) {
  EXPECT_EQ(where("online"), "13");
  EXPECT_EQ(where("online = FALSE"), "2");
  EXPECT_EQ(where("TRUE = TRUE"), "123");
  EXPECT_EQ(where("(FALSE = TRUE)"), "");
  EXPECT_EQ(where("id = 1 OR id = 2 AND age > 0"), "1") << "AND binds tighter";
  EXPECT_EQ(where("(id = 1 OR id = 2) AND age > 0"), "1");
  EXPECT_EQ(where("((id = 1) OR ((id = 2) AND (age < 0)))"), "12");
  EXPECT_EQ(where("online AND (name = 'Ann' OR name = 'Bob')"), "1");
}

TEST_F(Queries, IntegersInEveryForm) {
  EXPECT_EQ(where("age = 3e1") + where("age = 30.0") + where("age = 300e-1") + where("id = +1"), "1111");
  const std::string wrong = "The literal expression `";
  EXPECT_EQ(where("age = 128"), wrong + "128` cannot be parsed as type `i8`");
  EXPECT_EQ(where("id = -1"), wrong + "-1` cannot be parsed as type `u64`");
  EXPECT_EQ(where("age = 1.5"), wrong + "1.5` cannot be parsed as type `i8`");
  EXPECT_EQ(where("id = 1e99"), wrong + "1e99` cannot be parsed as type `u64`");
  EXPECT_EQ(where("id = 1e-99"), wrong + "1e-99` cannot be parsed as type `u64`");
  EXPECT_EQ(where("owner = 0x01"), wrong + "01` cannot be parsed as type `Identity`");
  EXPECT_EQ(where("born = 'soon'"), wrong + "soon` cannot be parsed as type `Timestamp`");
}

TEST_F(Queries, Join) {
  const std::string tables = "FROM user JOIN membership ON user.id = membership.user";
  EXPECT_EQ(run("SELECT user.* " + tables), "112") << "a row for each pair";
  EXPECT_EQ(run("SELECT membership.* " + tables), "123");
  EXPECT_EQ(run("SELECT membership.* " + tables + " WHERE user.online"), "12");
  EXPECT_EQ(run("SELECT u.* FROM membership m INNER JOIN user u ON m.user = u.id WHERE m.role = 'admin'"), "1");
  EXPECT_EQ(run("SELECT b.* FROM user a JOIN user b ON a.friend = b.id"), "122");
  EXPECT_EQ(run("SELECT c.* FROM user a JOIN user b ON a.friend = b.id JOIN membership c ON (c.user = b.id) "
                "WHERE a.id = 3"),
            "12");
}

TEST_F(Queries, ThatAreRefused) {
  EXPECT_EQ(run("SELECT * FROM users"), "no such table: `users`. If the table exists, it may be marked private.");
  EXPECT_EQ(run("SELECT * FROM shown"), "view definition cannot read from other views");
  EXPECT_EQ(where("nome = 'x'"), "`nome` is not in scope");
  EXPECT_EQ(where("other.name = 'x'"), "`other` is not in scope");
  EXPECT_EQ(run("SELECT x.* FROM user"), "`x` is not in scope");
  EXPECT_EQ(where("name = id"), "Unexpected type: (expected) String != u64 (inferred)");
  EXPECT_EQ(where("maybe = 1"), "Invalid binary operator for type `Option<u8>`");
  EXPECT_EQ(where("name"), "The literal expression `TRUE` cannot be parsed as type `String`");
  EXPECT_EQ(where("5"), "Unexpected type: (expected) Bool: `5` is no condition");
  EXPECT_EQ(where("1 = 1"), "The literal expression `1` cannot be parsed as type `bool`");
  EXPECT_EQ(where("id = :sender"), "parameterized SQL is not supported for view materialization yet");
  EXPECT_EQ(run("SELECT * FROM user JOIN membership ON user.id = membership.user"),
            "SELECT * is not supported for joins");
  EXPECT_EQ(run("SELECT user.* FROM user JOIN membership ON user.id = membership.user WHERE id = 1"),
            "Names must be qualified when using joins");
  EXPECT_EQ(run("SELECT a.* FROM user a JOIN user a ON a.id = a.id"), "Duplicate name `a`");
  EXPECT_EQ(run("SELECT a.* FROM user a JOIN user b ON a.id = a.friend"), "Non-inner joins are not supported");
  EXPECT_EQ(run("SELECT id FROM user"),
            "Column projections are not supported in subscriptions; Subscriptions must return a table type");
}

TEST(QueriesOfConvertedNames, KnowColumnsByBoth) {
  V10 named;
  named.type("Player", {{"Player1Id", plain("U64")}, {"level", plain("U8")}});
  named.table("Player1", 0);
  json::value description = named.json();
  for (json::value& section : description.at("V10").at("sections").as_array()) {
    auto* policy = section.as_object().if_contains("CaseConversionPolicy");
    if (policy != nullptr) *policy = plain("SnakeCase");
  }
  const ModuleDef module = read_or_fail(encode_module(description));
  for (const char* sql : {"SELECT * FROM player_1 WHERE player_1_id = 1", "SELECT * FROM Player1 WHERE Player1Id = 1",
                          "SELECT * FROM player_1 WHERE player_1.Player1Id = 1"}) {
    const auto select = compile_select(sql, {module, Identity()});
    EXPECT_TRUE(select) << sql << ": " << select.error();
  }
  EXPECT_EQ(compile_select("SELECT * FROM player_1 WHERE Player1_Id = 1", {module, Identity()}).error(),
            "`Player1_Id` is not in scope");
}

TEST_F(Queries, ThatAreNone) {
  for (const char* sql :
       {"", "SELECT", "SELECT *", "SELECT * FROM", "SELECT * FROM user WHERE", "SELECT * FROM user WHERE id",
        "SELECT * FROM user WHERE id =", "SELECT * FROM user WHERE (id = 1", "SELECT * FROM user WHERE id = 1)",
        "SELECT * FROM user WHERE id = 1 AND", "SELECT * FROM user LIMIT 5", "DELETE FROM user",
        "SELECT * FROM user WHERE name = 'x", "SELECT * FROM \"user", "SELECT * FROM user; SELECT * FROM user",
        "SELECT * FROM user WHERE id ~ 1", "SELECT * FROM user WHERE id = :", "SELECT * FROM user WHERE tag = X'1'"}) {
    EXPECT_FALSE(compile_select(sql, {module, sender})) << sql;
  }
}

TEST_F(Queries, AreBoundedInDepth) {
  const auto nested = [&](std::size_t depth) {
    return where(std::string(depth, '(') + "id = 1" + std::string(depth, ')'));
  };
  EXPECT_EQ(nested(700), "1");
  EXPECT_TRUE(nested(100'000).starts_with("recursion limit exceeded"));
  std::string chain = "id = 1";
  for (int more = 0; more < 1'500; ++more) chain += " AND id = 1";
  EXPECT_EQ(where(chain), "1");
  for (int more = 0; more < 50'000; ++more) chain += " OR id = 1";
  EXPECT_TRUE(where(chain).starts_with("recursion limit exceeded"));
}

TEST_F(Queries, CutShortTheyAreRefusedOrRun) {
  const std::string whole =
      R"(SELECT "u".* FROM "membership" JOIN "user" AS u ON "membership"."user" = "u"."id" WHERE (("u"."age" >= -5) )"
      R"(OR ("u"."name" = 'O''Neil')) AND "u"."tag" <> 0xff)";
  EXPECT_EQ(run(whole), "2");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(run(whole.substr(0, size)).empty() && size < 20) << size;
    EXPECT_FALSE(run(whole.substr(0, size) + "\xFF").empty() && size < 20) << size;
  }
}

}  // namespace
}  // namespace stdb::host::test
