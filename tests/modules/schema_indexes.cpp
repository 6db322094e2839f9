// tests/modules/schema_indexes.cpp: every kind of index on every type that can be a key.
#include <stdb/module.hpp>

#include "check.hpp"

using stdb::col;
using stdb::Ok;
using stdb::ReducerContext;
using stdb::ReducerResult;

enum class Kind : std::uint8_t { small, large };

struct Keys {
  std::uint8_t a = 0;
  std::uint16_t b = 0;
  std::uint32_t c = 0;
  std::uint64_t d = 0;
  stdb::u128 e = 0;
  stdb::u256 f;
  std::int8_t g = 0;
  std::int16_t h = 0;
  std::int32_t i = 0;
  std::int64_t j = 0;
  stdb::i128 k = 0;
  stdb::i256 l;
  bool m = false;
  std::string n;
  stdb::Identity o;
  stdb::ConnectionId p;
  stdb::Timestamp q;
  stdb::Uuid r;
  Kind s = Kind::small;
};
inline constexpr stdb::table<Keys, "ordered", stdb::btree<&Keys::a>, stdb::btree<&Keys::b>, stdb::btree<&Keys::c>,
                             stdb::btree<&Keys::d>, stdb::btree<&Keys::e>, stdb::btree<&Keys::f>, stdb::btree<&Keys::g>,
                             stdb::btree<&Keys::h>, stdb::btree<&Keys::i>, stdb::btree<&Keys::j>, stdb::btree<&Keys::k>,
                             stdb::btree<&Keys::l>, stdb::btree<&Keys::m>, stdb::btree<&Keys::n>, stdb::btree<&Keys::o>,
                             stdb::btree<&Keys::p>, stdb::btree<&Keys::q>, stdb::btree<&Keys::r>, stdb::btree<&Keys::s>>
    ordered;
inline constexpr stdb::table<Keys, "hashed", stdb::hash<&Keys::a>, stdb::hash<&Keys::b>, stdb::hash<&Keys::c>,
                             stdb::hash<&Keys::d>, stdb::hash<&Keys::e>, stdb::hash<&Keys::f>, stdb::hash<&Keys::g>,
                             stdb::hash<&Keys::h>, stdb::hash<&Keys::i>, stdb::hash<&Keys::j>, stdb::hash<&Keys::k>,
                             stdb::hash<&Keys::l>, stdb::hash<&Keys::m>, stdb::hash<&Keys::n>, stdb::hash<&Keys::o>,
                             stdb::hash<&Keys::p>, stdb::hash<&Keys::q>, stdb::hash<&Keys::r>, stdb::hash<&Keys::s>>
    hashed;

// The same columns again, each of them unique.
struct Distinct {
  std::uint8_t a = 0;
  std::uint16_t b = 0;
  std::uint32_t c = 0;
  std::uint64_t d = 0;
  stdb::u128 e = 0;
  stdb::u256 f;
  std::int8_t g = 0;
  std::int16_t h = 0;
  std::int32_t i = 0;
  std::int64_t j = 0;
  stdb::i128 k = 0;
  stdb::i256 l;
  bool m = false;
  std::string n;
  stdb::Identity o;
  stdb::ConnectionId p;
  stdb::Timestamp q;
  stdb::Uuid r;
  Kind s = Kind::small;
};
inline constexpr stdb::table<
    Distinct, "distinct", stdb::unique<&Distinct::a>, stdb::unique<&Distinct::b>, stdb::unique<&Distinct::c>,
    stdb::unique<&Distinct::d>, stdb::unique<&Distinct::e>, stdb::unique<&Distinct::f>, stdb::unique<&Distinct::g>,
    stdb::unique<&Distinct::h>, stdb::unique<&Distinct::i>, stdb::unique<&Distinct::j>, stdb::unique<&Distinct::k>,
    stdb::unique<&Distinct::l>, stdb::unique<&Distinct::m>, stdb::unique<&Distinct::n>, stdb::unique<&Distinct::o>,
    stdb::unique<&Distinct::p>, stdb::unique<&Distinct::q>, stdb::unique<&Distinct::r>, stdb::unique<&Distinct::s>>
    distinct;

struct Dense {
  std::uint8_t a = 0;
  std::uint16_t b = 0;
  std::uint32_t c = 0;
  std::uint64_t d = 0;
  Kind e = Kind::small;
};
inline constexpr stdb::table<Dense, "dense", stdb::primary_key<&Dense::a>, stdb::direct<&Dense::a>,
                             stdb::unique<&Dense::b>, stdb::direct<&Dense::b>, stdb::unique<&Dense::c>,
                             stdb::direct<&Dense::c>, stdb::unique<&Dense::d>, stdb::direct<&Dense::d>,
                             stdb::unique<&Dense::e>, stdb::direct<&Dense::e>>
    dense;

struct HashedKey {
  std::uint64_t id = 0;
  std::string name;
};
inline constexpr stdb::table<HashedKey, "hashed_keys", stdb::primary_key<&HashedKey::id>, stdb::hash<&HashedKey::id>,
                             stdb::unique<&HashedKey::name>, stdb::hash<&HashedKey::name>>
    hashed_keys;

namespace {

// Finds the rows with this value by both indexes on the column.
template <auto Member, class Value>
void expect_found(ReducerContext& ctx, Check& check, const Value& value, std::uint64_t rows) {
  check(ctx.db[ordered].by(col<Member>).filter(value).count() == rows, col<Member>.name);
  check(ctx.db[hashed].by(col<Member>).filter(value).count() == rows, col<Member>.name);
}

template <auto Member>
void expect_ordered(ReducerContext& ctx, Check& check, const Keys& keys) {
  const auto by = ctx.db[ordered].by(col<Member>);
  check(by.filter(stdb::at_least(keys.*Member)).count() == 1, "at_least");
  check(by.filter(stdb::greater_than(keys.*Member)).count() == 0, "greater_than");
  check(by.filter(stdb::at_most(keys.*Member)).count() == 2, "at_most");
  check(by.filter(stdb::less_than(keys.*Member)).count() == 1, "less_than");
  expect_found<Member>(ctx, check, keys.*Member, 1);
}

// Every column of a new row is greater than that of the first one, which is all zeros.
template <auto... Members>
void expect_all(ReducerContext& ctx, Check& check, const Keys& keys) {
  (expect_ordered<Members>(ctx, check, keys), ...);
}

template <auto... Members>
void expect_distinct(ReducerContext& ctx, Check& check, const Distinct& row) {
  ((check(ctx.db[distinct].by(col<Members>).find(row.*Members).has_value(), col<Members>.name)), ...);
}

}  // namespace

struct try_all {
  Keys keys;
  Distinct distinct;

  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    ctx.db[ordered].insert({});
    ctx.db[hashed].insert({});
    ctx.db[ordered].insert(keys);
    ctx.db[hashed].insert(keys);
    expect_all<&Keys::a, &Keys::b, &Keys::c, &Keys::d, &Keys::e, &Keys::f, &Keys::g, &Keys::h, &Keys::i, &Keys::j,
               &Keys::k, &Keys::l, &Keys::m, &Keys::n, &Keys::o, &Keys::p, &Keys::q, &Keys::r, &Keys::s>(ctx, check,
                                                                                                         keys);
    ctx.db[::distinct].insert(distinct);
    check(ctx.db[::distinct].try_insert(distinct).is_ok(), "an equal row is the same row");
    Distinct other = distinct;
    other.n += "other";
    check(ctx.db[::distinct].try_insert(other).is_err(), "no two rows with the same value in a unique column");
    expect_distinct<&Distinct::a, &Distinct::b, &Distinct::c, &Distinct::d, &Distinct::e, &Distinct::f, &Distinct::g,
                    &Distinct::h, &Distinct::i, &Distinct::j, &Distinct::k, &Distinct::l, &Distinct::m, &Distinct::n,
                    &Distinct::o, &Distinct::p, &Distinct::q, &Distinct::r, &Distinct::s>(ctx, check, distinct);
    return check.result();
  }
};

struct try_dense {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto table = ctx.db[dense];
    table.insert({0, 100, 0, 7, Kind::large});
    table.insert({255, 65535, 1, 8, Kind::small});
    check(table.by(col<&Dense::a>).find(255)->e == Kind::small, "by a");
    check(table.by(col<&Dense::b>).find(65535)->a == 255, "by b");
    check(table.by(col<&Dense::c>).find(0)->a == 0, "by c");
    check(table.by(col<&Dense::d>).filter(stdb::between(7, 8)).count() == 2, "a range of d");
    check(table.by(col<&Dense::e>).find(Kind::large)->a == 0, "by e");
    check(!table.by(col<&Dense::d>).find(9).has_value(), "what is not there");
    table.by(col<&Dense::a>).update({255, 1, 2, 3, Kind::small});
    check(!table.by(col<&Dense::b>).find(65535).has_value(), "updated");
    return check.result();
  }
};

struct try_hashed_keys {
  ReducerResult operator()(ReducerContext& ctx) const {
    Check check;
    const auto table = ctx.db[hashed_keys];
    table.insert({1, "one"});
    table.insert({2, "two"});
    check(table.by(col<&HashedKey::name>).find("two")->id == 2, "by name");
    table.by(col<&HashedKey::id>).update({1, "first"});
    table.by(col<&HashedKey::name>).update({3, "two"});
    check(table.by(col<&HashedKey::id>).erase(3) == 1, "erased");
    return check.result();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<ordered, hashed, distinct, dense, hashed_keys>,
                                                         stdb::reducers<try_all, try_dense, try_hashed_keys>>;
