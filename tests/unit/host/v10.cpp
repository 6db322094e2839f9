// tests/unit/host/v10.cpp: V10 descriptions put together by the tests, right or wrong.
#include "v10.hpp"

namespace stdb::host::test {

namespace json = boost::json;

namespace {

const json::value none{{"none", json::array()}};

json::value some(json::value value) { return {{"some", std::move(value)}}; }

json::value member(std::string_view name, json::value type) {
  return json::object{{"name", some(json::string(name))}, {"algebraic_type", std::move(type)}};
}

json::value wrapper(std::string_view name, std::string_view kind) {
  return {{"Product", {{"elements", json::array{member(name, plain(kind))}}}}};
}

}  // namespace

json::value plain(std::string_view kind) { return json::object{{kind, json::array()}}; }
json::value ref_json(std::uint32_t index) { return json::object{{"Ref", index}}; }
json::value array_json(json::value element) { return json::object{{"Array", std::move(element)}}; }
json::value unit_json() { return {{"Product", {{"elements", json::array()}}}}; }

json::value option_json(json::value value) {
  return {{"Sum", {{"variants", json::array{member("some", std::move(value)), member("none", unit_json())}}}}};
}

json::value query_json(std::uint32_t row) {
  return {{"Product", {{"elements", json::array{member("__query__", ref_json(row))}}}}};
}

json::value schedule_at_json() {
  return {{"Sum",
           {{"variants", json::array{member("Interval", wrapper("__time_duration_micros__", "I64")),
                                     member("Time", wrapper("__timestamp_micros_since_unix_epoch__", "I64"))}}}}};
}

json::value members_json(Members members) {
  json::array elements;
  for (const auto& [name, type] : members) elements.push_back(member(name, type));
  return json::object{{"elements", std::move(elements)}};
}

V10::V10() { sections_["CaseConversionPolicy"] = plain("None"); }

json::array& V10::section(std::string_view name) {
  json::value& found = sections_[name];
  if (!found.is_array()) found = json::array();
  return found.as_array();
}

json::object& V10::add(std::string_view name, json::object item) {
  section(name).push_back(std::move(item));
  return section(name).back().as_object();
}

void V10::type(std::string_view name, Members members) { add_type(name, {{"Product", members_json(members)}}); }

void V10::sum(std::string_view name, Members cases) {
  add_type(name, {{"Sum", {{"variants", members_json(cases).at("elements")}}}});
}

void V10::add_type(std::string_view name, json::object type) {
  json::value& space = sections_["Typespace"];
  if (!space.is_object()) space = {{"types", json::array()}};
  json::array& types = space.at("types").as_array();
  const std::size_t index = types.size();
  types.push_back(std::move(type));
  add("Types",
      {{"source_name", {{"scope", json::array()}, {"source_name", name}}}, {"ty", index}, {"custom_ordering", true}});
}

json::array& V10::members(std::size_t type) {
  return sections_.at("Typespace").at("types").at(type).at("Product").at("elements").as_array();
}

json::object& V10::table(std::string_view name, std::uint32_t row_type) {
  json::object index = btree_json({0});
  index.erase("name");
  index["source_name"] = some(json::string(std::string(name) + "_id_idx_btree"));
  json::object sequence = sequence_json(0);
  sequence.erase("name");
  sequence["source_name"] = none;
  json::object constraint = unique_json({0});
  constraint.erase("name");
  constraint["source_name"] = none;
  return add("Tables", {{"source_name", name},
                        {"product_type_ref", row_type},
                        {"primary_key", json::array{0}},
                        {"indexes", json::array{index}},
                        {"constraints", json::array{constraint}},
                        {"sequences", json::array{sequence}},
                        {"table_type", plain("User")},
                        {"table_access", plain("Private")},
                        {"default_values", json::array()},
                        {"is_event", false}});
}

json::object& V10::reducer(std::string_view name, Members params) {
  return add("Reducers", {{"source_name", name},
                          {"params", members_json(params)},
                          {"visibility", plain("ClientCallable")},
                          {"ok_return_type", unit_json()},
                          {"err_return_type", plain("String")}});
}

json::object& V10::procedure(std::string_view name, json::value return_type, Members params) {
  return add("Procedures", {{"source_name", name},
                            {"params", members_json(params)},
                            {"return_type", std::move(return_type)},
                            {"visibility", plain("ClientCallable")}});
}

json::object& V10::view(std::string_view name, std::uint32_t index, bool is_anonymous, json::value return_type) {
  return add("Views", {{"source_name", name},
                       {"index", index},
                       {"is_public", true},
                       {"is_anonymous", is_anonymous},
                       {"params", members_json({})},
                       {"return_type", std::move(return_type)}});
}

void V10::schedule(std::string_view table, std::uint16_t at_column, std::string_view function) {
  add("Schedules",
      {{"source_name", none}, {"table_name", table}, {"schedule_at_col", at_column}, {"function_name", function}});
}

void V10::handler(std::string_view name) { add("HttpHandlers", {{"source_name", name}}); }

json::object& V10::route(std::string_view handler, std::string_view method, std::string_view path) {
  const json::value wanted = method.empty() ? plain("Any") : json::value(json::object{{"Method", plain(method)}});
  return add("HttpRoutes", {{"handler_function", handler}, {"method", wanted}, {"path", path}});
}

json::value V10::json() const {
  json::array list;
  for (const auto& [name, content] : sections_) list.push_back(json::object{{name, content}});
  return {{"V10", {{"sections", list}}}};
}

}  // namespace stdb::host::test
