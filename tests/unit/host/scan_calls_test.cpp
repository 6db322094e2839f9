// tests/unit/host/scan_calls_test.cpp: host calls that read and delete many rows answer as a server's do.
#include "guest.hpp"

namespace stdb::host::test {
namespace {

TEST_F(PersonCalls, RangesOfOneColumn) {
  for (const std::uint8_t age : Bytes{10, 20, 30, 40}) guest.insert(table, person(age, "x", age));
  const auto ages = [&](const Bytes& start, const Bytes& end) {
    return guest.all(guest.scan_range(by_age, {}, 0, start, end));
  };
  const auto people = [&](std::initializer_list<std::uint8_t> wanted) {
    Bytes rows;
    for (const std::uint8_t age : wanted) rows = join({rows, person(age, "x", age)});
    return rows;
  };
  EXPECT_EQ(ages({2}, {2}), people({10, 20, 30, 40}));
  EXPECT_EQ(ages({0, 20}, {2}), people({20, 30, 40}));
  EXPECT_EQ(ages({1, 20}, {2}), people({30, 40}));
  EXPECT_EQ(ages({2}, {0, 20}), people({10, 20}));
  EXPECT_EQ(ages({2}, {1, 20}), people({10}));
  EXPECT_EQ(ages({0, 20}, {0, 20}), people({20}));
  EXPECT_EQ(ages({0, 15}, {0, 35}), people({20, 30}));
  EXPECT_EQ(ages({0, 35}, {0, 15}), people({})) << "a range that ends before it starts";
  EXPECT_EQ(ages({1, 20}, {1, 20}), people({}));
  EXPECT_EQ(ages({0, 20, 77}, {2}), people({20, 30, 40})) << "what follows a value is ignored";
}

TEST_F(PersonCalls, RangesThatCannotBeRead) {
  constexpr auto refused = -STDB_BSATN_DECODE_ERROR;
  EXPECT_EQ(guest.scan_range(by_age, {}, 0, {3, 1}, {2}), refused);
  EXPECT_EQ(guest.scan_range(by_age, {}, 0, {2}, {0}), refused);
  EXPECT_EQ(guest.scan_range(by_age, {}, 0, {}, {2}), refused);
  EXPECT_EQ(guest.scan_range(by_age, {5}, 1, {2}, {2}), refused) << "no prefix on a single column";
  EXPECT_EQ(guest.scan_range(4098, {}, 0, {2}, {2}), -STDB_NO_SUCH_INDEX);
  EXPECT_GT(guest.scan_range(by_age, {5}, 0, {2}, {2}), 0) << "a prefix of no elements is not read";
  EXPECT_EQ(guest.scan_point(by_age, {}), refused);
  EXPECT_EQ(trap_of([&] { guest.scan_range(by_age, {}, 65'536, {2}, {2}); }),
            "ABI violation, a `ColId` must be a `u16`");
}

TEST_F(PersonCalls, PointsAndDeletesByIndex) {
  for (std::uint64_t id = 1; id <= 5; ++id) guest.insert(table, person(id, "x", static_cast<std::uint8_t>(id % 2)));
  EXPECT_EQ(guest.all(guest.scan_point(by_age, {0})), join({person(2, "x", 0), person(4, "x", 0)}));
  EXPECT_EQ(guest.all(guest.scan_point(by_age, {9})), Bytes());
  const Address zero = guest.put({{0}});
  const auto window = guest.window();
  EXPECT_EQ(guest.written([&](Address out) {
    return guest.calls->datastore_delete_by_index_scan_point_bsatn(window, by_age, zero, 1, out);
  }),
            2);
  const Address from_three = guest.put(join({{0}, number<std::uint64_t>(3)}));
  const Address unbounded = guest.put({{2}});
  EXPECT_EQ(guest.written([&](Address out) {
    return guest.calls->datastore_delete_by_index_scan_range_bsatn(window, by_id, 0, 0, 0, from_three, 9, unbounded, 1,
                                                                   out);
  }),
            2);
  EXPECT_EQ(guest.all(guest.scan(table)), person(1, "x", 1));
  EXPECT_EQ(guest.written([&](Address out) {
    return guest.calls->datastore_delete_by_btree_scan_bsatn(window, by_id, 0, 0, 0, unbounded, 1, unbounded, 1, out);
  }),
            1);
}

// Rows (a, b) of bytes with an index on both columns.
Bytes two_column_module(const char* algorithm) {
  boost::json::value description = one_table_module("pair", {{"a", "U8"}, {"b", "U8"}});
  boost::json::object index = btree_json({});
  index["algorithm"] = {{algorithm, boost::json::array{0, 1}}};
  first_table(description)["indexes"] = boost::json::array{index};
  return encode_module(description);
}

TEST(TwoColumns, PrefixesAndRanges) {
  Guest guest(two_column_module("BTree"));
  for (const std::uint8_t a : Bytes{1, 2}) {
    for (const std::uint8_t b : Bytes{1, 2, 3}) guest.insert(4096, {a, b});
  }
  const auto found = [&](const Bytes& prefix, std::uint32_t elements, const Bytes& start, const Bytes& end) {
    return guest.all(guest.scan_range(4096, prefix, elements, start, end));
  };
  EXPECT_EQ(found({}, 0, {0, 2}, {0, 2}), (Bytes{2, 1, 2, 2, 2, 3}));
  EXPECT_EQ(found({1}, 1, {2}, {2}), (Bytes{1, 1, 1, 2, 1, 3}));
  EXPECT_EQ(found({1}, 1, {0, 2}, {0, 2}), (Bytes{1, 2}));
  EXPECT_EQ(found({1}, 1, {1, 1}, {1, 3}), (Bytes{1, 2}));
  EXPECT_EQ(found({}, 0, {1, 1}, {2}), (Bytes{2, 1, 2, 2, 2, 3}));
  EXPECT_EQ(found({}, 0, {2}, {1, 2}), (Bytes{1, 1, 1, 2, 1, 3}));
  EXPECT_EQ(guest.scan_range(4096, {1, 2}, 2, {2}, {2}), -STDB_BSATN_DECODE_ERROR) << "no column is left for the range";
  EXPECT_EQ(guest.scan_range(4096, {}, 1, {2}, {2}), -STDB_BSATN_DECODE_ERROR) << "the prefix is cut short";
  EXPECT_EQ(guest.all(guest.scan_point(4096, {2, 3})), (Bytes{2, 3}));
}

TEST(TwoColumns, OldServersLetExcludedBoundsIn) {
  Guest guest(two_column_module("BTree"), Profile::v1_2);
  for (const Bytes& row : {Bytes{1, 1}, Bytes{1, 2}, Bytes{2, 1}}) guest.insert(4097, row);
  EXPECT_EQ(guest.all(guest.scan_range(4097, {}, 0, {1, 1}, {2})), (Bytes{1, 1, 1, 2, 2, 1}));
  EXPECT_EQ(guest.all(guest.scan_range(4097, {1}, 1, {1, 1}, {2})), (Bytes{1, 2}))
      << "without columns behind it is right";
}

TEST(TwoColumns, HashIndexesHoldNoRanges) {
  Guest guest(two_column_module("Hash"));
  guest.insert(4096, {1, 2});
  EXPECT_EQ(guest.all(guest.scan_point(4096, {1, 2})), (Bytes{1, 2}));
  EXPECT_EQ(trap_of([&] { guest.scan_range(4096, {}, 0, {2}, {2}); }),
            "runtime error calling datastore_index_scan_range_bsatn: pair_a_b_idx_hash is a hash index, which holds no "
            "ranges; use a point scan");
}

TEST(PackedKeys, NothingMayFollowAValue) {
  constexpr auto refused = -STDB_BSATN_DECODE_ERROR;
  Guest guest(two_column_module("BTree"));
  guest.insert(4096, {1, 2});
  EXPECT_EQ(guest.scan_point(4096, {1, 2, 9}), refused);
  EXPECT_EQ(guest.scan_range(4096, {}, 0, {0, 1, 9}, {2}), refused);
  EXPECT_EQ(guest.scan_range(4096, {}, 0, {2}, {0, 1, 9}), refused);
  EXPECT_EQ(guest.scan_range(4096, {1, 9}, 1, {2}, {2}), refused);
  EXPECT_EQ(guest.all(guest.scan_range(4096, {1}, 1, {2, 9}, {2, 9})), (Bytes{1, 2})) << "no bound, no value";
  Guest old(two_column_module("BTree"), Profile::v1_2);
  old.insert(4097, {1, 2});
  EXPECT_EQ(old.all(old.scan_range(4097, {1, 9}, 1, {0, 2, 9}, {2})), (Bytes{1, 2})) << "1.2.0 does not mind";
}

// Rows of these columns with an index on all of them.
Bytes indexed_module(const char* algorithm, std::initializer_list<const char*> types) {
  boost::json::value description = one_table_module("pair", {});
  boost::json::array members;
  boost::json::array columns;
  for (const char* type : types) {
    const std::string name(1, static_cast<char>('a' + columns.size()));
    columns.push_back(columns.size());
    members.push_back(product_json({{name, type}}).at("Product").at("elements").as_array().at(0));
  }
  description.at("V9").at("typespace").at("types").as_array().at(0).at("Product").as_object()["elements"] = members;
  boost::json::object index = btree_json({});
  index["algorithm"] = {{algorithm, columns}};
  first_table(description)["indexes"] = boost::json::array{index};
  return encode_module(description);
}

TEST(PackedKeys, AreTheShortOnesWithoutStringsAndArrays) {
  const auto follows = [](const char* algorithm, std::initializer_list<const char*> types, std::size_t size) {
    Guest guest(indexed_module(algorithm, types));
    return guest.scan_point(4096, Bytes(size + 1, 0)) > 0;
  };
  EXPECT_TRUE(follows("BTree", {"String", "U8"}, 5));
  EXPECT_TRUE(follows("BTree", {"F32", "U8"}, 5)) << "floats do not sort by their bytes";
  EXPECT_FALSE(follows("Hash", {"F32", "U8"}, 5));
  EXPECT_FALSE(follows("BTree", {"U256", "U256", "U256", "U128", "U64", "U32", "U16", "U8"}, 127));
  EXPECT_TRUE(follows("BTree", {"U256", "U256", "U256", "U256"}, 128));
  EXPECT_FALSE(follows("Hash", {"U256", "U256", "U256", "U128", "U32", "U16", "U8"}, 119));
  EXPECT_TRUE(follows("Hash", {"U256", "U256", "U256", "U128", "U64"}, 120));
}

TEST(PackedKeys, OfHashIndexesAreHeldByteByByte) {
  const Bytes negative_zero = {0, 0, 0, 0x80, 7};
  const Bytes zero = {0, 0, 0, 0, 7};
  Guest packed(indexed_module("Hash", {"F32", "U8"}));
  packed.insert(4096, negative_zero);
  EXPECT_EQ(packed.all(packed.scan_point(4096, zero)), Bytes());
  EXPECT_EQ(packed.all(packed.scan_point(4096, negative_zero)), negative_zero);
  Guest sorted(indexed_module("BTree", {"F32", "U8"}));
  sorted.insert(4096, negative_zero);
  EXPECT_EQ(sorted.all(sorted.scan_point(4096, zero)), negative_zero);
}

TEST(Floats, IndexesCompareByValueAndRowsByBytes) {
  boost::json::value description = one_table_module("number", {{"f", "F32"}});
  first_table(description)["indexes"] = boost::json::array{btree_json({0})};
  Guest guest(encode_module(description));
  const Bytes zero = from_hex("00000000");
  const Bytes minus_zero = from_hex("00000080");
  EXPECT_EQ(guest.insert(4096, zero), ok);
  EXPECT_EQ(guest.insert(4096, minus_zero), ok);
  EXPECT_EQ(guest.store.tables()[0].row_count(), 2u);
  EXPECT_EQ(guest.all(guest.scan_point(4096, zero)), join({zero, minus_zero}));
}

TEST_F(PersonCalls, IteratorsHandOutWholeChunks) {
  const std::string name(1000, 'n');
  for (std::uint64_t id = 1; id <= 100; ++id) guest.insert(table, person(id, name, 1));
  const std::size_t row = person(1, name, 1).size();
  const std::size_t chunk = (32'768 / row + 1) * row;  // a chunk closes when it exceeds 32 KiB
  const auto iterator = static_cast<std::uint32_t>(guest.scan(table));
  EXPECT_EQ(guest.advance(iterator, 100),
            std::pair(std::int32_t{STDB_BUFFER_TOO_SMALL}, number(static_cast<std::uint32_t>(chunk))));
  const auto [first_answer, first] = guest.advance(iterator, static_cast<std::uint32_t>(2 * chunk + 5));
  EXPECT_EQ(first_answer, 0);
  EXPECT_EQ(first.size(), 2 * chunk);
  guest.insert(table, person(101, "late", 1));  // a scan is a snapshot
  const auto [last_answer, last] = guest.advance(iterator, 1 << 20);
  EXPECT_EQ(last_answer, STDB_EXHAUSTED);
  EXPECT_EQ(first.size() + last.size(), 100 * row);
  EXPECT_EQ(guest.advance(iterator, 10).first, STDB_NO_SUCH_ITER);
  EXPECT_EQ(guest.calls->row_iter_bsatn_close(guest.window(), iterator), STDB_NO_SUCH_ITER);
}

TEST_F(PersonCalls, IteratorsEndAtOnceWhenEmpty) {
  const auto iterator = static_cast<std::uint32_t>(guest.scan(table));
  EXPECT_EQ(iterator, 1u);
  EXPECT_EQ(guest.advance(iterator, 0), std::pair(std::int32_t{STDB_EXHAUSTED}, Bytes()));
  EXPECT_EQ(guest.scan(table), 1) << "the handle is given out again";
  EXPECT_EQ(guest.calls->row_iter_bsatn_close(guest.window(), 1), 0);
  EXPECT_EQ(guest.calls->row_iter_bsatn_close(guest.window(), 1), STDB_NO_SUCH_ITER);
  EXPECT_EQ(guest.calls->row_iter_bsatn_close(guest.window(), 0), STDB_NO_SUCH_ITER);
}

}  // namespace
}  // namespace stdb::host::test
