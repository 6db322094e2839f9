// tests/unit/host/newer_sections_test.cpp: procedures, views, HTTP, environment, outboxes and submodules as
// descriptions declare them, right and wrong.
#include <gtest/gtest.h>

#include "native_guest.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

std::string error_of(const V10& module) {
  const auto read = read_module_def(module.encode(), Profile::v2);
  return read ? "no error" : read.error().text;
}

// The module is refused, and this is one line of the reasons.
void expect_problem(const V10& module, const std::string& line) {
  const std::string text = error_of(module);
  EXPECT_TRUE(text.starts_with("Errors occurred:\n")) << text;
  EXPECT_NE((text + "\n").find("\n" + line + "\n"), std::string::npos) << text;
}

json::object& item(V10& module, std::string_view section, std::size_t index) {
  return module.section(section).at(index).as_object();
}

TEST(Sections, FunctionsOfEveryKind) {
  const ModuleDef module = read_or_fail(functions_module().encode());
  ASSERT_EQ(module.procedures.size(), 3u);
  EXPECT_EQ(type_name(module.procedures[0].params), "(text: String)");
  EXPECT_TRUE(module.procedures[0].return_type.is(TypeKind::string));
  EXPECT_FALSE(module.procedures[0].is_private);
  EXPECT_TRUE(module.procedures[2].is_private) << "it is scheduled";
  ASSERT_EQ(module.views.size(), 3u);
  EXPECT_FALSE(module.views[0].is_anonymous);
  EXPECT_TRUE(module.views[1].is_anonymous);
  EXPECT_FALSE(module.views[1].is_query);
  EXPECT_FALSE(module.views[1].primary_key);
  EXPECT_EQ(module.views[2].id, 1u);
  EXPECT_TRUE(module.views[2].is_query);
  EXPECT_EQ(module.views[2].primary_key, 0) << "that of the table whose rows it shows";
  ASSERT_EQ(module.http_routes.size(), 3u);
  EXPECT_EQ(module.http_routes[0].method, "GET");
  EXPECT_EQ(module.http_routes[2].handler, 1u);
  EXPECT_FALSE(module.http_routes[2].method);
  EXPECT_EQ(module.find_route("GET", ""), &module.http_routes[1]);
  EXPECT_EQ(module.find_route("BREW", "/echo"), &module.http_routes[2]);
  EXPECT_EQ(module.find_route("PUT", "/greet"), nullptr);
  ASSERT_EQ(module.environment.size(), 1u);
  EXPECT_EQ(module.environment[0].allowed, (std::vector<std::string>{"fast", "slow"}));
  EXPECT_TRUE(module.environment[0].is_optional);
}

TEST(Sections, V9HasProceduresAndViewsToo) {
  const ModuleDef module = read_or_fail(golden("module_c_v9_full"));
  EXPECT_FALSE(module.procedures.empty());
  EXPECT_FALSE(module.views.empty());
  EXPECT_NE(module.find_procedure("sum_scores"), nullptr);
}

TEST(Rules, FunctionsAreNamedOnce) {
  V10 module = functions_module();
  module.procedure("act", unit_json());
  expect_problem(module, "Name act is used for multiple reducers, procedures and/or views");
  module = functions_module();
  module.view("item", 1, false, array_json(ref_json(0)));
  expect_problem(module, "name `item` is used for multiple entities");
  module = functions_module();
  module.handler("greet");
  expect_problem(module, "HTTP handler name greet is used for multiple HTTP handlers");
  module = functions_module();
  module.handler("act");
  EXPECT_EQ(error_of(module), "no error") << "handlers have names of their own";
}

TEST(Rules, ViewsReturnRows) {
  const auto with = [](json::value return_type) {
    V10 module = functions_module();
    module.view("v", 1, false, std::move(return_type));
    return module;
  };
  expect_problem(with(plain("U8")), "View v has invalid return type u8");
  expect_problem(with(array_json(plain("U8"))), "View v has invalid return type Array<u8>");
  expect_problem(with(ref_json(0)), "View v has invalid return type &0");
  V10 module = with(array_json(ref_json(0)));
  EXPECT_EQ(error_of(module), "no error");
  module.section("Views").back().as_object()["params"] = members_json({{"x", plain("F32")}});
  expect_problem(module, "View v has a float parameter `x`, which views can't take yet");
}

TEST(Rules, PrimaryKeysOfViews) {
  const auto with = [](std::string_view view, json::array columns) {
    V10 module = functions_module();
    module.add("ViewPrimaryKeys", {{"view_source_name", view}, {"columns", std::move(columns)}});
    return module;
  };
  V10 module = with("mine", {"text"});
  EXPECT_EQ(read_or_fail(module.encode()).views[0].primary_key, 1);
  module.add("ViewPrimaryKeys", {{"view_source_name", "mine"}, {"columns", json::array{"id"}}});
  expect_problem(module, "View mine has multiple primary key definitions");
  expect_problem(with("mine", {"id", "text"}), "View mine has multiple primary key columns");
  expect_problem(with("none", {"id"}), "View none referenced by primary key definition not found");
  expect_problem(with("mine", {"no"}), "Primary key column no for view mine not found");
  module = with("mine", {"id"});
  item(module, "Views", 0)["params"] = members_json({{"x", plain("U8")}});
  expect_problem(module, "View mine has parameters and cannot have a primary key");
}

TEST(Rules, Routes) {
  const auto with = [](std::string_view handler, std::string_view method, std::string_view path) {
    V10 module = functions_module();
    module.route(handler, method, path);
    return module;
  };
  EXPECT_EQ(error_of(with("echo", "Post", "/greet")), "no error");
  EXPECT_EQ(error_of(with("echo", "Put", "/a-b_c~d/9")), "no error");
  expect_problem(with("echo", "Get", "/greet"), "HTTP route duplicates method GET for path /greet");
  expect_problem(with("echo", "", "/greet"), "HTTP route duplicates method Any for path /greet");
  expect_problem(with("greet", "Delete", "/echo"), "HTTP route duplicates method DELETE for path /echo");
  expect_problem(with("nobody", "Get", "/x"), "HTTP route refers to unknown HTTP handler `nobody`");
  for (const char* path : {"x", "/X", "/a b", "/:id", "/a%20"}) {
    expect_problem(with("echo", "Get", path),
                   "HTTP route path `" + std::string(path) +
                       "` is invalid; allowed characters are ASCII lowercase letters, digits "
                       "and `-_~/`");
  }
}

TEST(Rules, SchedulesOfProcedures) {
  V10 module = functions_module();
  item(module, "Procedures", 2)["params"] = members_json({});
  expect_problem(module, "Scheduled procedure work expected to have type (&2), but has type ()");
  module = functions_module();
  item(module, "Tables", 1)["is_event"] = true;
  expect_problem(module, "scheduled table timer must not be an event table");
}

TEST(Rules, Environment) {
  const auto with = [](std::string_view name, json::value type) {
    V10 module = functions_module();
    module.add("Environment", {{"name", name}, {"ty", std::move(type)}, {"optional", false}});
    return module;
  };
  const json::value text{{"String", json::array()}};
  EXPECT_EQ(error_of(with("HOME_9", text)), "no error");
  EXPECT_EQ(error_of(with("A", {{"StringLiteral", "x"}})), "no error");
  for (const char* name : {"", "9A", "A-B", "\xC3\xA9"}) {
    expect_problem(with(name, text), "invalid environment declaration: invalid name");
  }
  expect_problem(with("MODE", text),
                 "invalid environment declaration: environment key \"MODE\": duplicate declaration");
  expect_problem(with("A", {{"Union", json::array()}}),
                 "invalid environment declaration: environment key \"A\": string union must not be empty");
  expect_problem(with("A", {{"StringLiteral", std::string(8193, 'x')}}),
                 "invalid environment declaration: environment key \"A\": declared literal exceeds value size limit");
}

// A table of calls of other databases: id, target, amount.
V10 with_outbox() {
  V10 module = functions_module();
  module.type("Payment", {{"id", plain("U64")}, {"target", plain("U256")}, {"amount", plain("U32")}});
  module.table("payment", 3);
  const json::value result = json::parse(R"({"Sum": {"variants": [
      {"name": {"some": "ok"}, "algebraic_type": {"Product": {"elements": []}}},
      {"name": {"some": "err"}, "algebraic_type": {"String": []}}]}})");
  module.reducer("paid", {{"row", ref_json(3)}, {"result", result}});
  module.add("Outboxes", {{"table_name", "payment"},
                          {"remote_reducer", "bank.pay"},
                          {"target_column", 1},
                          {"arg_columns", json::array{2}},
                          {"on_result_reducer", {{"some", "paid"}}},
                          {"signature_hash", "0x0"}});
  return module;
}

TEST(Rules, Outboxes) {
  const ModuleDef read = read_or_fail(with_outbox().encode());
  const auto& outbox = read.find_table("payment")->outbox;
  ASSERT_TRUE(outbox);
  EXPECT_EQ(outbox->remote_reducer, "bank.pay");
  EXPECT_EQ(outbox->on_result_reducer, "paid");
  EXPECT_TRUE(read.find_reducer("paid")->is_private);
  const auto changed = [](std::string_view key, json::value value) {
    V10 module = with_outbox();
    item(module, "Outboxes", 0)[key] = std::move(value);
    return module;
  };
  expect_problem(changed("table_name", "none"), "outbox table none not found");
  expect_problem(changed("table_name", "timer"), "outbox table timer must not be a scheduled table");
  expect_problem(changed("target_column", 2),
                 "outbox table payment must have exactly one non-primary-key identity target column");
  expect_problem(changed("arg_columns", json::array{7}), "outbox table payment argument column 7 does not exist");
  expect_problem(changed("on_result_reducer", {{"some", "nobody"}}),
                 "on_result reducer nobody for outbox payment does not exist");
  expect_problem(
      changed("on_result_reducer", {{"some", "a.b"}}),
      "on_result reducer a.b for outbox payment must be an unqualified name in the same module; cross-module "
      "callbacks are not supported");
  expect_problem(changed("on_result_reducer", {{"some", "act"}}),
                 "on_result reducer act for outbox payment expected parameters (&3, Result<(), String>), but has ()");
  V10 twice = with_outbox();
  twice.section("Outboxes").push_back(twice.section("Outboxes")[0]);
  expect_problem(twice, "table payment is assigned in multiple outboxes");
}

// A module "library" of one table, which it calls book, in a module that has a submodule of its own.
V10 library() {
  V10 module;
  module.type("Book", {{"id", plain("U64")}, {"again", schedule_at_json()}});
  module.table("book", 0);
  module.reducer("lend", {{"book", ref_json(0)}});
  module.procedure("count", array_json(ref_json(0)));
  module.view("by_me", 0, false, array_json(ref_json(0)));
  module.view("everything", 0, true, array_json(ref_json(0)));
  module.schedule("book", 1, "lend");
  return module;
}

void mount(V10& parent, std::string_view name, const V10& child) {
  parent.add("Submodules", {{"namespace", name}, {"module", child.json().at("V10")}});
}

TEST(Submodules, StandBehindTheirParentUnderTheirName) {
  V10 inner = library();
  V10 outer = library();
  mount(outer, "inner", inner);
  V10 root = functions_module();
  mount(root, "outer", outer);
  mount(root, "other", library());
  const ModuleDef module = read_or_fail(root.encode());
  EXPECT_EQ(module.namespaces, (std::vector<std::string>{"outer", "outer.inner", "other"}));
  const std::size_t own = 3;  // tables, procedures and types of the root
  ASSERT_EQ(module.tables.size(), own + 3);
  EXPECT_EQ(module.tables[own].name, "outer.book");
  EXPECT_EQ(module.tables[own + 1].name, "outer.inner.book");
  EXPECT_EQ(module.tables[own + 2].name, "other.book");
  const TableDef& book = module.tables[own + 1];
  EXPECT_EQ(book.row_type, own + 1);
  EXPECT_EQ(book.indexes[0].name, "outer.inner.book_id_idx_btree");
  EXPECT_EQ(book.constraints[0].name, "outer.inner.book_id_key");
  EXPECT_EQ(book.sequences[0].name, "outer.inner.book_id_seq");
  EXPECT_EQ(book.schedule->function_name, "outer.inner.lend");
  EXPECT_EQ(module.reducers[2].name, "outer.lend") << "after the root's two";
  EXPECT_EQ(module.reducers[3].name, "outer.inner.lend");
  EXPECT_EQ(module.reducers[3].params.members[0].type.ref, own + 1);
  EXPECT_TRUE(module.reducers[3].is_private);
  EXPECT_EQ(module.procedures[own + 2].name, "other.count");
  EXPECT_EQ(module.procedures[own + 2].return_type.element->ref, own + 2);
  // Views by sender: mine, then one of each; anonymous ones: two of the root, then one of each.
  EXPECT_EQ(module.find_view("outer.by_me")->id, 1u);
  EXPECT_EQ(module.find_view("outer.inner.by_me")->id, 2u);
  EXPECT_EQ(module.find_view("other.by_me")->id, 3u);
  EXPECT_EQ(module.find_view("outer.everything")->id, 2u);
  EXPECT_EQ(module.find_view("other.everything")->id, 4u);
  EXPECT_EQ(type_name_in(reference(own + 1), module), "outer::inner::Book");
}

TEST(Submodules, NamesMayBeConverted) {
  V10 root = functions_module();
  mount(root, "myLib", library());
  root.section("ExplicitNames");  // replaced below: the section is an object
  json::value description = root.json();
  for (json::value& section : description.at("V10").at("sections").as_array()) {
    if (!section.as_object().contains("ExplicitNames")) continue;
    section = {{"ExplicitNames",
                {{"entries",
                  json::array{json::object{{"Namespace", {{"source_name", "myLib"}, {"canonical_name", "books"}}}}}}}}};
  }
  const ModuleDef module = read_or_fail(encode_module(description));
  EXPECT_NE(module.find_table("books.book"), nullptr);
  EXPECT_EQ(module.find_table("myLib.book"), module.find_table("books.book")) << "the name that the module's code uses";
  EXPECT_EQ(module.find_table("books.book")->indexes[0].source_name, "myLib.book_id_idx_btree");
}

TEST(Submodules, KeepTheRules) {
  const auto with = [](std::string_view name, const V10& child) {
    V10 root = functions_module();
    mount(root, name, child);
    return root;
  };
  V10 child = library();
  child.add("Environment", {{"name", "A"}, {"ty", {{"String", json::array()}}}, {"optional", true}});
  expect_problem(with("lib", child), "submodule \"lib\" cannot declare environment variables");
  child = library();
  child.reducer("start");
  child.add("LifeCycleReducers", {{"lifecycle_spec", plain("Init")}, {"function_name", "start"}});
  expect_problem(
      with("lib", child),
      "lifecycle event init is not permitted in submodule under namespace `lib`; lifecycle reducers may only "
      "be declared in the root module");
  child = library();
  item(child, "Tables", 0)["source_name"] = "st_mine";
  item(child, "Schedules", 0)["table_name"] = "st_mine";
  expect_problem(with("lib", child), "Table name is reserved for system use: st_mine");
  const std::string longest(63, 'a');
  EXPECT_EQ(error_of(with(longest, library())), "no error");
  expect_problem(with(longest + "a", library()),
                 "submodule namespace `" + longest + "a` is 64 bytes, which exceeds the 63-byte limit");
  expect_problem(with("9", library()),
                 "module contains invalid identifier: Identifier `9`'s starting character '9' is neither an underscore "
                 "('_') nor a Unicode XID_start character and cannot be used for entities in a module.");
  V10 twice = with("lib", library());
  mount(twice, "lib", library());
  expect_problem(twice, "name `lib` is used for multiple entities");
  expect_problem(
      with("item", library()),
      "naming conflict between table `item` and submodule namespace `item`; a table cannot share its accessor "
      "name with a namespace mounted in the same module");
}

TEST(Sections, EveryByteChangedIsReadOrRefused) {
  // Nothing may crash; sanitized builds look closer.
  V10 module = with_outbox();
  mount(module, "lib", library());
  module.add("ViewPrimaryKeys", {{"view_source_name", "mine"}, {"columns", json::array{"id"}}});
  Bytes bytes = module.encode();
  ASSERT_TRUE(read_module_def(bytes, Profile::v2));
  for (std::uint8_t& byte : bytes) {
    const std::uint8_t before = byte;
    for (const int change : {1, 0x7F, 0xFF}) {
      byte = static_cast<std::uint8_t>(before ^ change);
      const auto read = read_module_def(bytes, Profile::v2);
      EXPECT_TRUE(read || !read.error().text.empty());
    }
    byte = before;
  }
}

TEST(Sections, SubmodulesMayNotNestWithoutEnd) {
  V10 module = library();
  for (int depth = 0; depth < 20; ++depth) {
    V10 outer = library();
    mount(outer, "inner", module);
    module = outer;
  }
  const ModuleDef read = read_or_fail(module.encode());
  EXPECT_EQ(read.tables.size(), 21u);
  // A module of nothing but a submodule, again and again.
  const Bytes start = join({number(1u), {14}, number(1u), string("a")});
  Bytes bytes{2};
  for (int depth = 0; depth < 100'000; ++depth) bytes.insert(bytes.end(), start.begin(), start.end());
  bytes.insert(bytes.end(), 4, 0);
  EXPECT_EQ(read_module_def(bytes, Profile::v2).error().kind, ErrorKind::bad_description);
}

TEST(Submodules, Run) {
  bodies() = Bodies();
  V10 root = functions_module();
  mount(root, "a", library());
  const Bytes description = root.encode();
  // Ids count through: act and tick, then a.lend; the definition has two reducers, so that the third is missing.
  const stdb_module_definition definition = functions_definition(description);
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    return insert("a.book", join({number<std::uint64_t>(0), {1}, number<std::int64_t>(5)}));
  };
  Database database;
  const auto published = database.publish(native_module(definition), Timestamp{1});
  ASSERT_TRUE(published) << published.error().text;
  EXPECT_TRUE(database.call("act", ByteView())->is_committed());
  EXPECT_EQ(*database.row_count("a.book"), 1u);
  const auto due = database.advance(std::chrono::microseconds(10));
  ASSERT_EQ(due->calls.size(), 1u);
  EXPECT_EQ(due->calls[0].function, "a.lend");
  EXPECT_EQ(due->calls[0].trap_reason, "the module has no reducer 2");
  EXPECT_EQ(*database.row_count("a.book"), 0u);
  bodies() = Bodies();
}

}  // namespace
}  // namespace stdb::host::test
