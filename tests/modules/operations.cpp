// tests/modules/operations.cpp: a module whose reducers try every operation of a table and say themselves what went
// wrong.
#include "operations_schema.hpp"

#include <algorithm>
#include <span>
#include <stdb/module.hpp>

#include "check.hpp"

using namespace operations;
using stdb::col;
using stdb::Err;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

namespace {

std::vector<std::int64_t> points_of(stdb::Rows<Score> rows) {
  std::vector<std::int64_t> points;
  for (const Score& one : rows) points.push_back(one.points);
  std::sort(points.begin(), points.end());
  return points;
}

using Points = std::vector<std::int64_t>;

}  // namespace

struct start {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[person].insert({.name = "Init", .age = 99});
    stdb::log::info("started");
    return Ok();
  }
};

struct came {
  ReducerResult operator()(ReducerContext& ctx) const {
    stdb::log::debug("came {}", ctx.connection_id().has_value());
    return Ok();
  }
};

struct went {
  ReducerResult operator()(ReducerContext&) const {
    stdb::log::debug("went");
    return Ok();
  }
};

// Generated ids come back, differ, and are found again.
struct insert_and_find {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto people = ctx.db[person];
    const std::uint64_t before = people.count();
    const Person ann = people.insert({.name = "Ann", .age = 30});
    const Person bob = people.insert({.name = "Bob", .age = 5});
    check(ann.id != 0 && bob.id > ann.id, "ids are generated and grow");
    check(people.count() == before + 2, "count grows by two");
    const auto found = people.by(col<&Person::id>).find(ann.id);
    check(found && found->name == "Ann" && found->age == 30, "Ann is found by her id");
    check(!people.by(col<&Person::id>).find(1'000'000), "nobody has the id 1000000");
    const Person said = people.insert({.id = 500'000, .name = "Said", .age = 1});
    check(said.id == 500'000, "a given id is kept");
    return check.result();
  }
};

struct unique_values {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto accounts = ctx.db[account];
    accounts.insert({"ann@example.org", {1}, 10});
    const auto same_email = accounts.try_insert({"ann@example.org", {2}, 0});
    check(same_email.is_err() && same_email.error() == stdb::InsertError::unique_already_exists, "an email is unique");
    check(accounts.try_insert({"bob@example.org", {1}, 0}).is_err(), "an owner is unique");
    check(accounts.try_insert({"ann@example.org", {1}, 10}).is_ok(), "the very same row is there already");
    check(accounts.count() == 1, "one account is left");
    const auto ann = accounts.by(col<&Account::email>).find("ann@example.org");
    check(ann && ann->balance == 10, "found by text");
    check(accounts.by(col<&Account::owner>).find(stdb::Identity{1}).has_value(), "found by identity");
    return check.result();
  }
};

struct update_and_erase {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto accounts = ctx.db[account];
    const auto by_email = accounts.by(col<&Account::email>);
    by_email.update({"ann@example.org", {1}, 25});
    check(by_email.find("ann@example.org")->balance == 25, "updated by email");
    accounts.by(col<&Account::owner>).update({"anna@example.org", {1}, 26});
    check(!by_email.find("ann@example.org") && by_email.find("anna@example.org"), "updated by owner");
    check(by_email.erase("nobody@example.org") == 0, "nothing to erase");
    check(by_email.erase("anna@example.org") == 1, "one erased");
    check(accounts.count() == 0, "none is left");
    const Account row = accounts.insert({"x@example.org", {3}, 1});
    check(accounts.erase(row), "erased by value");
    check(!accounts.erase(row), "not erased twice");
    return check.result();
  }
};

struct ranges {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto scores = ctx.db[score];
    for (std::int64_t points = 1; points <= 5; ++points) {
      scores.insert({1, 1, points, "a"});
      scores.insert({1, static_cast<std::int16_t>(-points), points * 10, "b"});
      scores.insert({2, 1, points * 100, "c"});
    }
    const auto by = scores.by(col<&Score::game>, col<&Score::level>, col<&Score::points>);
    check(by.filter(1, 1, 3).count() == 1, "a whole key");
    check(points_of(by.filter(1, 1)) == Points({1, 2, 3, 4, 5}), "two of three columns");
    check(by.filter(1).count() == 10, "one of three columns");
    check(points_of(by.filter(1, 1, stdb::between(2, 4))) == Points({2, 3, 4}), "a range of the last column");
    check(points_of(by.filter(1, 1, stdb::greater_than(3))) == Points({4, 5}), "greater");
    check(points_of(by.filter(1, 1, stdb::at_least(3))) == Points({3, 4, 5}), "at least");
    check(points_of(by.filter(1, 1, stdb::less_than(3))) == Points({1, 2}), "less");
    check(points_of(by.filter(1, 1, stdb::at_most(3))) == Points({1, 2, 3}), "at most");
    check(points_of(by.filter(1, stdb::between(-2, 0))) == Points({10, 20}), "a range of the middle column");
    check(points_of(by.filter(1, stdb::less_than(-4))) == Points({50}), "an excluded bound of the middle column");
    check(by.filter(1, stdb::greater_than(32767)).count() == 0, "nothing is greater than the greatest");
    check(by.filter(stdb::greater_than(1)).count() == 5, "a range of the first column");
    check(by.erase(2, 1, stdb::at_least(400)) == 2, "two erased by range");
    check(by.erase(2) == 3, "three erased by the first column");
    check(scores.count() == 10, "ten are left");
    return check.result();
  }
};

// A scan is a snapshot; scans may be nested; what is not read to the end is closed.
struct scans {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto cells = ctx.db[cell];
    for (std::int32_t x = 0; x < 100; ++x) cells.insert({x, -x});
    cells.insert({1, -1});
    check(cells.count() == 100, "equal rows are one");
    std::uint32_t seen = 0;
    for (const Cell& one : cells.rows()) {
      cells.insert({one.x + 1000, one.y});
      ++seen;
    }
    check(seen == 100 && cells.count() == 200, "rows inserted during a scan are not seen by it");
    std::uint32_t pairs = 0;
    for (const Cell& outer : cells.rows()) {
      if (outer.x >= 3) continue;
      for (const Cell& inner : cells.rows()) pairs += inner.y == outer.y ? 1u : 0u;
    }
    check(pairs == 6, "nested scans");
    for (int i = 0; i < 10; ++i) check(cells.rows().next().has_value(), "the first of many rows");
    const std::vector<Cell> some = {{0, 0}, {1, -1}, {7, 7}, {2, -2}};
    check(cells.erase(std::span<const Cell>(some)) == 3, "erased at once, as far as they are there");
    check(cells.erase(std::span<const Cell>()) == 0, "nothing to erase at once");
    for (const Cell& one : cells.rows()) check(cells.erase(one), "erased while they are gone through");
    check(cells.count() == 0, "all are erased");
    return check.result();
  }
};

// The one function of operations/large_rows.cpp, a second source of the module.
struct large_rows {
  ReducerResult operator()(ReducerContext& ctx) const;
};

struct every_type {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    Everything row;
    row.id = 7;
    row.flag = true;
    row.i8 = -8;
    row.u16 = 65535;
    row.i32 = -32;
    row.u64 = ~std::uint64_t{0};
    row.i128 = -128;
    row.u128 = ~stdb::u128{0};
    row.i256 = stdb::i256(-256);
    row.u256 = stdb::u256(1, 2, 3, 4);
    row.f32 = 1.5f;
    row.f64 = -2.25;
    row.text = "h\xc3\xa9llo";
    row.bytes = {0, 255};
    row.places = {{1, 2}, {3, 4}};
    row.triple = {1, -2, 3};
    row.maybe = "yes";
    row.mood = Mood::cross;
    row.shape = Shape{Shape::of<&ShapeCases::square>(4.0f)};
    row.identity = ctx.sender();
    row.connection = {5};
    row.at = ctx.timestamp();
    row.lasted = stdb::TimeDuration::from_seconds(-3);
    row.schedule = stdb::ScheduleAt::time({1});
    ctx.db[everything].insert(row);
    const auto found = ctx.db[everything].by(col<&Everything::id>).find(7);
    check(found.has_value(), "the row is found");
    if (!found) return check.result();
    check(stdb::bsatn::encode(*found) == stdb::bsatn::encode(row), "the row is as it was");
    check(ctx.db[everything].by(col<&Everything::id>).erase(7) == 1, "the row is erased");
    return check.result();
  }
};

struct arguments {
  std::string text;
  std::optional<std::int32_t> maybe;
  std::vector<Place> places;
  Mood mood = Mood::calm;
  Shape shape;

  ReducerResult operator()(ReducerContext&) const {
    stdb::log::info("{} {} {} {} {}", text, maybe.value_or(-1), places.size(), static_cast<int>(mood), shape.tag());
    return Ok();
  }
};

// What is inserted before a failure is rolled back; the next call must not see it.
struct fail_after_insert {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[cell].insert({42, 42});
    return Err("failed on purpose");
  }
};
struct panic_after_insert {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[cell].insert({43, 43});
    stdb::panic("panicked on purpose");
  }
};
struct nothing_was_kept {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    check(ctx.db[cell].count() == 0, "no cell of a failed call is left");
    return check.result();
  }
};

// A unique value that exists already is a panic where nobody asked for an answer.
struct insert_twice {
  ReducerResult operator()(ReducerContext& ctx) const {
    ctx.db[blob].insert({1, {1}});
    ctx.db[blob].insert({1, {2}});
    return Ok();
  }
};

struct log_lines {
  ReducerResult operator()(ReducerContext&) const {
    stdb::log::error("an error");
    stdb::log::warn("{} is {}", std::string("text"), true);
    stdb::log::info("{} {} {} {}", std::uint64_t{18446744073709551615u}, std::int64_t{-9223372036854775807} - 1, 'c',
                    0);
    stdb::log::debug("{} {} {} {} {}", 0.5, -1.25f, 9.9999999e20, 1e-9, 100.0);
    stdb::log::trace("{}", stdb::Identity{stdb::u256(0xc2, 0, 0, 1)});
    return Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<
    stdb::tables<person, account, score, blob, cell, everything>, stdb::on_init<start>, stdb::on_connect<came>,
    stdb::on_disconnect<went>,
    stdb::reducers<insert_and_find, unique_values, update_and_erase, ranges, scans, large_rows, every_type, arguments,
                   fail_after_insert, panic_after_insert, nothing_was_kept, insert_twice, log_lines>>;
