// tests/unit/module/host_calls_test.cpp: how many calls of the host each operation takes, as sdk/docs/operations.md
// says.
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <span>
#include <string_view>

#include "stdb/host/database.hpp"
#include "stdb/host/native.hpp"
#include "stdb/module.hpp"
#include "stdb/shim/native.h"

struct Item {
  std::uint64_t id = 0;
  std::uint32_t shelf = 0;
};
inline constexpr stdb::table<Item, "item", stdb::primary_key<&Item::id>, stdb::auto_inc<&Item::id>,
                             stdb::btree<&Item::shelf>>
    item;

namespace {

// What the reducer does; it is run natively.
std::function<void(stdb::ReducerContext&)> wanted;

const stdb_native_host* counted = nullptr;
int calls = 0;

// The host's functions, each counted but those that look ids up: a native module, which several databases may run, asks
// each time; wasm asks once an instance (bench/baseline.json has the fuel of both).
stdb_native_host counting_host() {
  stdb_native_host host{};
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos)  \
  host.name = [] parameters -> result {                                  \
    calls += std::string_view(#name).ends_with("_id_from_name") ? 0 : 1; \
    return counted->name arguments;                                      \
  };
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
  host.trap = [] { counted->trap(); };
  return host;
}

}  // namespace

struct run {
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    wanted(ctx);
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<item>, stdb::reducers<run>>;

namespace {

class HostCalls : public testing::Test {
 protected:
  HostCalls() { EXPECT_TRUE(database_.publish(stdb::host::native_module(*stdb_module()))); }

  // In a reducer of its own, with the items of the ids 101 to 103, which no insert draws.
  int calls_of(const std::function<void(stdb::TableHandle<std::remove_const_t<decltype(item)>>)>& operation) {
    int made = 0;
    wanted = [&](stdb::ReducerContext& ctx) {
      const auto items = ctx.db[item];
      items.clear();
      for (const std::uint64_t key : {101u, 102u, 103u}) items.insert({key, 7});
      made = count([&] { operation(items); });
    };
    EXPECT_TRUE(database_.call("run", stdb::host::ByteView())->is_committed());
    return made;
  }

  static int count(const std::function<void()>& operation) {
    static const stdb_native_host counting = counting_host();
    counted = stdb_native_use(&counting);
    calls = 0;
    operation();
    stdb_native_use(counted);
    return calls;
  }

  stdb::host::Database database_;
};

using Items = stdb::TableHandle<std::remove_const_t<decltype(item)>>;
constexpr auto id = stdb::col<&Item::id>;
constexpr auto shelf = stdb::col<&Item::shelf>;

TEST_F(HostCalls, AreOneWhereOneIsEnough) {
  EXPECT_EQ(calls_of([](Items items) { items.insert({0, 1}); }), 1);
  EXPECT_EQ(calls_of([](Items items) { EXPECT_TRUE(items.try_insert({101, 1}).is_err()); }), 1);
  EXPECT_EQ(calls_of([](Items items) { EXPECT_TRUE(items.erase({101, 7})); }), 1);
  EXPECT_EQ(calls_of([](Items items) {
              const std::array<Item, 2> both = {Item{101, 7}, Item{102, 7}};
              EXPECT_EQ(items.erase(std::span<const Item>(both)), 2u);
            }),
            1);
  EXPECT_EQ(calls_of([](Items items) { items.clear(); }), 1);
  EXPECT_EQ(calls_of([](Items items) { EXPECT_EQ(items.count(), 3u); }), 1);
  EXPECT_EQ(calls_of([](Items items) { items.by(id).update({101, 9}); }), 1);
  EXPECT_EQ(calls_of([](Items items) { items.by(id).insert_or_update({101, 9}); }), 1);
  EXPECT_EQ(calls_of([](Items items) { EXPECT_EQ(items.by(id).erase(101u), 1u); }), 1);
  EXPECT_EQ(calls_of([](Items items) { EXPECT_EQ(items.by(shelf).erase(stdb::at_least(7)), 3u); }), 1);
}

TEST_F(HostCalls, AreTwoWhereAnAnswerIsFetched) {
  EXPECT_EQ(calls_of([](Items items) { EXPECT_TRUE(items.by(id).find(101)); }), 2);
  EXPECT_EQ(calls_of([](Items items) { EXPECT_FALSE(items.by(id).find(9)); }), 2);
  EXPECT_EQ(calls_of([](Items items) {
              int rows = 0;
              for ([[maybe_unused]] const Item& one : items.rows()) ++rows;
              EXPECT_EQ(rows, 3);
            }),
            2);
  EXPECT_EQ(calls_of([](Items items) { EXPECT_EQ(items.by(shelf).filter(7).count(), 3u); }), 2);
  EXPECT_EQ(calls_of([](Items items) { items.by(id).insert_or_update({8, 9}); }), 2) << "a new row";
}

}  // namespace
