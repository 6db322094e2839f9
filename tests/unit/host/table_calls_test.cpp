// tests/unit/host/table_calls_test.cpp: host calls that look up and change tables answer or trap as a server's do.
#include "guest.hpp"

namespace stdb::host::test {
namespace {

TEST_F(PersonCalls, NamesBecomeIds) {
  EXPECT_EQ(guest.table_id("person"), 4096);
  EXPECT_EQ(guest.table_id("people"), -STDB_NO_SUCH_TABLE);
  EXPECT_EQ(guest.index_id("person_id_idx_btree"), 4096);
  EXPECT_EQ(guest.index_id("person_age_idx_btree"), 4097);
  EXPECT_EQ(guest.index_id("by_age"), -STDB_NO_SUCH_INDEX) << "an accessor is no alias";
}

TEST(Aliases, AreKnownFromVersion2On) {
  Guest guest(golden("module_b_v10"));
  EXPECT_EQ(guest.table_id("secret"), guest.table_id("hidden_codes"));
  EXPECT_EQ(guest.index_id("secret_code_idx_direct"), guest.index_id("hidden_by_code"));
  EXPECT_GT(guest.index_id("hidden_by_code"), 0);
}

TEST_F(PersonCalls, EverythingOnTablesNeedsATransaction) {
  guest.store.commit();
  const Bytes row = person(1, "Ann", 30);
  EXPECT_EQ(guest.table_id("person"), -STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.index_id("person_id_idx_btree"), -STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.insert(table, row).first, STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.update(table, by_id, row).first, STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.scan(table), -STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.scan_range(by_age, {}, 0, {2}, {2}), -STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.scan_point(by_age, {1}), -STDB_NOT_IN_TRANSACTION);
  const auto window = guest.window();
  const Address out = guest.put_word(0);
  EXPECT_EQ(guest.calls->datastore_table_row_count(window, table, out), STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.calls->datastore_clear(window, table, out), STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.calls->datastore_delete_all_by_eq_bsatn(window, table, out, 4, out), STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.calls->datastore_delete_by_index_scan_point_bsatn(window, by_age, out, 1, out),
            STDB_NOT_IN_TRANSACTION);
  EXPECT_EQ(guest.calls->get_jwt(window, guest.put(Bytes(16, 0)), out), STDB_NOT_IN_TRANSACTION);
}

TEST_F(PersonCalls, UnknownTablesAnswerOrTrap) {
  const std::uint32_t nowhere = 5000;
  const auto window = guest.window();
  const Address out = guest.put_word(0);
  EXPECT_EQ(guest.calls->datastore_table_row_count(window, nowhere, out), STDB_NO_SUCH_TABLE);
  EXPECT_EQ(guest.scan(nowhere), -STDB_NO_SUCH_TABLE);
  EXPECT_EQ(guest.calls->datastore_delete_all_by_eq_bsatn(window, nowhere, out, 4, out), STDB_NO_SUCH_TABLE);
  EXPECT_EQ(trap_of([&] { guest.insert(nowhere, {}); }),
            "runtime error calling datastore_insert_bsatn: there is no table of id 5000");
  EXPECT_EQ(trap_of([&] { guest.update(nowhere, by_id, {}); }),
            "runtime error calling datastore_update_bsatn: there is no table of id 5000");
  EXPECT_EQ(trap_of([&] { guest.calls->datastore_clear(window, nowhere, out); }),
            "runtime error calling datastore_clear: there is no table of id 5000");
}

TEST_F(PersonCalls, InsertWritesGeneratedColumnsBack) {
  EXPECT_EQ(guest.insert(table, person(0, "Ann", 30)), std::pair(0, number<std::uint64_t>(1)));
  EXPECT_EQ(guest.insert(table, person(555, "Bob", 5)), ok);
  EXPECT_EQ(guest.insert(table, person(0, "Cleo", 64)), std::pair(0, number<std::uint64_t>(2)));
  EXPECT_EQ(guest.all(guest.scan(table)), join({person(1, "Ann", 30), person(555, "Bob", 5), person(2, "Cleo", 64)}));
}

TEST_F(PersonCalls, InsertKnowsRowsAndClashes) {
  EXPECT_EQ(guest.insert(table, person(7, "Ann", 30)), ok);
  EXPECT_EQ(guest.insert(table, person(7, "Ann", 30)), ok) << "the same row again is nothing new";
  EXPECT_EQ(guest.insert(table, person(7, "Ann", 31)).first, STDB_UNIQUE_ALREADY_EXISTS);
  EXPECT_EQ(guest.all(guest.scan(table)), person(7, "Ann", 30));
}

TEST_F(PersonCalls, BadRowsTrap) {
  EXPECT_EQ(
      trap_of([&] { guest.insert(table, Bytes(5, 0)); }),
      "runtime error calling datastore_insert_bsatn: no row of table person: at byte 0: a value of 8 bytes, but 5 are "
      "left");
  EXPECT_NE(trap_of([&] { guest.update(table, by_id, Bytes(5, 0)); }), "no trap");
  EXPECT_EQ(guest.insert(table, join({person(9, "x", 1), {1, 2}})), ok) << "what follows is ignored";
  EXPECT_EQ(guest.all(guest.scan(table)), person(9, "x", 1));
}

TEST_F(PersonCalls, UpdateReplacesByTheUniqueIndex) {
  guest.insert(table, person(1, "Ann", 30));
  guest.insert(table, person(2, "Bob", 5));
  EXPECT_EQ(guest.update(table, by_id, person(1, "Anna", 31)), ok);
  EXPECT_EQ(guest.update(table, by_id, person(2, "Bob", 5)), ok) << "the same row";
  EXPECT_EQ(guest.update(table, by_id, person(3, "No", 1)).first, STDB_NO_SUCH_ROW);
  EXPECT_EQ(guest.update(table, by_age, person(1, "Ann", 30)).first, STDB_INDEX_NOT_UNIQUE);
  EXPECT_EQ(guest.update(table, 4098, person(1, "Ann", 30)).first, STDB_NO_SUCH_INDEX);
  // A zero is generated before the row is looked for.
  EXPECT_EQ(guest.update(table, by_id, person(0, "Zero", 1)).first, 0) << "the first generated id is 1, which exists";
  EXPECT_EQ(guest.update(table, by_id, person(0, "Zero", 1)).first, 0) << "and the next is 2";
  EXPECT_EQ(guest.update(table, by_id, person(0, "Zero", 1)).first, STDB_NO_SUCH_ROW);
}

TEST(UpdateCalls, OtherUniqueIndexesAreChecked) {
  boost::json::value description = one_table_module("pair", {{"a", "U8"}, {"b", "U8"}});
  first_table(description)["indexes"] = boost::json::array{btree_json({0}), btree_json({1})};
  first_table(description)["constraints"] = boost::json::array{unique_json({0}), unique_json({1})};
  Guest guest(encode_module(description));
  EXPECT_EQ(guest.insert(4096, {1, 10}), ok);
  EXPECT_EQ(guest.insert(4096, {2, 20}), ok);
  EXPECT_EQ(guest.insert(4096, {3, 20}).first, STDB_UNIQUE_ALREADY_EXISTS);
  EXPECT_EQ(guest.update(4096, 4096, {1, 20}).first, STDB_UNIQUE_ALREADY_EXISTS);
  EXPECT_EQ(guest.update(4096, 4096, {9, 20}).first, STDB_UNIQUE_ALREADY_EXISTS) << "looked for before the row itself";
  EXPECT_EQ(guest.update(4096, 4096, {1, 30}), ok);
  EXPECT_EQ(guest.update(4096, 4097, {5, 30}), ok) << "by the other index";
  EXPECT_EQ(guest.all(guest.scan_range(4096, {}, 0, {2}, {2})), (Bytes{2, 20, 5, 30}));
}

TEST(UpdateCalls, KeepingAUniqueValueIsNoClash) {
  boost::json::value description = one_table_module("triple", {{"a", "U8"}, {"b", "U8"}, {"c", "U8"}});
  first_table(description)["indexes"] = boost::json::array{btree_json({0}), btree_json({1})};
  first_table(description)["constraints"] = boost::json::array{unique_json({0}), unique_json({1})};
  Guest guest(encode_module(description));
  EXPECT_EQ(guest.insert(4096, {1, 10, 5}), ok);
  EXPECT_EQ(guest.update(4096, 4096, {1, 10, 6}), ok);
  EXPECT_EQ(guest.all(guest.scan(4096)), (Bytes{1, 10, 6}));
}

TEST_F(PersonCalls, DeleteByEquality) {
  for (std::uint64_t id = 1; id <= 4; ++id) guest.insert(table, person(id, "x", 7));
  const auto erase = [&](const Bytes& rows) {
    return guest.written([&](Address out) {
      return guest.calls->datastore_delete_all_by_eq_bsatn(guest.window(), table, guest.put(rows), Guest::size_of(rows),
                                                           out);
    });
  };
  EXPECT_EQ(erase(join({number<std::uint32_t>(3), person(1, "x", 7), person(1, "x", 7), person(2, "y", 7)})), 1);
  EXPECT_EQ(erase(number<std::uint32_t>(0)), 0);
  EXPECT_EQ(erase(join({number<std::uint32_t>(2), person(2, "x", 7)})), -STDB_BSATN_DECODE_ERROR);
  EXPECT_EQ(erase(Bytes(3, 0)), -STDB_BSATN_DECODE_ERROR);
  EXPECT_EQ(guest.store.tables()[0].row_count(), 3u) << "nothing of an unreadable list is deleted";
}

TEST_F(PersonCalls, ClearAndCount) {
  for (std::uint64_t id = 1; id <= 4; ++id) guest.insert(table, person(id, "x", 7));
  const Address out = guest.put(Bytes(8, 0xFF));
  EXPECT_EQ(guest.calls->datastore_table_row_count(guest.window(), table, out), 0);
  EXPECT_EQ(guest.window().read<std::uint64_t>(out), 4u);
  EXPECT_EQ(guest.calls->datastore_clear(guest.window(), table, out), 0);
  EXPECT_EQ(guest.window().read<std::uint64_t>(out), 4u);
  EXPECT_EQ(guest.calls->datastore_table_row_count(guest.window(), table, out), 0);
  EXPECT_EQ(guest.window().read<std::uint64_t>(out), 0u);
}

}  // namespace
}  // namespace stdb::host::test
