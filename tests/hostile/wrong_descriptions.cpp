// tests/hostile/wrong_descriptions.cpp: modules whose descriptions have one thing wrong.
#include <functional>

#include "hostile_module.hpp"
#include "v10.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

const std::string errors = "Errors occurred:\n";

// Makes a list of descriptions, each with one thing wrong.
class List {
 public:
  void add(std::string name, const std::function<void(V10&)>& change, std::string text) {
    V10 module;
    module.type("Item", {{"id", plain("U64")}, {"text", plain("String")}});
    module.table("item", 0);
    module.reducer("act");
    change(module);
    Hostile made{std::move(name), module_text(module.encode(), "(i32.const 0)"), ErrorKind::invalid_module, {}, text};
    // A reference that leads nowhere makes a description unreadable rather than wrong.
    if (text.empty()) made.refused.reset();
    all.push_back(std::move(made));
  }

  std::vector<Hostile> all;
};

json::object& first_table_of(V10& module) { return module.section("Tables").at(0).as_object(); }

void add_tables(List& list) {
  list.add("table_of_missing_type", [](V10& m) { first_table_of(m)["product_type_ref"] = 77; }, "");
  list.add("table_of_highest_type", [](V10& m) { first_table_of(m)["product_type_ref"] = 0xFFFFFFFFu; }, "");
  list.add("table_twice", [](V10& m) { m.table("item", 0); }, errors);
  list.add("table_without_name", [](V10& m) { first_table_of(m)["source_name"] = ""; }, errors);
  list.add(
      "index_of_missing_column",
      [](V10& m) { first_table_of(m).at("indexes").at(0).at("algorithm") = {{"BTree", json::array{65'535}}}; }, errors);
  list.add(
      "index_of_no_column",
      [](V10& m) { first_table_of(m).at("indexes").at(0).at("algorithm") = {{"BTree", json::array()}}; }, errors);
  list.add("primary_key_of_missing_column", [](V10& m) { first_table_of(m)["primary_key"] = json::array{9}; }, errors);
  list.add("sequence_of_text", [](V10& m) { first_table_of(m).at("sequences").at(0).at("column") = 1; }, errors);
  list.add(
      "default_of_other_type",
      [](V10& m) { first_table_of(m)["default_values"] = json::array{json::object{{"col_id", 1}, {"value", "ff"}}}; },
      errors);
}

void add_others(List& list) {
  list.add("reducer_twice", [](V10& m) { m.reducer("act"); }, errors);
  list.add("schedule_of_missing_table", [](V10& m) { m.schedule("nowhere", 1, "act"); }, errors);
  list.add("schedule_of_missing_function", [](V10& m) { m.schedule("item", 1, "nobody"); }, errors);
  list.add("schedule_of_other_column", [](V10& m) { m.schedule("item", 60'000, "act"); }, errors);
  list.add("view_of_numbers", [](V10& m) { m.view("v", 0, true, plain("U8")); }, errors);
  list.add("view_of_missing_type", [](V10& m) { m.view("v", 0, true, array_json(ref_json(99))); }, "");
  list.add("route_of_missing_handler", [](V10& m) { m.route("nobody", "Get", "/x"); }, errors);
  list.add(
      "route_with_strange_path",
      [](V10& m) {
        m.handler("h");
        m.route("h", "Get", "no slash");
      },
      errors);
  list.add(
      "type_that_refers_to_itself",
      [](V10& m) {
        m.type("Loop", {{"next", ref_json(1)}});
        m.table("loop", 1);
      },
      "");
  list.add("parameter_of_missing_type", [](V10& m) { m.reducer("other", {{"x", ref_json(1000)}}); }, "");
  list.add(
      "environment_of_strange_name",
      [](V10& m) {
        m.add("Environment", {{"name", "1 2"}, {"ty", {{"Union", json::array{"a"}}}}, {"optional", true}});
      },
      errors);
  list.add(
      "submodule_of_strange_name",
      [](V10& m) { m.add("Submodules", {{"namespace", "not a name"}, {"module", V10().json().at("V10")}}); }, errors);
}

}  // namespace

std::vector<Hostile> wrong_descriptions() {
  List list;
  add_tables(list);
  add_others(list);
  return std::move(list.all);
}

}  // namespace stdb::host::test
