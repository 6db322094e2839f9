// tests/unit/testing/misuse_test.cpp: whatever a test does wrong is an exception with words, and never the program's
// end; databases in threads; how long a fresh one takes.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <stdb/testing.hpp>
#include <thread>

#include "bank.hpp"

namespace {

using namespace bank;
using stdb::col;
using stdb::testing::Database;
using stdb::testing::Misuse;

// What the misuse says; nothing if there is none.
template <class Body>
std::string misuse(Body body) {
  try {
    body();
  } catch (const Misuse& caught) {
    return caught.what();
  }
  return {};
}

#define EXPECT_SAYS(text, ...)                                                                              \
  do {                                                                                                      \
    const std::string said = misuse([&] { static_cast<void>(__VA_ARGS__); });                               \
    EXPECT_TRUE(said.starts_with("stdb: ") && said.find(text) != std::string::npos) << "it says: " << said; \
  } while (false)

const char* wasm_file() {
  const char* path = std::getenv("STDB_TEST_WASM");
  return path == nullptr ? "" : path;
}

// Another module of this program, which has nothing.
constinit const stdb::Module empty_module = stdb::define<>;

TEST(Misuse, OfWhatTheModuleDoesNotHave) {
  Database db;
  EXPECT_SAYS("no such reducer: \"not_in_the_module\"", db.call(not_in_the_module{}));
  EXPECT_SAYS("no such table: \"lost\"", db[lost].count());
  EXPECT_SAYS("no such table: \"lost\"", db.seed(lost, Tag{}));
  EXPECT_SAYS("no such reducer: \"attic.deposit\"", db.within("attic").call(deposit{}));
  Database other(empty_module);
  EXPECT_SAYS("no such procedure", other.call(total{}));
  EXPECT_SAYS("no such view", other.view<my_accounts>());
  EXPECT_SAYS("no such table", other[account].by(col<&Account::id>).find(1));
}

TEST(Misuse, OfRowsAndResults) {
  Database db;
  EXPECT_SAYS("find() found no row in table account", db[account].by(col<&Account::id>).find(1)->name);
  EXPECT_SAYS("number 0 was asked for of 0 rows", db[account].rows().front());
  EXPECT_SAYS("of 0 calls", db.advance(stdb::TimeDuration{})[0]);
  EXPECT_SAYS("log records", db.logs()[77].message);
  EXPECT_SAYS("deposit: error: \"no such account\"", db.call(deposit{.id = 9}).expect_ok());
  EXPECT_SAYS("panic_now: trapped", db.call(panic_now{}).value());
  EXPECT_SAYS("the time does not go back", db.advance(std::chrono::seconds(-1)));
  db.seed(account, {.name = "Ann"});
  EXPECT_SAYS("row 2 cannot be put into table account: another row has one of its unique values",
              db.seed(account, {{.name = "Bob"}, {.name = "Ann"}}));
  EXPECT_EQ(db[account].count(), 1u);
  const auto far = stdb::ScheduleAt::interval(stdb::TimeDuration::from_days(365 * 10));
  EXPECT_SAYS("scheduled too far ahead", db.seed(payday, {.at = far}));
}

TEST(Misuse, OfConnections) {
  Database db;
  const auto ann = db.as("Ann");
  EXPECT_SAYS("not connected", ann.disconnect());
  ann.connect().expect_ok();
  EXPECT_SAYS("another() gives its user a further connection", ann.connect());
  EXPECT_SAYS("claims are a JSON object", ann.claims("[1]"));
  EXPECT_SAYS("claims are a JSON object", db.jwt({.subject = "a", .more = "role: 3"}));
  EXPECT_SAYS("invalid name", db.set_env("no name", "x"));
}

TEST(Misuse, OfValuesThatHaveNoEncoding) {
  Database db;
  EXPECT_SAYS("no enumerator", db.call(open_account{.name = "a", .kind = static_cast<Kind>(9)}));
  EXPECT_SAYS("no enumerator", db.seed(account, {.name = "a", .kind = static_cast<Kind>(9)}));
  const stdb::ReducerResult ok = stdb::Ok();
  EXPECT_SAYS("error() of a Result that holds a value", ok.error());
  // On a thread that has seen no database yet, too.
  std::thread([&db] {
    EXPECT_SAYS("no enumerator", db.call(open_account{.name = "a", .kind = static_cast<Kind>(9)}));
  }).join();
}

TEST(Misuse, OfContextsOutsideOfCalls) {
  Database db;
  const stdb::Database outside;
  EXPECT_SAYS("outside of its call", outside[account].count());
  EXPECT_SAYS("as the test wants", stdb::panic("as the test wants"));
  EXPECT_EQ(db.call(open_account{.name = "a"}), stdb::Ok()) << "and all goes on";
}

TEST(Misuse, OfADatabaseInUse) {
  Database db;
  db.http_client([&](const stdb::testing::HttpRequest&) {
    db.call(open_account{.name = "from within"}).expect_ok();
    return stdb::testing::HttpResponse();
  });
  const auto call = db.call(exchange{});
  EXPECT_TRUE(call.is_trap());
  EXPECT_NE(call.trap().find("while a call ran"), std::string::npos) << call;
  EXPECT_EQ(db[account].count(), 0u);
}

TEST(Misuse, OfFiles) {
  EXPECT_SAYS("cannot be read", Database(stdb::testing::wasm("/nowhere/at/all.wasm")));
  EXPECT_SAYS("is refused", Database(stdb::testing::wasm("/proc/self/exe")));
  const stdb::testing::Options unknown{.environment = {{"no name", "x"}}};
  EXPECT_SAYS("the module cannot be published: environment: invalid name", Database(unknown));
}

TEST(Wasm, OfAnotherModuleIsNotTakenForThisOne) {
  if (*wasm_file() == '\0') {
    EXPECT_FALSE(Database().is_wasm()) << "natively there is no file to take";
    return;
  }
  Database direct{stdb::testing::wasm(wasm_file())};
  EXPECT_TRUE(direct.is_wasm());
  EXPECT_EQ(direct.call(open_account{.name = "a"}), stdb::Ok());
  EXPECT_FALSE(Database(empty_module).is_wasm()) << "a module that is named is what it is";
  const std::string path = wasm_file();
  setenv("STDB_TEST_WASM", STDB_OTHER_WASM, 1);
  EXPECT_SAYS("describes another module than the one that this test was built with", Database());
  setenv("STDB_TEST_WASM", path.c_str(), 1);
}

TEST(Databases, DoNotMeet) {
  Database one;
  Database other;
  one.call(open_account{.name = "a"}).expect_ok();
  EXPECT_EQ(other[account].count(), 0u);
  EXPECT_EQ(other.call(open_account{.name = "a"}), stdb::Ok());
}

TEST(Databases, OutliveTheirHandles) {
  auto accounts = [] {
    Database db;
    db.seed(account, {.name = "a"});
    return db[account];
  }();
  EXPECT_EQ(accounts.count(), 1u) << "and the other way round";
}

TEST(Databases, LiveInThreads) {
  std::vector<std::thread> threads;
  std::vector<std::uint64_t> counts(4);
  for (std::uint64_t& count : counts) {
    threads.emplace_back([&count] {
      for (int round = 0; round < 10; ++round) {
        Database db;
        for (int i = 0; i < 10; ++i) db.call(open_account{.name = std::to_string(i)}).expect_ok();
        if (!db.call(break_down{}).is_trap()) return;
        count += db[account].count();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counts, std::vector<std::uint64_t>(4, 100));
}

}  // namespace
