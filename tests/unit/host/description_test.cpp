// tests/unit/host/description_test.cpp: descriptions read, and their rules kept.
#include <gtest/gtest.h>
#include <algorithm>

#include "describe/case_conversion.hpp"
#include "support.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

std::string error_of(const json::value& module, Profile profile = Profile::v2) {
  const auto read = read_module_def(encode_module(module), profile);
  return read ? "no error" : read.error().text;
}

// The module is refused, and this is one line of the reasons.
void expect_problem(const json::value& module, const std::string& line, Profile profile = Profile::v2) {
  const std::string text = error_of(module, profile);
  EXPECT_TRUE(text.starts_with("Errors occurred:\n")) << text;
  EXPECT_NE((text + "\n").find("\n" + line + "\n"), std::string::npos) << text;
}

json::array& list(json::value& module, std::string_view name) { return module.at("V9").at(name).as_array(); }
json::array& list(json::object& table, std::string_view name) { return table.at(name).as_array(); }

TEST(Description, ModuleAIsReadAlikeFromBothVersions) {
  for (const char* name : {"module_a_v9", "module_a_v10"}) {
    const ModuleDef module = read_or_fail(golden(name));
    ASSERT_EQ(module.tables.size(), 1u) << name;
    const TableDef& person = module.tables[0];
    EXPECT_EQ(person.name, "person");
    EXPECT_TRUE(person.is_public);
    EXPECT_EQ(person.primary_key, 0);
    ASSERT_EQ(person.columns.size(), 3u);
    EXPECT_EQ(person.columns[1].name, "name");
    ASSERT_EQ(person.indexes.size(), 2u);
    EXPECT_EQ(person.indexes[0].name, "person_id_idx_btree");
    EXPECT_TRUE(person.indexes[0].is_unique);
    EXPECT_EQ(person.indexes[1].name, "person_age_idx_btree");
    EXPECT_FALSE(person.indexes[1].is_unique);
    EXPECT_EQ(person.indexes[1].accessor_name, "by_age");
    ASSERT_EQ(person.constraints.size(), 1u);
    EXPECT_EQ(person.constraints[0].name, "person_id_key");
    ASSERT_EQ(person.sequences.size(), 1u);
    EXPECT_EQ(person.sequences[0].name, "person_id_seq");
    ASSERT_EQ(module.reducers.size(), 2u);
    EXPECT_EQ(module.reducers[0].lifecycle, Lifecycle::init);
    EXPECT_EQ(type_name(module.reducers[1].params), "(name: String, age: u8)");
  }
}

TEST(Description, ExplicitNamesAndAliases) {
  const ModuleDef module = read_or_fail(golden("module_b_v10"));
  const TableDef* secret = module.find_table("hidden_codes");
  ASSERT_NE(secret, nullptr);
  EXPECT_EQ(secret, module.find_table("secret"));
  EXPECT_EQ(secret->indexes[0].name, "hidden_by_code");
  EXPECT_EQ(secret->indexes[0].source_name, "secret_code_idx_direct");
  EXPECT_NE(module.find_reducer("put_thing"), nullptr);
  EXPECT_EQ(module.find_reducer("put_thing"), module.find_reducer("put"));
  EXPECT_EQ(module.reducers[0].lifecycle, Lifecycle::on_connect);
  EXPECT_TRUE(module.reducers[0].is_private);
}

TEST(Description, FunctionsOfEveryKind) {
  const ModuleDef module = read_or_fail(golden("module_c_v10"));
  ASSERT_EQ(module.procedures.size(), 1u);
  EXPECT_EQ(module.procedures[0].name, "sum_scores");
  EXPECT_EQ(module.views.size(), 3u);
  EXPECT_FALSE(module.http_handlers.empty());
  EXPECT_TRUE(module.find_table("hit")->is_event);
  EXPECT_EQ(module.find_table("tick")->schedule->function_name, "on_tick");
  EXPECT_TRUE(module.find_reducer("on_tick")->is_private);
}

TEST(Description, AnOldServerKnowsV9Only) {
  EXPECT_TRUE(read_module_def(golden("module_a_v9"), Profile::v1_2));
  EXPECT_TRUE(read_module_def(golden("module_c_v9_sched"), Profile::v1_2));
  for (const char* name : {"module_a_v10", "module_empty_v10", "module_c_v9_full"}) {
    const auto read = read_module_def(golden(name), Profile::v1_2);
    ASSERT_FALSE(read) << name;
    EXPECT_EQ(read.error().kind, ErrorKind::bad_description) << name;
  }
}

TEST(Description, CutShortItIsRefused) {
  for (const char* name : {"module_a_v10", "module_b_v9", "module_c_v10"}) {
    const Bytes& whole = golden(name);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const auto read = read_module_def(ByteView(whole).first(size), Profile::v2);
      ASSERT_FALSE(read) << name << " cut to " << size;
      EXPECT_EQ(read.error().kind, ErrorKind::bad_description);
    }
    Bytes longer = whole;
    longer.push_back(0);
    EXPECT_TRUE(read_module_def(longer, Profile::v2)) << "what follows is ignored";
  }
}

TEST(Description, EveryByteChangedIsReadOrRefused) {
  // Nothing may crash; sanitized builds look closer.
  for (const char* name : {"module_a_v9", "module_b_v10", "module_c_v10"}) {
    Bytes bytes = golden(name);
    for (std::uint8_t& byte : bytes) {
      const std::uint8_t before = byte;
      for (const int change : {1, 0x7F, 0x80, 0xFF}) {
        byte = static_cast<std::uint8_t>(before ^ change);
        const auto read = read_module_def(bytes, Profile::v2);
        EXPECT_TRUE(read || !read.error().text.empty());
      }
      byte = before;
    }
  }
}

TEST(Description, AsJsonAndBack) {
  for (const Golden& entry : golden_entries()) {
    if (!entry.name.starts_with("module_")) continue;
    EXPECT_EQ(encode_module(json::parse(*module_def_json(entry.bytes))), entry.bytes) << entry.name;
  }
}

TEST(Rules, TheRowTypeIsAProductOfTheTypespace) {
  json::value module = person_module();
  first_table(module)["product_type_ref"] = 5;
  expect_problem(module, "Table person has invalid product_type_ref 5");
}

TEST(Rules, Names) {
  json::value module = person_module();
  first_table(module)["name"] = "2many";
  expect_problem(
      module,
      "module contains invalid identifier: Identifier `2many`'s starting character '2' is neither an underscore "
      "('_') nor a Unicode XID_start character and cannot be used for entities in a module.");
  first_table(module)["name"] = "";
  expect_problem(module, "module contains invalid identifier: Empty identifiers are forbidden.");
  first_table(module)["name"] = "a-b";
  expect_problem(module,
                 "module contains invalid identifier: Identifier `a-b` contains a character '-' that is not an "
                 "XID_continue character and cannot be used for entities in a module.");
  first_table(module)["name"] = "st_mine";
  expect_problem(module, "Table name is reserved for system use: st_mine");
  first_table(module)["name"] = "a\xC2\x9B";
  expect_problem(
      module,
      "module contains invalid identifier: Identifier of 3 bytes contains a control character or sign and cannot "
      "be used for entities in a module.");
  first_table(module)["name"] =
      "stra\xC3\x9F"
      "e";
  EXPECT_EQ(error_of(module), "no error");
}

TEST(Rules, NamesAreUsedOnce) {
  json::value module = person_module();
  list(module, "tables").push_back(table_json("person", 0));
  expect_problem(module, "name `person` is used for multiple entities");
  module = person_module();
  list(first_table(module), "indexes").push_back(btree_json({2}));
  expect_problem(module, "name `person_age_idx_btree` is used for multiple entities");
  module = person_module();
  list(module, "reducers").push_back(list(module, "reducers")[1]);
  expect_problem(module, "Name add is used for multiple reducers, procedures and/or views");
  module = person_module();
  list(module, "types").push_back(list(module, "types")[0]);
  expect_problem(module, "name `Person` is used for multiple types");
}

TEST(Rules, ColumnsOfIndexesAndConstraints) {
  json::value module = person_module();
  list(first_table(module), "indexes").push_back(btree_json({7}));
  expect_problem(module, "column `7` referenced by def person_col_7_idx_btree not found in table `person`");
  module = person_module();
  list(first_table(module), "indexes").push_back(btree_json({1, 1}));
  expect_problem(module, "def `person_name_name_idx_btree` has duplicate columns: [1, 1]");
  module = person_module();
  list(first_table(module), "constraints").push_back(unique_json({1}));
  expect_problem(module, "No index found to support unique constraint `person_name_key` for columns `[1]`");
}

TEST(Rules, UniqueIndexesAreThoseOfTheSameColumns) {
  json::value module = person_module();
  list(first_table(module), "indexes").push_back(btree_json({2, 1}));
  list(first_table(module), "constraints").push_back(unique_json({1, 2}));
  const ModuleDef read = read_or_fail(encode_module(module));
  EXPECT_TRUE(read.tables[0].indexes[2].is_unique) << "whatever the order";
  EXPECT_FALSE(read.tables[0].indexes[1].is_unique);
}

TEST(Rules, PrimaryKeys) {
  json::value module = person_module();
  first_table(module)["primary_key"] = json::array{0, 1};
  expect_problem(module, "table `person` has multiple primary key annotations");
  module = person_module();
  first_table(module)["primary_key"] = json::array{1};
  expect_problem(module, "table `person` column `name` is primary key but has no unique constraint");
}

TEST(Rules, Sequences) {
  json::value module = person_module();
  list(first_table(module), "sequences")[0] = sequence_json(1);
  expect_problem(module,
                 "invalid sequence column type: table `person` column `name` with type `String` in sequence "
                 "`person_name_seq`");
  module = person_module();
  json::object second = sequence_json(0);
  second["name"] = {{"some", "another"}};
  list(first_table(module), "sequences").push_back(second);
  expect_problem(module, "Attempt to define table `person` column `id` with more than 1 auto_inc sequence");
}

TEST(Rules, SequenceOptionsDependOnTheServer) {
  json::value module = person_module();
  json::object sequence = sequence_json(0);
  sequence["start"] = {{"some", 100}};
  list(first_table(module), "sequences")[0] = sequence;
  expect_problem(module, "sequence definition `person_id_seq` specifies unsupported option `start`, should be None");
  EXPECT_EQ(error_of(module, Profile::v1_2), "no error");
  sequence["max_value"] = {{"some", 50}};
  list(first_table(module), "sequences")[0] = sequence;
  expect_problem(module, "invalid sequence range information in sequence `person_id_seq`", Profile::v1_2);
}

TEST(Rules, IndexAlgorithms) {
  json::value module = person_module();
  json::object index = btree_json({});
  index["algorithm"] = {{"Direct", 1}};
  list(first_table(module), "indexes").push_back(index);
  expect_problem(module,
                 "Direct index does not support type `String` in column `name` in index `person_name_idx_direct`");
  index["algorithm"] = {{"Hash", json::array{1}}};
  list(first_table(module), "indexes").back() = index;
  EXPECT_EQ(error_of(module), "no error");
  expect_problem(module, "Hash indexes are not supported: `person_name_idx_hash` is a hash index", Profile::v1_2);
}

TEST(Rules, RecursiveRowsAreRefused) {
  json::value module = one_table_module("node", {{"id", "U64"}});
  json::array& elements = module.at("V9").at("typespace").at("types").at(0).at("Product").at("elements").as_array();
  elements.push_back(json::parse(R"({"name": {"some": "children"}, "algebraic_type": {"Array": {"Ref": 0}}})"));
  expect_problem(
      module, "table `node` has a row type that holds itself, which ends a server; refer to the other row by its key");
}

TEST(Rules, TypesThatClientsCannotExpress) {
  json::value module = person_module();
  json::array& elements = module.at("V9").at("typespace").at("types").at(0).at("Product").at("elements").as_array();
  elements[1].as_object()["algebraic_type"] = product_json({{"x", "F32"}});
  expect_problem(
      module,
      "error at typespace ref `&0`: internal codegen error: non-special product or sum type (x: f32) cannot be "
      "used to generate a client type use");
  module = person_module();
  list(module, "types").clear();
  list(module, "reducers")[1].at("params").at("elements").at(0).as_object()["algebraic_type"] = {{"Ref", 0}};
  expect_problem(
      module,
      "error at reducer `add` argument 0 (`name`): internal codegen error: type ref &0 was not pre-declared as a "
      "definition");
}

TEST(Rules, NamedTypes) {
  json::value module = person_module();
  list(module, "types")[0].as_object()["ty"] = 9;
  expect_problem(module, "Type `Person` has invalid ref: &9");
  module = person_module();
  list(module, "types")[0].as_object()["custom_ordering"] = false;
  expect_problem(
      module, "type `Person` is not annotated with a custom ordering, but uses one: (id: u64, name: String, age: u8)");
}

TEST(Rules, Lifecycle) {
  json::value module = person_module();
  list(module, "reducers")[1].as_object()["lifecycle"] = {{"some", {{"Init", json::array()}}}};
  expect_problem(module, "Multiple reducers defined for lifecycle event init");
}

TEST(Rules, ReducersOfV10ReturnNothingOrText) {
  json::value module = json::parse(*module_def_json(golden("module_a_v10")));
  for (json::value& section : module.at("V10").at("sections").as_array()) {
    if (!section.as_object().contains("Reducers")) continue;
    section.at("Reducers").at(1).as_object()["ok_return_type"] = {{"U8", json::array()}};
  }
  expect_problem(module, "reducer add has invalid return type: found Result<u8, String>");
}

TEST(Rules, IndexesOfV10HaveNames) {
  json::value module = json::parse(*module_def_json(golden("module_a_v10")));
  for (json::value& section : module.at("V10").at("sections").as_array()) {
    if (!section.as_object().contains("Tables")) continue;
    section.at("Tables").at(0).at("indexes").at(0).as_object()["source_name"] = {{"none", json::array()}};
  }
  expect_problem(
      module, "an index of table `person` has no source_name, which version 10 requires (a server would end over it)");
}

TEST(Rules, SchedulesNeedTheirColumnsAndFunction) {
  json::value module = json::parse(*module_def_json(golden("module_c_v9_sched")));
  EXPECT_EQ(error_of(module), "no error");
  json::value other = module;
  first_table(other)["schedule"].at("some").as_object()["reducer_name"] = "nothing";
  expect_problem(other, "Schedule tick_sched refers to a scheduled reducer or procedure nothing that does not exist");
  other = module;
  first_table(other)["schedule"].at("some").as_object()["scheduled_at_column"] = 2;
  expect_problem(
      other,
      "A scheduled table must have columns `scheduled_id: u64` and `scheduled_at: ScheduledAt`, but table `tick` "
      "has other ones");
  other = module;
  list(other, "reducers")[0].at("params").at("elements").as_array().clear();
  expect_problem(other, "Scheduled reducer on_tick expected to have type (&0), but has type ()");
}

TEST(Rules, EveryBrokenRuleIsReported) {
  json::value module = person_module();
  first_table(module)["name"] = "st_mine";
  first_table(module)["primary_key"] = json::array{1};
  expect_problem(module, "Table name is reserved for system use: st_mine");
  expect_problem(module, "table `st_mine` column `name` is primary key but has no unique constraint");
}

TEST(Names, SnakeCase) {
  const std::pair<const char*, const char*> pairs[] = {{"player1", "player_1"},
                                                       {"x2y", "x_2_y"},
                                                       {"HTTPServer", "http_server"},
                                                       {"_hidden", "hidden"},
                                                       {"a__b", "a_b"},
                                                       {"camelCase", "camel_case"},
                                                       {"already_snake", "already_snake"},
                                                       {"ABC", "abc"},
                                                       {"Level99Boss", "level_99_boss"}};
  for (const auto& [source, snake] : pairs) EXPECT_EQ(to_snake_case(source), snake);
  EXPECT_EQ(to_camel_case("GrannySmith"), "grannySmith");
  EXPECT_EQ(to_pascal_case("player_state"), "PlayerState");
}

TEST(Names, V10WithoutAPolicyConverts) {
  json::value module = json::parse(*module_def_json(golden("module_a_v10")));
  json::array& sections = module.at("V10").at("sections").as_array();
  const auto is_policy = [](const json::value& section) {
    return section.as_object().contains("CaseConversionPolicy");
  };
  sections.erase(std::find_if(sections.begin(), sections.end(), is_policy));
  for (json::value& section : sections) {
    if (section.as_object().contains("Tables")) section.at("Tables").at(0).as_object()["source_name"] = "PersonTable";
    if (section.as_object().contains("Reducers")) {
      json::object& reducer = section.at("Reducers").at(1).as_object();
      reducer["source_name"] = "addPerson";
      reducer.at("params").at("elements").at(0).as_object()["name"] = {{"some", "firstName"}};
    }
    if (!section.as_object().contains("Typespace")) continue;
    json::value& column = section.at("Typespace").at("types").at(0).at("Product").at("elements").at(1);
    column.as_object()["name"] = {{"some", "firstName"}};
  }
  const ModuleDef read = read_or_fail(encode_module(module));
  EXPECT_EQ(read.tables[0].name, "person_table");
  EXPECT_EQ(read.tables[0].source_name, "PersonTable");
  EXPECT_EQ(read.tables[0].columns[1].name, "first_name");
  EXPECT_EQ(read.tables[0].indexes[1].name, "person_table_age_idx_btree");
  EXPECT_EQ(read.reducers[1].name, "add_person");
  EXPECT_EQ(read.reducers[1].params.members[0].name, "first_name");
  EXPECT_EQ(read.reducers[1].params.members[0].source_name, "firstName") << "calls by name may say either";
  EXPECT_EQ(read.find_reducer("addPerson"), &read.reducers[1]);
}

}  // namespace
}  // namespace stdb::host::test
