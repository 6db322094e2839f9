// tests/unit/testing/bank_test.cpp: a test of a module as its author writes it, run natively and of the wasm: calls,
// clients, tables, views, procedures, handlers, time.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <stdb/testing.hpp>

#include "bank.hpp"

namespace {

using namespace bank;
using namespace std::chrono_literals;
using stdb::col;
using stdb::testing::Database;
using stdb::testing::Rows;

std::string printed(const auto& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

TEST(Calls, AreOkOrErrorsOrTraps) {
  Database db;
  const auto opened = db.call(open_account{.name = "Ann", .kind = Kind::gold});
  EXPECT_EQ(opened, stdb::Ok());
  EXPECT_TRUE(opened.is_ok() && opened);
  EXPECT_EQ(opened.function(), "open_account");
  EXPECT_EQ(opened.error(), "");
  EXPECT_EQ(opened.logs().messages(), std::vector<std::string>{"opened 1 for Ann"});
  EXPECT_EQ(opened.fuel() > 0, db.is_wasm());

  const auto taken = db.call(open_account{.name = "Ann"});
  EXPECT_EQ(taken, stdb::Err("that name is taken"));
  EXPECT_FALSE(taken == stdb::Ok());
  EXPECT_FALSE(taken == stdb::Err("another text"));
  EXPECT_TRUE(taken.is_err() && !taken.is_trap() && !taken.is_refused());

  const auto trapped = db.call(break_down{});
  EXPECT_TRUE(trapped.is_trap() && !trapped.is_err());
  EXPECT_FALSE(trapped == stdb::Ok());
  EXPECT_NE(trapped.trap(), "");
  EXPECT_EQ(trapped.error(), "The instance encountered a fatal error.");
  EXPECT_TRUE(trapped.logs().at(stdb::testing::LogLevel::panic).contains("broken down")) << trapped;
  EXPECT_EQ(db[event].where([](const Event& one) { return one.what == "never seen"; }).count(), 0u);
  EXPECT_EQ(db.call(open_account{.name = "Bob"}), stdb::Ok()) << "after a trap all goes on";
}

TEST(Calls, TellWhatTheyQueued) {
  Database db;
  db.seed(account, {.name = "Ann"});
  const auto call = db.call(deposit_later{.id = 1});
  ASSERT_EQ(call.queued().size(), 1u);
  EXPECT_EQ(call.queued()[0].function(), "deposit");
  EXPECT_EQ(db[account].rows().front().balance, 7);
}

TEST(Calls, OfPrivateReducersAreRefused) {
  Database db;
  EXPECT_EQ(db.call(owner_only{}), stdb::Ok()) << "the database itself calls as its owner";
  const auto refused = db.as("Ann").call(owner_only{});
  EXPECT_TRUE(refused.is_refused() && !refused.is_err() && !refused.is_ok());
  EXPECT_NE(refused.error().find("is private"), std::string::npos) << refused;
  EXPECT_TRUE(db.call(on_start{}).is_refused()) << "nobody calls a reducer of the lifecycle";
}

TEST(Clients, HaveIdentitiesAndConnections) {
  Database db;
  const auto ann = db.as("Ann");
  const auto bob = db.as(*stdb::Identity::from_hex("c2" + std::string(62, '7')));
  EXPECT_FALSE(ann.is_connected());
  EXPECT_EQ(ann.connect(), stdb::Ok());
  EXPECT_TRUE(db.as("Ann").is_connected()) << "handles of one user share the connection";
  EXPECT_EQ(bob.connect(), stdb::Ok());
  EXPECT_NE(ann.connection_id(), bob.connection_id());
  ann.call(open_account{.name = "a"}).expect_ok();
  bob.call(open_account{.name = "b"}).expect_ok();
  EXPECT_EQ(db[account].by(col<&Account::owner>).filter(ann.identity()).front().name, "a");

  const auto phone = ann.another();
  EXPECT_EQ(phone.identity(), ann.identity());
  EXPECT_EQ(phone.connect(), stdb::Ok());
  EXPECT_NE(phone.connection_id(), ann.connection_id());
  EXPECT_EQ(ann.disconnect(), stdb::Ok());
  EXPECT_TRUE(phone.is_connected() && !ann.is_connected());
  EXPECT_EQ(db[event].where([&](const Event& one) { return one.who == ann.identity(); }).count(), 3u);
}

TEST(Clients, CanBeTurnedAway) {
  Database db;
  const auto ann = db.as("Ann");
  for (const char* name : {"a", "b", "c"}) ann.call(open_account{.name = name}).expect_ok();
  EXPECT_EQ(ann.connect(), stdb::Err("too many accounts"));
  EXPECT_FALSE(ann.is_connected());
}

TEST(Clients, BringClaims) {
  Database db(stdb::testing::Options{.environment = {{"BRANCH", "north"}}});
  const auto ann = db.jwt({.subject = "ann", .issuer = "https://id.example.org", .more = R"("role": "teller")"});
  EXPECT_EQ(ann.identity(), stdb::Identity::from_claims("https://id.example.org", "ann"));
  ann.connect().expect_ok();
  const auto call = ann.call(who_am_i{});
  EXPECT_TRUE(call.logs().contains("ann of https://id.example.org: teller")) << call;
  EXPECT_TRUE(call.logs().contains("branch north")) << call;
  ann.claims(R"({"iss": "x", "sub": "y"})");
  EXPECT_TRUE(ann.call(who_am_i{}).logs().contains("y of x: no role"));
  db.set_env("BRANCH", std::nullopt);
  EXPECT_TRUE(db.as("nobody").call(who_am_i{}).logs().contains("branch unknown"));
  EXPECT_TRUE(db.logs().contains("teller") && db.logs().contains("nobody")) << "the database keeps the logs of all";
  db.clear_logs();
  EXPECT_TRUE(db.logs().empty());
}

TEST(Seeding, GoesPastTheReducersButNotPastTheTable) {
  Database db;
  const Account ann = db.seed(account, {.name = "Ann", .balance = 5});
  EXPECT_EQ(ann.id, 1u) << "auto_inc";
  const Rows<Account> two = db.seed(account, Account{.name = "Bob"}, Account{.id = 70, .name = "Cid"});
  EXPECT_EQ(two[0].id, 2u);
  EXPECT_EQ(two[1].id, 70u);
  db.seed(account, {{.name = "Dan"}, {.name = "Eve"}});
  db.seed(account, std::vector<Account>(1, Account{.name = "Fay"}));
  EXPECT_EQ(db[account].count(), 6u);
  EXPECT_THROW(db.seed(account, Account{.name = "Gil"}, Account{.name = "Ann"}), stdb::testing::Misuse);
  EXPECT_EQ(db[account].count(), 6u) << "all of them or none";
  EXPECT_EQ(db.call(open_account{.name = "Hal"}), stdb::Ok()) << "the module goes on where the seeds end";
  db.seed(vault::coin, {.worth = 3});
  EXPECT_EQ(db[vault::coin].rows().front().worth, 3u);
}

TEST(Tables, AreReadByTheirIndexes) {
  Database db;
  db.seed(account, {{.name = "a", .kind = Kind::gold, .balance = 30},
                    {.name = "b", .kind = Kind::plain, .balance = 20},
                    {.name = "c", .kind = Kind::gold, .balance = 10},
                    {.name = "d", .kind = Kind::plain, .balance = 40}});
  const auto accounts = db[account];
  EXPECT_EQ(accounts.by(col<&Account::id>).find(2)->name, "b");
  EXPECT_EQ(accounts.by(col<&Account::name>).find("c")->id, 3u);
  EXPECT_EQ(accounts.by(col<&Account::id>).find(9), std::nullopt);
  const auto by_kind = accounts.by(col<&Account::kind>, col<&Account::balance>);
  const auto names = [](const Rows<Account>& rows) {
    std::string all;
    for (const Account& one : rows) all += one.name;
    return all;
  };
  EXPECT_EQ(names(by_kind.filter(Kind::gold)), "ca") << "in the index's order";
  EXPECT_EQ(names(by_kind.filter(Kind::gold, 30)), "a");
  EXPECT_EQ(names(by_kind.filter(Kind::plain, stdb::between(20, 40))), "bd");
  EXPECT_EQ(names(by_kind.filter(Kind::plain, stdb::greater_than(20))), "d");
  EXPECT_EQ(names(by_kind.filter(Kind::plain, stdb::less_than(40))), "b");
  EXPECT_EQ(names(by_kind.filter(stdb::at_most(Kind::plain))), "bd");
  EXPECT_EQ(names(by_kind.filter(stdb::at_least(Kind::gold))), "ca");
  EXPECT_EQ(names(accounts.by(col<&Account::name>).filter(stdb::at_least("b"))), "bcd");
  EXPECT_EQ(names(accounts.where([](const Account& one) { return one.balance > 25; })), "ad");
  db.seed(tag, {{.text = "x", .weight = 1.5}, {.text = "y"}});
  EXPECT_EQ(db[tag].by(col<&Tag::text>).filter("x").count(), 1u);
}

TEST(EventTables, ShowWhatWasCommitted) {
  Database db;
  EXPECT_TRUE(db[notice].events().empty());
  EXPECT_EQ(db.call(announce{.texts = {"a", "b", "a"}, .amount = 1}), stdb::Ok());
  EXPECT_EQ(db[notice].events(), Rows({Notice{.text = "a", .amount = 1}, Notice{.text = "b", .amount = 1}}));
  EXPECT_EQ(db.call(announce{.texts = {"never"}, .amount = -1}), stdb::Err("nothing to announce"));
  EXPECT_EQ(db[notice].events().count(), 2u);
  EXPECT_EQ(db.call(announce{.texts = {"a"}, .amount = 1}), stdb::Ok()) << "the same row is another event";
  ASSERT_EQ(db[notice].events().count(), 3u);
  EXPECT_EQ(db[notice].events()[2].text, "a");
  db.clear_events();
  EXPECT_TRUE(db[notice].events().empty());
  db.seed(notice, {.text = "seeded"});
  EXPECT_EQ(db[notice].events(), Rows({Notice{.text = "seeded"}}));
  EXPECT_TRUE(db.query<Notice>("SELECT * FROM notice").empty());
}

TEST(Tables, CompareAsSetsOfRows) {
  Database db;
  const Tag a{.text = "a", .weight = 0.5, .data = {}};
  const Tag b{.text = "b", .weight = 0.0, .data = {{1, 2}}};
  db.seed(tag, {a, b});
  EXPECT_EQ(db[tag].rows(), Rows({b, a}));
  EXPECT_FALSE(db[tag].rows() == Rows({a}));
  EXPECT_FALSE(db[tag].rows() == Rows({a, a}));
  EXPECT_EQ(db[tag].rows().where([](const Tag& one) { return one.weight > 0; }), std::vector<Tag>{a});
  db.seed(account, {.name = "Ann"});
  EXPECT_EQ(db[account].by(col<&Account::name>).find("Ann"), (Account{.id = 1, .name = "Ann"}));
  EXPECT_FALSE(db[account].by(col<&Account::name>).find("Ann") == (Account{.id = 2, .name = "Ann"}));
}

TEST(Views, ShowRowsToTheirReaders) {
  Database db;
  const auto ann = db.as("Ann");
  ann.call(open_account{.name = "a"}).expect_ok();
  db.as("Bob").call(open_account{.name = "b"}).expect_ok();
  EXPECT_EQ(ann.view<my_accounts>().rows().front().name, "a");
  EXPECT_EQ(ann.view(my_accounts{}).count(), 1u);
  EXPECT_EQ(db.view<my_accounts>(), Rows<Account>());
  db.call(deposit{.id = 2, .amount = 100}).expect_ok();
  const auto rich = db.view<rich_accounts>();
  EXPECT_EQ(rich, db[account].where([](const Account& one) { return one.name == "b"; }));
  EXPECT_NE(rich.query()->find("SELECT"), std::string::npos);
  const auto broken = db.view<broken_view>();
  EXPECT_TRUE(broken.is_trap());
  EXPECT_THROW(static_cast<void>(broken.rows()), stdb::testing::Misuse);
}

TEST(Queries, AreAskedAsClientsAskThem) {
  Database db;
  db.seed(account, {{.name = "a", .balance = 3}, {.name = "b", .balance = 4}});
  EXPECT_EQ(db.query<Account>("SELECT * FROM account WHERE balance > 3").front().name, "b");
  EXPECT_EQ(db.as("Ann").query<Account>("SELECT * FROM account"), db[account].rows());
  EXPECT_EQ(db.query<Event>("SELECT * FROM event"), db[event].rows());
  EXPECT_THROW(static_cast<void>(db.as("Ann").query<Event>("SELECT * FROM event")), stdb::testing::Misuse)
      << "a private table";
  EXPECT_THROW(static_cast<void>(db.query<Account>("SELECT what")), stdb::testing::Misuse);
}

TEST(Saving, KeepsWhatATestHasLeft) {
  const std::string path = testing::TempDir() + (Database().is_wasm() ? "bank.wasm.data" : "bank.data");
  {
    Database db;
    db.seed(account, {{.name = "a", .balance = 3}, {.id = 9, .name = "b"}});
    db.seed(payday, {.at = stdb::ScheduleAt::interval(stdb::TimeDuration::from_seconds(2)), .amount = 10});
    db.save(path);
  }
  Database later(stdb::testing::Options{.data = path});
  EXPECT_EQ(later[account].by(col<&Account::id>).find(9)->name, "b");
  EXPECT_EQ(later[event].count(), 1u) << "init has not run again";
  EXPECT_EQ(later.advance(2s).count<pay_interest>(), 1u);
  EXPECT_EQ(later.call(open_account{.name = "c"}), stdb::Ok());
  EXPECT_THROW(later.save("/nowhere/at/all"), stdb::testing::Misuse);
  EXPECT_THROW(Database(stdb::testing::Options{.data = "/nowhere/at/all"}), stdb::testing::Misuse);
}

TEST(Procedures, ReturnValues) {
  Database db;
  db.seed(account, {{.name = "a", .balance = 3}, {.name = "b", .balance = 4}});
  EXPECT_EQ(db.call(total{}).value(), 7);
  EXPECT_EQ(db.call(total{}), std::int64_t{7});
  EXPECT_EQ(db.call(total{}), stdb::Ok());
  const auto trapped = db.call(panic_now{});
  EXPECT_TRUE(trapped.is_trap());
  EXPECT_THROW(static_cast<void>(trapped.value()), stdb::testing::Misuse);
}

TEST(Procedures, AskTheTestForAnswers) {
  Database db;
  EXPECT_EQ(db.call(exchange{.amount = 5}).value(),
            (stdb::Result<std::string, std::string>(stdb::Err("the test has no http_client"))));
  std::string asked;
  db.http_client([&](const stdb::testing::HttpRequest& request) {
    asked = request.uri;
    return stdb::testing::HttpResponse{.code = 200, .headers = {}, .body = "4.20"};
  });
  db.seed(account, {.name = "a"});
  db.seed(payday, {.at = stdb::ScheduleAt::time(db.now() + stdb::TimeDuration::from_millis(500)), .amount = 1});
  const stdb::Timestamp before = db.now();
  const auto call = db.call(exchange{.amount = 5});
  EXPECT_EQ(call.value().value(), "4.20");
  EXPECT_EQ(asked, "https://rates.example.com/?amount=5");
  EXPECT_EQ(db.now() - before, stdb::TimeDuration::from_seconds(1)) << "it has slept";
  ASSERT_EQ(call.meanwhile().size(), 1u) << "and a schedule fell due meanwhile";
  EXPECT_EQ(call.meanwhile()[0].function(), "pay_interest");
}

TEST(Handlers, AnswerRequests) {
  Database db;
  const auto answer = db.http("POST", "/greet?x=1", "hello", {{"Kind", "test"}});
  EXPECT_EQ(answer.code(), 202);
  EXPECT_NE(answer.body().find("/greet?x=1 hello"), std::string::npos) << answer;
  EXPECT_EQ(answer.header("x-kind"), "test");
  EXPECT_EQ(answer.header("other"), "");
  EXPECT_TRUE(answer.is_routed());
  const auto lost = db.http("GET", "/nowhere");
  EXPECT_EQ(lost.code(), 404);
  EXPECT_FALSE(lost.is_routed());
  EXPECT_TRUE(db.as("Ann").http("GET", "/greet", "panic").is_trap());
}

TEST(Time, StandsStillUntilItIsMoved) {
  Database db;
  EXPECT_EQ(db.now().to_iso_string(), "2026-01-01T00:00:00+00:00");
  db.seed(account, {.name = "a"});
  db.seed(payday, {.at = stdb::ScheduleAt::interval(stdb::TimeDuration::from_seconds(2)), .amount = 10});
  EXPECT_TRUE(db.advance(1s).empty());
  const auto calls = db.advance(4s);
  EXPECT_EQ(calls.size(), 2u) << calls;
  EXPECT_EQ(calls.count<pay_interest>(), 2u);
  EXPECT_TRUE(calls.are_ok());
  EXPECT_EQ(db[account].rows().front().balance, 20);
  EXPECT_EQ(db[event].where([](const Event& one) { return one.what == "interest"; })[1].at,
            db.now() - stdb::TimeDuration::from_seconds(1));
  db.seed(payday, {.at = stdb::ScheduleAt::time(db.now()), .amount = -1});
  const auto failing = db.advance(0s);
  EXPECT_FALSE(failing.are_ok());
  EXPECT_EQ(failing[0], stdb::Err("no interest to pay"));
}

TEST(Submodules, AreCalledWithin) {
  Database db;
  EXPECT_EQ(db.within("vault").call(vault::put_in{.worth = 5}), stdb::Ok());
  EXPECT_EQ(db.as("Ann").within("vault").call(vault::put_in{.worth = 6}), stdb::Ok());
  EXPECT_EQ(db[vault::coin].rows(), Rows({vault::Coin{5}, vault::Coin{6}}));
}

TEST(Init, HasRun) {
  Database db;
  EXPECT_TRUE(db.logs().contains("the bank is open"));
  EXPECT_EQ(db[event].rows().front().what, "start");
  EXPECT_EQ(printed(db.logs()), "  info  the bank is open  (bank.cpp:75)");
}

}  // namespace
