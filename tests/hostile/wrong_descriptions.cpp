// tests/hostile/wrong_descriptions.cpp: modules whose descriptions have one thing wrong.
#include <functional>

#include "hostile_module.hpp"
#include "v10.hpp"

namespace stdb::host::test {

// Descriptions, each with one thing wrong.
std::vector<Hostile> wrong_descriptions() {
  namespace json = boost::json;
  std::vector<Hostile> all;
  const auto add = [&](std::string name, const std::function<void(V10&)>& change, std::string text,
                       ErrorKind kind = ErrorKind::invalid_module) {
    V10 module;
    module.type("Item", {{"id", plain("U64")}, {"text", plain("String")}});
    module.table("item", 0);
    module.reducer("act");
    change(module);
    all.push_back({std::move(name), module_text(module.encode(), "(i32.const 0)"), kind, {}, std::move(text)});
  };
  const auto first_table_of = [](V10& module) -> json::object& { return module.section("Tables").at(0).as_object(); };
  const std::string errors = "Errors occurred:\n";
  add("table_of_missing_type", [&](V10& m) { first_table_of(m)["product_type_ref"] = 77; }, "");
  add("table_of_highest_type", [&](V10& m) { first_table_of(m)["product_type_ref"] = 0xFFFFFFFFu; }, "");
  add("table_twice", [&](V10& m) { m.table("item", 0); }, errors);
  add("table_without_name", [&](V10& m) { first_table_of(m)["source_name"] = ""; }, errors);
  add(
      "index_of_missing_column",
      [&](V10& m) { first_table_of(m).at("indexes").at(0).at("algorithm") = {{"BTree", json::array{65'535}}}; },
      errors);
  add(
      "index_of_no_column",
      [&](V10& m) { first_table_of(m).at("indexes").at(0).at("algorithm") = {{"BTree", json::array()}}; }, errors);
  add("primary_key_of_missing_column", [&](V10& m) { first_table_of(m)["primary_key"] = json::array{9}; }, errors);
  add("sequence_of_text", [&](V10& m) { first_table_of(m).at("sequences").at(0).at("column") = 1; }, errors);
  add(
      "default_of_other_type",
      [&](V10& m) { first_table_of(m)["default_values"] = json::array{json::object{{"col_id", 1}, {"value", "ff"}}}; },
      errors);
  add("reducer_twice", [&](V10& m) { m.reducer("act"); }, errors);
  add("schedule_of_missing_table", [&](V10& m) { m.schedule("nowhere", 1, "act"); }, errors);
  add("schedule_of_missing_function", [&](V10& m) { m.schedule("item", 1, "nobody"); }, errors);
  add("schedule_of_other_column", [&](V10& m) { m.schedule("item", 60'000, "act"); }, errors);
  add("view_of_numbers", [&](V10& m) { m.view("v", 0, true, plain("U8")); }, errors);
  add("view_of_missing_type", [&](V10& m) { m.view("v", 0, true, array_json(ref_json(99))); }, "");
  add("route_of_missing_handler", [&](V10& m) { m.route("nobody", "Get", "/x"); }, errors);
  add(
      "route_with_strange_path",
      [&](V10& m) {
        m.handler("h");
        m.route("h", "Get", "no slash");
      },
      errors);
  add(
      "type_that_refers_to_itself",
      [&](V10& m) {
        m.type("Loop", {{"next", ref_json(1)}});
        m.table("loop", 1);
      },
      "");
  add("parameter_of_missing_type", [&](V10& m) { m.reducer("other", {{"x", ref_json(1000)}}); }, "");
  add(
      "environment_of_strange_name",
      [&](V10& m) {
        m.add("Environment", {{"name", "1 2"}, {"ty", {{"Union", json::array{"a"}}}}, {"optional", true}});
      },
      errors);
  add(
      "submodule_of_strange_name",
      [&](V10& m) { m.add("Submodules", {{"namespace", "not a name"}, {"module", V10().json().at("V10")}}); }, errors);
  for (auto& one : all) {
    // A reference that leads nowhere makes a description unreadable rather than wrong.
    if (one.text.empty()) one.refused.reset();
  }
  return all;
}

}  // namespace stdb::host::test
