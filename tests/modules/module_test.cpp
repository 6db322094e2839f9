// tests/modules/module_test.cpp: the official module that tries a little of everything.
#include <stdb/module.hpp>

using stdb::between;
using stdb::col;
using stdb::Err;
using stdb::Ok;
using stdb::ProcedureContext;
using stdb::ReducerContext;
using stdb::ReducerResult;
using stdb::ScheduleAt;
using stdb::TimeDuration;
using stdb::log::info;

struct Person {
  std::uint32_t id;
  std::string name;
  std::uint8_t age;
};
inline constexpr stdb::table<Person, "person", stdb::is_public, stdb::primary_key<&Person::id>,
                             stdb::auto_inc<&Person::id>, stdb::btree<&Person::age>>
    person;
struct RemoveTable {
  std::uint32_t id;
};
inline constexpr stdb::table<RemoveTable, "table_to_remove"> table_to_remove;
struct TestA {
  std::uint32_t x, y;
  std::string z;
};
inline constexpr stdb::table<TestA, "test_a", stdb::btree<"foo", &TestA::x>> test_a;
struct TestB {
  std::string foo;
};
enum class TestC : std::uint8_t { Foo, Bar };
template <>
inline constexpr std::string_view stdb::wire_name<TestC> = "Namespace.TestC";
struct TestD {
  std::optional<TestC> test_c;
  std::optional<std::vector<TestC>> test_c_nested;
};
inline constexpr stdb::table<TestD, "test_d", stdb::is_public, stdb::default_value<&TestD::test_c, TestC::Foo>> test_d;
struct TestE {
  std::uint64_t id;
  std::string name;
};
inline constexpr stdb::table<TestE, "test_e", stdb::primary_key<&TestE::id>, stdb::auto_inc<&TestE::id>,
                             stdb::btree<&TestE::name>>
    test_e;
struct Baz {
  std::string field;
};
struct FoobarCases {
  struct Baz Baz;
  stdb::Unit Bar;
  std::uint32_t Har;
};
struct Foobar : stdb::Sum<FoobarCases> {};
struct TestFoobar {
  Foobar field;
};
inline constexpr stdb::table<TestFoobar, "test_f", stdb::is_public> test_f;
struct TestFCases {
  stdb::Unit Foo, Bar;
  std::string Baz;
};
struct TestF : stdb::Sum<TestFCases> {};
template <>
inline constexpr std::string_view stdb::wire_name<TestF> = "Namespace.TestF";
struct PrivateTable {
  std::string name;
};
inline constexpr stdb::table<PrivateTable, "private_table"> private_table;
struct Point {
  std::int64_t x, y;
};
inline constexpr stdb::table<Point, "points", stdb::btree<"multi_column_index", &Point::x, &Point::y>> points;
struct PkMultiIdentity {
  std::uint32_t id, other;
};
inline constexpr stdb::table<PkMultiIdentity, "pk_multi_identity", stdb::primary_key<&PkMultiIdentity::id>,
                             stdb::unique<&PkMultiIdentity::other>, stdb::auto_inc<&PkMultiIdentity::other>>
    pk_multi_identity;
struct HasSpecialStuff {
  stdb::Identity identity;
  stdb::ConnectionId connection_id;
};
inline constexpr stdb::table<HasSpecialStuff, "has_special_stuff"> has_special_stuff;

template <class Row, stdb::FixedString Name, class Target>
using timer = stdb::table<Row, Name, stdb::primary_key<&Row::scheduled_id>, stdb::auto_inc<&Row::scheduled_id>,
                          stdb::scheduled<&Row::scheduled_at, Target>>;
struct RepeatingTestArg {
  std::uint64_t scheduled_id;
  ScheduleAt scheduled_at;
  stdb::Timestamp prev_time;
};
inline constexpr timer<RepeatingTestArg, "repeating_test_arg", struct repeating_test> repeating_test_arg;
struct NonrepeatingTestArg {
  std::uint64_t scheduled_id;
  ScheduleAt scheduled_at;
  stdb::Timestamp prev_time;
};
inline constexpr timer<NonrepeatingTestArg, "nonrepeating_test_arg", struct nonrepeating_test> nonrepeating_test_arg;

// One row type in two tables.
struct Player {
  stdb::Identity identity;
  std::uint64_t player_id;
  std::string name;
};
template <stdb::FixedString Name>
using players =
    stdb::table<Player, Name, stdb::is_public, stdb::primary_key<&Player::identity>, stdb::unique<&Player::player_id>,
                stdb::auto_inc<&Player::player_id>, stdb::unique<&Player::name>>;
inline constexpr players<"player"> player;
inline constexpr players<"logged_out_player"> logged_out_player;

struct my_player {
  std::optional<Player> operator()(const stdb::ViewContext& ctx) const {
    return ctx.db[player].by(col<&Player::identity>).find(ctx.sender());
  }
};

struct init {
  void operator()(ReducerContext& ctx) const {
    const auto second = TimeDuration::from_seconds(1);
    ctx.db[repeating_test_arg].insert({0, ScheduleAt::interval(second), ctx.timestamp()});
    ctx.db[nonrepeating_test_arg].insert({1, ScheduleAt::time(ctx.timestamp() + second), ctx.timestamp()});
  }
};
struct client_connected {
  void operator()(ReducerContext&) const {}
};
struct repeating_test {
  RepeatingTestArg arg;
  void operator()(ReducerContext& ctx) const {
    const TimeDuration delta = ctx.timestamp() - arg.prev_time;
    stdb::log::trace("Timestamp: {}, Delta time: {} us", ctx.timestamp(), delta.micros);
  }
};
struct nonrepeating_test {
  NonrepeatingTestArg arg;
  void operator()(ReducerContext& ctx) const {
    const TimeDuration delta = ctx.timestamp() - arg.prev_time;
    stdb::log::trace("This runs only once, at Timestamp: {}, Delta time: {} us", ctx.timestamp(), delta.micros);
  }
};

struct add {
  std::string name;
  std::uint8_t age;
  void operator()(ReducerContext& ctx) const { ctx.db[person].insert({0, name, age}); }
};
// In the transaction of a reducer or of a procedure.
void greet(auto& ctx) {
  for (const Person& one : ctx.db[person].rows()) info("Hello, {}!", one.name);
  info("Hello, World!");
}
struct say_hello {
  void operator()(ReducerContext& ctx) const { greet(ctx); }
};
struct list_over_age {
  std::uint8_t age;
  void operator()(ReducerContext& ctx) const {
    for (const Person& one : ctx.db[person].by(col<&Person::age>).filter(stdb::at_least(age))) {
      info("{} has age {} >= {}", one.name, one.age, age);
    }
  }
};
struct log_module_identity {
  void operator()(ReducerContext& ctx) const { info("Module identity: {}", ctx.database_identity()); }
};

struct test {
  TestA arg;
  TestB arg2;
  TestC arg3;
  TestF arg4;
  void operator()(ReducerContext& ctx) const {
    info("BEGIN");
    info("sender: {}", ctx.sender());
    info("timestamp: {}", ctx.timestamp());
    info("bar: {}", arg2.foo);
    info("{}", arg3 == TestC::Foo ? "Foo" : "Bar");
    const std::string* const baz = arg4.get_if<&TestFCases::Baz>();
    info("{}", baz != nullptr ? *baz : arg4.is<&TestFCases::Foo>() ? "Foo" : "Bar");
    erase_some_of_many(ctx);
    info("MultiColumn");
    for (std::int64_t i = 0; i < 1000; ++i) ctx.db[points].insert({i + arg.x, i + arg.y});
    std::uint64_t found = 0;
    for (const Point& one : ctx.db[points].rows()) found += one.x >= 0 && one.y <= 200 ? 1u : 0u;
    info("Row count filtered by multi-column condition: {}", found);
    info("END");
  }

  void erase_some_of_many(ReducerContext& ctx) const {
    const auto rows = ctx.db[test_a];
    for (std::uint32_t i = 0; i < 1000; ++i) rows.insert({i + arg.x, i + arg.y, "Yo"});
    const std::uint64_t before = rows.count();
    info("Row count before delete: {}", before);
    std::uint64_t erased = 0;
    for (std::uint32_t x = 5; x < 10; ++x) erased += rows.by(col<&TestA::x>).erase(x);
    const std::uint64_t after = rows.count();
    if (before != after + erased) stdb::log::error("Of {} rows {} were erased, and {} are left", before, erased, after);
    const auto tyler = ctx.db[test_e].try_insert({0, "Tyler"});
    if (tyler.is_ok()) info("Inserted: {} {}", tyler.value().id, tyler.value().name);
    if (tyler.is_err()) info("Error: {}", text_of(tyler.error()));
    info("Row count after delete: {}", after);
    info("Row count filtered by condition: {}", rows.count());
  }
};

struct add_player {
  std::string name;
  ReducerResult operator()(ReducerContext& ctx) const {
    const auto by_id = ctx.db[test_e].by(col<&TestE::id>);
    auto put = by_id.try_insert_or_update({0, name});                // inserts, with a new id
    if (put.is_ok()) put = by_id.try_insert_or_update(put.value());  // changes nothing
    if (put.is_err()) return Err(text_of(put.error()));
    return Ok();
  }
};
struct delete_player {
  std::uint64_t id;
  ReducerResult operator()(ReducerContext& ctx) const {
    if (ctx.db[test_e].by(col<&TestE::id>).erase(id) == 0) return Err(stdb::format("No TestE row with id {}", id));
    return Ok();
  }
};
struct delete_players_by_name {
  std::string name;
  ReducerResult operator()(ReducerContext& ctx) const {
    const auto erased = ctx.db[test_e].by(col<&TestE::name>).erase(name);
    if (erased == 0) return Err(stdb::format("No TestE row with name \"{}\"", name));
    info("Deleted {} player(s) with name \"{}\"", erased, name);
    return Ok();
  }
};
struct add_private {
  std::string name;
  void operator()(ReducerContext& ctx) const { ctx.db[private_table].insert({name}); }
};
struct query_private {
  void operator()(ReducerContext& ctx) const {
    for (const PrivateTable& one : ctx.db[private_table].rows()) info("Private, {}!", one.name);
    info("Private, World!");
  }
};

// Every way to ask an index; what matters is that it compiles.
struct test_btree_index_args {
  void operator()(ReducerContext& ctx) const {
    const std::string string = "String";
    const auto by_name = ctx.db[test_e].by(col<&TestE::name>);
    (void)by_name.filter(string);
    (void)by_name.filter("str");
    by_name.erase(string);
    by_name.erase("str");
    const auto by_xy = ctx.db[points].by(col<&Point::x>, col<&Point::y>);
    const std::int64_t low = 0, high = 3;
    (void)by_xy.filter(0);
    (void)by_xy.filter(low);
    (void)by_xy.filter(between(0, 3));
    (void)by_xy.filter(between(low, high));
    (void)by_xy.filter(stdb::at_least(0));
    (void)by_xy.filter(stdb::greater_than(0));
    (void)by_xy.filter(stdb::less_than(3));
    (void)by_xy.filter(stdb::at_most(3));
    (void)by_xy.filter(0, 1);
    (void)by_xy.filter(low, high);
    (void)by_xy.filter(0, between(1, 3));
    (void)by_xy.filter(low, stdb::less_than(high));
  }
};
struct assert_caller_identity_is_module_identity {
  void operator()(ReducerContext& ctx) const {
    const stdb::Identity owner = ctx.database_identity();
    if (ctx.sender() != owner) {
      stdb::panic(stdb::format("Caller {} is not the owner {}", ctx.sender(), owner));
    }
    info("Called by the owner {}", owner);
  }
};

struct sleep_one_second {
  void operator()(ProcedureContext& ctx) const {
    const stdb::Timestamp before = ctx.timestamp();
    const stdb::Timestamp after = ctx.sleep_until(before + TimeDuration::from_seconds(1));
    info("Slept from {} to {}, a total of {} us", before, after, (after - before).micros);
  }
};
struct return_value {
  std::uint64_t foo;
  Baz operator()(ProcedureContext&) const { return {stdb::format("{}", foo)}; }
};
struct with_tx {
  void operator()(ProcedureContext& ctx) const {
    ctx.with_tx([](stdb::TransactionContext& tx) { greet(tx); });
  }
};
struct get_my_schema_via_http {
  std::string operator()(ProcedureContext& ctx) const {
    const auto answer =
        ctx.http.get(stdb::format("http://localhost:3000/v1/database/{}/schema?version=9", ctx.database_identity()));
    return answer.is_ok() ? answer.value().body : answer.error().text;
  }
};
struct get_simple {
  stdb::http::Response operator()(stdb::HandlerContext&, const stdb::http::Request&) const { return {.body = "ok"}; }
};

constinit const stdb::Module stdb::module = stdb::define<
    stdb::tables<person, table_to_remove, test_a, test_d, test_e, test_f, private_table, points, pk_multi_identity,
                 repeating_test_arg, nonrepeating_test_arg, has_special_stuff, player, logged_out_player>,
    stdb::on_init<init>, stdb::on_connect<client_connected>, stdb::views<my_player>,
    stdb::reducers<repeating_test, nonrepeating_test, add, say_hello, list_over_age, log_module_identity, test,
                   add_player, delete_player, delete_players_by_name, add_private, query_private, test_btree_index_args,
                   assert_caller_identity_is_module_identity>,
    stdb::procedures<sleep_one_second, return_value, with_tx, get_my_schema_via_http>,
    stdb::routes<stdb::http::get<"/get", get_simple>>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
