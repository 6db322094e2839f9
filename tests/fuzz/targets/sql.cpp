// tests/fuzz/targets/sql.cpp: queries read and run over a few tables.
#include <algorithm>

#include "sql/select.hpp"
#include "target.hpp"
#include "v10.hpp"

namespace {

using namespace stdb::host;
using stdb::fuzz::must;
using test::number;
using test::plain;
using test::string;

boost::json::value wrapped(std::string_view name, std::string_view kind) {
  return {{"Product", test::members_json({{name, plain(kind)}})}};
}

// user and membership, as tests/unit/host/sql_test.cpp has them, with some rows.
struct Tables {
  ModuleDef module;
  Store store;
  Identity sender;

  Tables() : module(test::read_or_fail(description())) {
    sender.bytes[0] = 9;
    store.create_tables(module, Profile::v2);
    store.begin();
    for (std::uint8_t id = 1; id < 5; ++id) {
      insert("user", test::join({number(std::uint64_t{id}),
                                 string(id % 2 == 0 ? "Ann" : "O'Neil"),
                                 {static_cast<std::uint8_t>(id * 60), static_cast<std::uint8_t>(id % 2)},
                                 number(std::uint64_t{id} << 52),
                                 Bytes(32, id),
                                 number(std::int64_t{id} * 1'000'000),
                                 number(std::uint32_t{1}),
                                 {id},
                                 Bytes(32, static_cast<std::uint8_t>(id * 70))}));
      insert("membership", test::join({number(std::uint64_t{id}), number(std::uint64_t{id / 2u}), string("admin")}));
    }
    store.commit();
  }

  static Bytes description() {
    test::V10 v10;
    v10.type("User", {{"id", plain("U64")},
                      {"name", plain("String")},
                      {"age", plain("I8")},
                      {"online", plain("Bool")},
                      {"score", plain("F64")},
                      {"owner", wrapped("__identity__", "U256")},
                      {"born", wrapped("__timestamp_micros_since_unix_epoch__", "I64")},
                      {"tag", test::array_json(plain("U8"))},
                      {"big", plain("I256")}});
    v10.type("Membership", {{"id", plain("U64")}, {"user", plain("U64")}, {"role", plain("String")}});
    v10.table("user", 0);
    v10.table("membership", 1);
    return v10.encode();
  }

  void insert(std::string_view table, const Bytes& row) {
    Slot slot = 0;
    must(store.insert(*store.find_table(table), row, slot) == Change::made, "a row of the tables is wrong");
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Tables tables;
  const std::string sql(data, data + size);
  const auto select = compile_select(sql, SqlScope{tables.module, tables.sender, nullptr, true});
  if (!select) {
    must(!select.error().empty(), "a refusal without words");
    return 0;
  }
  const std::string_view shown = select->relations[select->shown]->name;
  const Table& table = *tables.store.find_table(shown);
  const auto rows = run_select(*select, tables.store);
  if (!rows) return 0;
  for (const ByteView row : *rows) {
    must(table.find(row) != RowSet::none, "a row that is not in the table");
  }
  return 0;
}
