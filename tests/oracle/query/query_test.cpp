// tests/oracle/query/query_test.cpp: random queries have the SQL text that the official query builder gives.
// The file named by STDB_QUERIES holds what the Rust program beside this one has printed.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

#include "interpret.hpp"

namespace {

using SqlOf = std::string (*)(const json::object&);

template <class... Joins>
std::string sql_of_join(const json::object& query) {
  SqlOf found = nullptr;
  ((Joins::is(query) ? void(found = &Joins::sql) : void()), ...);
  if (found == nullptr) unknown(json::serialize(query));
  return found(query);
}

template <class... Tables>
std::string sql_of_table(const json::object& query, std::string& known, const Tables&... tables) {
  const json::array& wheres = query.at("where").as_array();
  std::string sql;
  const auto look = [&](const auto& table) {
    if (query.at("from").as_string() != table.name) return false;
    sql = add_wheres<2>(stdb::from[table], wheres, to_sql);
    // Once a row type, for the compiler's time.
    if constexpr (!std::is_same_v<decltype(table), decltype((archive))>) known = known_sql(table, wheres);
    return true;
  };
  if (!(look(tables) || ...)) unknown(json::serialize(query));
  return sql;
}

struct Judged {
  std::size_t plain = 0;  // without "not", whose text is our own
  std::size_t negated = 0;
  std::size_t known = 0;  // also made without a Predicate
  std::set<std::string> texts;
};

void judge(const json::object& line, Judged& judged) {
  const json::object& query = line.at("query").as_object();
  const std::string_view expected = line.at("sql").as_string();
  std::string known;
  const std::string sql =
      query.contains("join")
          ? sql_of_join<Join<account, pet, &Account::id, &Pet::owner>, Join<pet, account, &Pet::owner, &Account::id>,
                        Join<account, place, &Account::owner, &Place::keeper>,
                        Join<pet, place, &Pet::name, &Place::name>, Join<place, pet, &Place::id, &Pet::tag>,
                        Join<signal_table, account, &Signal::owner, &Account::id>,
                        Join<archive, pet, &Account::id, &Pet::owner>, Join<pet, archive, &Pet::id, &Account::id>,
                        Join<account, archive, &Account::id, &Account::id>>(query)
          : sql_of_table(query, known, account, archive, pet, place, signal_table);
  EXPECT_EQ(sql, expected) << json::serialize(query);
  if (!known.empty()) {
    EXPECT_EQ(known, expected) << json::serialize(query);
    ++judged.known;
  }
  ++(line.at("negated").as_bool() ? judged.negated : judged.plain);
  judged.texts.insert(sql);
}

TEST(Query, HasTheTextOfTheOfficialBuilder) {
  const char* const path = std::getenv("STDB_QUERIES");
  ASSERT_NE(path, nullptr) << "STDB_QUERIES names no file: run this by compare_queries.py";
  std::ifstream file(path);
  Judged judged;
  for (std::string line; std::getline(file, line) && !HasFailure();) judge(json::parse(line).as_object(), judged);
  EXPECT_GE(judged.plain, 10'000U);
  EXPECT_GE(judged.negated, 1'000U);
  EXPECT_GE(judged.known, 1'000U);
  EXPECT_GE(judged.texts.size(), 10'000U) << "too many queries are alike";
  std::printf("%zu queries and %zu with a negation, %zu of them also made at compile time\n", judged.plain,
              judged.negated, judged.known);
}

}  // namespace
