// tests/fuzz/targets/description.cpp: descriptions of modules, of both versions, read, checked, and their tables made.
#include <boost/json.hpp>

#include "stdb/host/json.hpp"
#include "stdb/host/schema.hpp"
#include "store/store.hpp"
#include "target.hpp"

namespace {

using namespace stdb;

void read_as(host::ByteView bytes, host::Profile profile) {
  const auto module = host::read_module_def(bytes, profile);
  if (!module) {
    fuzz::must(!module.error().text.empty(), "a refusal without words");
    return;
  }
  host::Store store;
  store.create_tables(*module, profile);
  for (const host::TableDef& table : module->tables) {
    fuzz::must(store.find_table(table.name) != nullptr, "a declared table was not made");
    fuzz::must(table.row_type < module->typespace.types().size(), "a table's type is not in the typespace");
    for (const host::ColumnDef& column : table.columns) host::type_name_in(column.type, *module);
  }
  for (const host::ReducerDef& reducer : module->reducers) {
    fuzz::must(module->find_reducer(reducer.name) != nullptr, "a declared reducer is not found");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const host::Bytes bytes(data, data + size);
  read_as(bytes, host::Profile::v2);
  read_as(bytes, host::Profile::v1_2);
  if (const auto text = host::module_def_json(bytes)) {
    fuzz::must(host::parse_json(*text).has_value(), "the description's JSON is no JSON");
  }
  return 0;
}
