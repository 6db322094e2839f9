// tests/fuzz/targets/snapshots.cpp: snapshots of a database, changed in any way, with a checksum that is right again.
// They are refused, or make a database that is whole and whose own snapshot gives the same again.
#include <algorithm>

#include "base/little_endian.hpp"
#include "native_guest.hpp"
#include "store/row_set.hpp"
#include "target.hpp"

namespace {

using namespace stdb::host;
using stdb::fuzz::must;

const stdb_module_definition& definition() {
  static const Bytes description = test::functions_module().encode();
  static const stdb_module_definition made = test::functions_definition(description);
  return made;
}

Database empty_database() {
  DatabaseOptions options;
  options.clock = [] { return Timestamp{1000}; };
  return Database(std::move(options));
}

// What follows the snapshot's bytes: their checksum.
Bytes with_checksum(Bytes bytes) {
  append(bytes, content_hash(bytes));
  return bytes;
}

void must_be_same(const Database& left, const Database& right) {
  for (const TableDef& table : left.module().tables) {
    must(std::ranges::equal(*left.rows(table.name), *right.rows(table.name),
                            [](ByteView one, ByteView other) { return std::ranges::equal(one, other); }),
         "a table has other rows than were saved");
  }
}

void use(Database& database) {
  test::bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    return test::insert("item", test::item_row(0, "new")) == STDB_OK ? STDB_OK : STDB_HOST_CALL_FAILURE;
  };
  const auto before = database.row_count("item");
  const auto outcome = database.call("act", ByteView());
  must(before && outcome, "a table or reducer of the module is not there");
  must(*database.row_count("item") == *before + (outcome->is_committed() ? 1 : 0), "the count of rows is wrong");
  must(database.advance(std::chrono::seconds(1)).has_value(), "time does not move on");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  test::bodies() = test::Bodies();
  const Bytes snapshot = with_checksum(Bytes(data, data + size));
  Database database = empty_database();
  if (const auto restored = database.restore(snapshot, native_module(definition())); !restored) {
    must(!restored.error().text.empty(), "a refusal without words");
    must(!database.save(), "nothing was restored, and yet there is a module");
    return 0;
  }
  const Bytes saved = *database.save();
  Database again = empty_database();
  must(again.restore(saved, native_module(definition())).has_value(), "what was saved cannot be restored");
  must(*again.save() == saved, "what was restored is not what was saved");
  must_be_same(database, again);
  use(database);
  return 0;
}
