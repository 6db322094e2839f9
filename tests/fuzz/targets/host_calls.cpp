// tests/fuzz/targets/host_calls.cpp: host calls in any order with any arguments, over a memory of a few pages. Each
// ends with an answer or a trap, and the tables are whole afterwards.
#include <array>
#include <map>
#include <memory>
#include <optional>

#include "calls/system_calls.hpp"
#include "target.hpp"
#include "v10.hpp"

namespace {

using namespace stdb::host;
using stdb::fuzz::must;
using stdb::fuzz::Script;
using test::number;
using test::plain;
using test::string;

constexpr std::size_t memory_bytes = 8192;

// item: a generated key, two indexes of several columns, a direct and a hash one; timer: scheduled; event: of no index.
const ModuleDef& module_def() {
  static const ModuleDef module = [] {
    const auto index = [](std::string_view name, boost::json::value algorithm) {
      return boost::json::object{{"source_name", {{"some", name}}},
                                 {"accessor_name", {{"none", boost::json::array()}}},
                                 {"algorithm", std::move(algorithm)}};
    };
    test::V10 v10;
    v10.type("Item", {{"id", plain("U8")},
                      {"text", plain("String")},
                      {"size", plain("I16")},
                      {"real", plain("F32")},
                      {"wide", plain("U128")}});
    v10.type("Timer", {{"id", plain("U64")}, {"at", test::schedule_at_json()}});
    v10.type("Loose", {{"a", plain("U8")}, {"b", test::option_json(plain("String"))}});
    auto& indexes = v10.table("item", 0).at("indexes").as_array();
    indexes.push_back(index("by_text_size", {{"BTree", boost::json::array{1, 2}}}));
    indexes.push_back(index("by_real", {{"BTree", boost::json::array{3}}}));
    indexes.push_back(index("by_size", {{"Hash", boost::json::array{2}}}));
    v10.table("timer", 1);
    auto& loose = v10.table("loose", 2);
    for (const char* part : {"primary_key", "indexes", "constraints", "sequences"}) loose[part] = boost::json::array();
    v10.reducer("tick", {{"row", test::ref_json(1)}});
    v10.schedule("timer", 1, "tick");
    v10.add("Environment", {{"name", "MODE"}, {"ty", {{"Union", boost::json::array{"fast"}}}}, {"optional", true}});
    return test::read_or_fail(v10.encode());
  }();
  return module;
}

// The rows of all tables, as sorted as their slots are.
std::map<std::uint32_t, std::vector<Bytes>> rows_of(Store& store) {
  std::map<std::uint32_t, std::vector<Bytes>> rows;
  for (Table& table : store.tables()) {
    auto& of_table = rows[table.id()];
    for (Slot slot = 0; slot < table.slot_count(); ++slot) {
      const Row* row = table.row_at(slot);
      if (row != nullptr) of_table.emplace_back(row->bytes().begin(), row->bytes().end());
    }
    must(of_table.size() == table.row_count(), "the count of rows is wrong");
    for (const Bytes& row : of_table) must(table.find(row) != RowSet::none, "a row is not found");
    for (const auto& index : table.indexes()) {
      std::size_t entries = 0;
      index->each(index->all(), [&](Slot slot) {
        must(table.row_at(slot) != nullptr, "an index holds a row that is gone");
        ++entries;
      });
      must(entries == of_table.size(), "an index holds another number of rows than its table");
    }
  }
  return rows;
}

// What a well-meant call points to, each part at a multiple of 8: names, rows, bounds, a request.
Bytes useful_bytes() {
  const Bytes item = test::join({{0}, string("abc"), number(std::int16_t{3}), Bytes(20, 1)});
  const Bytes timer = test::join({number(std::uint64_t{0}), {1}, number(std::int64_t{9'000'000})});
  const auto name = [](std::string_view text) { return Bytes(text.begin(), text.end()); };
  Bytes all;
  for (const Bytes& part :
       {name("item"), name("timer"), name("item_id_idx_btree"), name("by_text_size"), name("by_size"), name("MODE"),
        item, timer, test::join({{7, 0}, string("b")}), Bytes{0, 1}, Bytes{2}, test::join({{0}, string("abc")}),
        test::join({{1}, string("")}), test::join({number(std::uint32_t{1}), item}), number(std::uint32_t{32}),
        test::join({{0}, number(0u), {1}, string("http://a"), {2}})}) {
    all.insert(all.end(), part.begin(), part.end());
    all.resize((all.size() + 7) / 8 * 8);
  }
  return all;
}

class Guest {
 public:
  explicit Guest(Script& script) : script_(script), memory_(new std::uint8_t[memory_bytes]) {
    std::fill_n(memory_.get(), memory_bytes, std::uint8_t{0});
    put(272, useful_bytes());
    put(1024, script.bytes(script.byte()));
    profile_ = script.byte() % 4 == 0 ? Profile::v1_2 : Profile::v2;
    store_.create_tables(module_def(), profile_);
    around_.environment["MODE"] = "fast";
    around_.connections[ConnectionId{}] = "{\"sub\":\"a\"}";
    around_.clock.set(Timestamp{1'000'000});
    around_.commit = [this] { store_.commit(); };
    around_.http = [](const HttpRequest& request) -> std::expected<HttpResponse, std::string> {
      if (request.uri.size() % 2 == 0) return std::unexpected("refused");
      HttpResponse response;
      response.body = request.body;
      return response;
    };
    around_.sleep_until = [this](Timestamp at) { around_.clock.set(at); };
    calls_.emplace(CallEnvironment{&store_, &around_, &module_def(), {}, profile_});
  }

  void run() {
    while (!script_.is_empty()) call_function();
  }

 private:
  // One call of a reducer or procedure: it ends by a trap, or when the script says so, and is kept or taken back.
  void call_function() {
    const auto before = rows_of(store_);
    const auto kind = static_cast<FunctionKind>(script_.below(4));
    const bool is_reducer = kind == FunctionKind::reducer || kind == FunctionKind::view;
    if (is_reducer) store_.begin();
    calls_->begin_call(Bytes(script_.below(64), 7), {kind, "f", Timestamp{5}});
    calls_->open_sink();
    bool has_trapped = false;
    try {
      for (std::size_t count = script_.below(64); count > 0 && !script_.is_empty(); --count) host_call();
    } catch (const Trap& trap) {
      must(!trap.text.empty(), "a trap without words");
      has_trapped = true;
    }
    const bool is_kept = is_reducer && !has_trapped && script_.byte() % 2 == 0;
    calls_->abort_own_transaction();
    if (is_reducer && is_kept) store_.commit();
    if (is_reducer && !is_kept) store_.roll_back();
    calls_->take_sink(1);
    calls_->end_call();
    must(!store_.is_open(), "a transaction is left open");
    const auto after = rows_of(store_);
    must(!is_reducer || is_kept || after == before, "a transaction was not taken back");
  }

  // Calls the import that the script chooses.
  void host_call() {
    using Call = void (*)(Guest&);
    static constexpr Call imports[] = {
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  [](Guest& guest) { guest.call(&SystemCalls::name); },
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
    };
    const std::size_t choice = script_.below(std::size(imports) + 8);
    if (choice >= std::size(imports)) return write();
    imports[choice](*this);
  }

  // Puts a number or some bytes into memory, where the calls find them.
  void write() {
    const std::size_t at = 16 + script_.below(64) * 8;
    put(at, script_.bytes(script_.below(16)));
  }

  void put(std::size_t at, const Bytes& bytes) {
    std::copy(bytes.begin(), bytes.end(), memory_.get() + static_cast<std::ptrdiff_t>(at));
  }

  template <class Result, class... Parameters>
  void call(Result (SystemCalls::*method)(const Memory&, Parameters...)) {
    const std::tuple<Parameters...> arguments{argument<Parameters>()...};  // in order
    const Memory window(memory_.get(), memory_bytes);
    std::apply([&](auto... values) { static_cast<void>(((*calls_).*method)(window, values...)); }, arguments);
  }

  template <class Parameter>
  Parameter argument() {
    const std::uint8_t choice = script_.byte();
    if constexpr (std::is_same_v<Parameter, Address>) {
      if (choice < 200) return 16 + std::uint64_t{choice} * 8;
      if (choice < 220) return memory_bytes - (choice - 200u);
      if (choice < 230) return choice - 220u;
      return choice < 250 ? memory_bytes + (choice - 230u) : ~std::uint32_t{0} - (choice - 250u);
    } else if constexpr (std::is_same_v<Parameter, std::int64_t>) {
      return choice < 128 ? std::int64_t{choice} * 1'000'000
                          : static_cast<std::int64_t>(std::uint64_t{script_.word()} << 32);
    } else {
      // Ids of tables and indexes, handles and lengths.
      if (choice < 128) return choice;
      if (choice < 144) return 4096u + (choice - 128u);
      return choice < 250 ? choice * 64u - 8192u : ~std::uint32_t{0} - (choice - 250u);
    }
  }

  Script& script_;
  std::unique_ptr<std::uint8_t[]> memory_;
  Profile profile_ = Profile::v2;
  Store store_;
  Surroundings around_;
  std::optional<SystemCalls> calls_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Script script({data, size});
  Guest(script).run();
  return 0;
}
