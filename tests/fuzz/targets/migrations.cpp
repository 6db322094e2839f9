// tests/fuzz/targets/migrations.cpp: a random module with random rows, and another one published over it. It is refused
// and all is as it was, or every row is still there, with new columns at its end.
#include <algorithm>
#include <map>

#include "native_guest.hpp"
#include "stdb/host/value.hpp"
#include "target.hpp"

namespace {

using namespace stdb::host;
using namespace stdb::host::test;
using stdb::fuzz::must;
using stdb::fuzz::Script;

namespace json = boost::json;

constexpr std::size_t choices = 48;  // bytes that a module is made of
constexpr std::string_view names[] = {"a", "b", "c"};

// The columns' types. The sum has as many cases as the module chooses.
json::value type_of(std::size_t choice) {
  switch (choice) {
    case 0:
      return plain("U8");
    case 1:
      return plain("String");
    case 2:
      return ref_json(0);
    case 3:
      return option_json(plain("U32"));
    case 4:
      return plain("Bool");
    default:
      return array_json(ref_json(0));
  }
}

// Made of the same bytes, two modules are the same; of nearly the same, alike.
class Maker {
 public:
  explicit Maker(const Bytes& bytes) : script_(bytes) {}

  Bytes describe() {
    json::array cases;
    for (std::size_t count = 1 + script_.below(3); count > 0; --count) {
      const std::string name(1, static_cast<char>('p' + cases.size()));
      const json::value payload = script_.below(2) == 0 ? unit_json() : plain("U16");
      cases.push_back(json::object{{"name", {{"some", name}}}, {"algebraic_type", payload}});
    }
    module_.sum("Kind", {});
    for (const std::string_view name : names) {
      if (script_.below(8) == 0) continue;
      add_type(name);
      add_table(name, types_ - 1);
    }
    module_.reducer("act");
    if (script_.below(4) == 0) module_.view("mine", 0, false, array_json(ref_json(1)));
    json::value described = module_.json();
    set_cases(described, std::move(cases));
    return encode_module(described);
  }

 private:
  void add_type(std::string_view name) {
    const std::string upper(1, static_cast<char>(name[0] - 'a' + 'A'));
    module_.type(upper, {{"id", plain("U32")}});
    auto& members = module_.members(types_++);
    columns_ = 1 + script_.below(4);
    defaults_.clear();
    for (std::size_t at = 1; at < columns_; ++at) {
      const std::size_t choice = script_.below(6);
      const std::size_t called = script_.below(8) == 0 ? 9 : at;
      members.push_back(
          json::object{{"name", {{"some", "c" + std::to_string(called)}}}, {"algebraic_type", type_of(choice)}});
      // Zeros are a value of nearly all the types.
      const std::size_t zeros = choice == 1 || choice == 5 ? 4 : 1;
      if (script_.below(4) != 0) {
        defaults_.push_back(json::object{{"col_id", at}, {"value", std::string(zeros * 2, '0')}});
      }
    }
  }

  void add_table(std::string_view name, std::uint32_t type) {
    auto& table = module_.table(name, type);
    table["default_values"] = defaults_;
    if (script_.below(3) == 0) table["table_access"] = plain("Public");
    if (script_.below(12) == 0) table["is_event"] = true;
    if (script_.below(12) == 0) table["sequences"] = json::array();
    if (script_.below(4) == 0 && columns_ > 1) {
      auto& indexes = table.at("indexes").as_array();
      indexes.push_back(json::object{{"source_name", {{"some", "by_c1"}}},
                                     {"accessor_name", {{"none", json::array()}}},
                                     {"algorithm", {{"BTree", json::array{1}}}}});
      if (script_.below(2) == 0) {
        json::object constraint = unique_json({1});
        constraint.erase("name");
        constraint["source_name"] = {{"none", json::array()}};
        table.at("constraints").as_array().push_back(std::move(constraint));
      }
    }
  }

  // The first type is the sum.
  static void set_cases(json::value& described, json::array cases) {
    for (json::value& section : described.at("V10").at("sections").as_array()) {
      if (auto* space = section.as_object().if_contains("Typespace")) {
        space->at("types").at(0).as_object() = {{"Sum", {{"variants", std::move(cases)}}}};
        return;
      }
    }
  }

  Script script_;
  V10 module_;
  std::uint32_t types_ = 1;
  std::size_t columns_ = 0;
  json::array defaults_;
};

struct Module {
  explicit Module(const Bytes& bytes) : description(Maker(bytes).describe()) {
    definition = functions_definition(description);
  }
  std::unique_ptr<GuestModule> guest() const { return native_module(definition); }

  Bytes description;
  stdb_module_definition definition;
};

Database empty_database() {
  DatabaseOptions options;
  options.clock = [] { return Timestamp{1000}; };
  return Database(std::move(options));
}

using Rows = std::map<std::string, std::vector<Bytes>>;

Rows rows_of(const Database& database) {
  Rows rows;
  for (const TableDef& table : database.module().tables) {
    auto& of_table = rows[table.name];
    const auto found = database.rows(table.name);
    must(found.has_value(), "a declared table is not there");
    const Typespace& space = database.module().typespace;
    for (const ByteView row : *found) {
      const auto size = measure(space.types()[table.row_type], space, row);
      must(size && *size == row.size(), "a row is not of its table's type");
      of_table.emplace_back(row.begin(), row.end());
    }
    std::ranges::sort(of_table);
  }
  return rows;
}

void fill(Database& database, Script& script) {
  const std::size_t count = script.below(12);
  for (std::size_t at = 0; at < count; ++at) {
    for (const TableDef& table : database.module().tables) {
      Bytes row = number<std::uint32_t>(static_cast<std::uint32_t>(script.below(5)));
      for (std::size_t column = 1; column < table.columns.size(); ++column) {
        const AlgebraicType& type = table.columns[column].type;
        const bool is_counted = type.is(TypeKind::string) || type.is(TypeKind::array);
        const Bytes value = is_counted ? join({number<std::uint32_t>(1), {script.byte()}}) : Bytes{script.byte()};
        row.insert(row.end(), value.begin(), value.end());
      }
      static_cast<void>(database.insert(table.name, {row}));
    }
  }
}

// Each row of before, in a table that is still there, begins one of after.
void check_kept(const Rows& before, const Rows& after) {
  for (const auto& [table, rows] : before) {
    const auto kept = after.find(table);
    if (kept == after.end()) {
      must(rows.empty(), "a table with rows has gone");
      continue;
    }
    must(rows.size() == kept->second.size(), "a table has more or fewer rows than before");
    std::vector<Bytes> starts = kept->second;
    for (const Bytes& row : rows) {
      const auto found = std::ranges::find_if(starts, [&](const Bytes& other) {
        return other.size() >= row.size() && std::equal(row.begin(), row.end(), other.begin());
      });
      must(found != starts.end(), "a row has changed");
      starts.erase(found);
    }
  }
}

void publish_over(Database& database, const Module& next) {
  const Bytes saved = *database.save();
  const Rows before = rows_of(database);
  const auto published = database.publish(next.guest());
  Database restored = empty_database();
  const auto made = restored.restore(saved, next.guest());
  must(published.has_value() == made.has_value(), "a module may be published and not restored to, or the other way");
  if (!published) {
    must(!published.error().text.empty(), "a refusal without words");
    must(*database.save() == saved, "a refused module has left something behind");
    return;
  }
  check_kept(before, rows_of(database));
  must(*restored.save() == *database.save(), "restored to a module is not published over it");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bodies() = Bodies();
  Script script({data, size});
  Bytes bytes = script.bytes(choices);
  bytes.resize(choices);
  const Module first(bytes);
  for (std::size_t changes = script.below(5); changes > 0; --changes) bytes[script.below(choices)] = script.byte();
  const Module second(bytes);
  Database database = empty_database();
  if (!database.publish(first.guest())) return 0;
  fill(database, script);
  publish_over(database, second);
  publish_over(database, first);
  return 0;
}
