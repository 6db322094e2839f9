// tests/unit/host/native_test.cpp: a module linked into the program, called through the shim's native table.
#include "stdb/host/native.hpp"

#include <gtest/gtest.h>
#include <cstring>
#include <stdexcept>

#include "stdb/host/database.hpp"
#include "stdb/shim/bindings.h"
#include "support.hpp"

namespace stdb::host::test {
namespace {

// Reducers of a module that knows nothing but the C boundary. The table item has one column, id: u32.
std::int32_t insert_one(const stdb_call* call, std::uint32_t, std::uint32_t) {
  auto id = static_cast<std::uint32_t>(call->timestamp);
  std::uint32_t length = sizeof id;
  std::uint32_t table = 0;
  if (stdb_table_id_from_name(reinterpret_cast<const std::uint8_t*>("item"), 4, &table) != STDB_OK) stdb_trap();
  return stdb_datastore_insert_bsatn(table, reinterpret_cast<std::uint8_t*>(&id), &length);
}

std::int32_t insert_and_trap(const stdb_call* call, std::uint32_t arguments, std::uint32_t error) {
  if (insert_one(call, arguments, error) == STDB_OK) stdb_trap();
  return STDB_OK;
}

std::int32_t insert_and_fail(const stdb_call* call, std::uint32_t arguments, std::uint32_t error) {
  if (insert_one(call, arguments, error) != STDB_OK) return STDB_OK;
  std::uint32_t length = 2;
  const auto* text = reinterpret_cast<const std::uint8_t*>("no");
  return stdb_bytes_sink_write(error, text, &length) == STDB_OK ? STDB_HOST_CALL_FAILURE : STDB_OK;
}

std::int32_t null_pointer(const stdb_call*, std::uint32_t, std::uint32_t) {
  return stdb_datastore_table_row_count(4096, nullptr);
}

std::int32_t throws(const stdb_call*, std::uint32_t, std::uint32_t) { throw std::runtime_error("oops"); }

constexpr stdb_reducer reducers[] = {insert_one, insert_and_trap, insert_and_fail, null_pointer, throws};
constexpr const char* names[] = {"insert_one", "insert_and_trap", "insert_and_fail", "null_pointer", "throws"};

Bytes description() {
  boost::json::value module = one_table_module("item", {{"id", "U32"}});
  boost::json::array& list = module.at("V9").at("reducers").as_array();
  const boost::json::value first = list[0];
  list.clear();
  for (const char* name : names) {
    list.push_back(first);
    list.back().as_object()["name"] = name;
  }
  return encode_module(module);
}

stdb_module_definition define(const Bytes& described) {
  stdb_module_definition made{};
  made.description = described.data();
  made.description_len = static_cast<std::uint32_t>(described.size());
  made.reducers = reducers;
  made.reducer_count = std::size(reducers);
  return made;
}

class NativeModule : public testing::Test {
 protected:
  NativeModule() {
    const auto published = database.publish(native_module(definition));
    EXPECT_TRUE(published) << published.error().text;
  }

  CallOutcome call(const char* name, std::int64_t at = 1) {
    return *database.call(name, ByteView(), {.caller = {}, .at = Timestamp{at}});
  }

  Bytes bytes = description();
  stdb_module_definition definition = define(bytes);
  Database database;
};

TEST_F(NativeModule, CommitsAndRollsBack) {
  EXPECT_TRUE(call("insert_one", 7).is_committed());
  EXPECT_EQ(call("insert_and_fail", 8).error, "no");
  const CallOutcome trapped = call("insert_and_trap", 9);
  EXPECT_EQ(trapped.status, CallStatus::trapped);
  EXPECT_EQ(trapped.trap_reason, "the module trapped");
  const auto rows = database.rows("item");
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ(Bytes(rows->at(0).begin(), rows->at(0).end()), number<std::uint32_t>(7));
  EXPECT_TRUE(call("insert_one", 10).is_committed()) << "after a trap all goes on";
}

TEST_F(NativeModule, TrapsOfTheHostReachIt) {
  EXPECT_EQ(call("null_pointer").trap_reason, "null pointer passed to a spacetime function");
  EXPECT_EQ(call("throws").trap_reason, "an exception left the function: oops");
}

TEST_F(NativeModule, DatabasesDoNotMeet) {
  Database other;
  ASSERT_TRUE(other.publish(native_module(definition)));
  call("insert_one", 1);
  EXPECT_TRUE(other.call("insert_one", ByteView(), {.caller = {}, .at = Timestamp{2}})->is_committed());
  EXPECT_EQ(*database.row_count("item"), 1u);
  EXPECT_EQ(*other.row_count("item"), 1u);
}

}  // namespace
}  // namespace stdb::host::test
