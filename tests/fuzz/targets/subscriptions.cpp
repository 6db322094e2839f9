// tests/fuzz/targets/subscriptions.cpp: subscriptions come and go between random transactions. What subscribers are
// told adds up to what their queries give when they are run again, and known views to what they give.
#include <map>

#include "native_guest.hpp"
#include "target.hpp"

namespace {

using namespace stdb::host;
using namespace stdb::host::test;
using stdb::fuzz::must;
using stdb::fuzz::Script;

constexpr std::string_view tables[] = {"item", "secret", "event"};
constexpr std::string_view texts[] = {"open", "shut", ""};
constexpr std::string_view queries[] = {
    "SELECT * FROM item",
    "SELECT * FROM item WHERE id > 3",
    "SELECT * FROM item WHERE text = 'open' OR id = 2",
    "SELECT * FROM item WHERE id >= 2 AND text != ''",
    "SELECT item.* FROM item JOIN secret ON item.id = secret.id",
    "SELECT s.* FROM item i JOIN secret s ON i.id = s.id WHERE i.text = 'shut'",
    "SELECT i.* FROM item i JOIN secret s ON i.id = s.id WHERE s.text = 'open'",
    "SELECT * FROM secret",
    "SELECT * FROM secret WHERE text = 'shut'",
    "SELECT * FROM event",
    "SELECT * FROM event WHERE id < 3",
    "SELECT * FROM mine",
    "SELECT * FROM mine WHERE text = 'open'",
    "SELECT * FROM chosen",
    "SELECT item.* FROM item JOIN event ON item.id = event.id",
};

// Rules show others than the owner items that are open, and those that a secret belongs to.
const stdb_module_definition& definition() {
  static const Bytes description = [] {
    V10 module = functions_module();
    module.section("Tables").at(0).as_object()["table_access"] = plain("Public");
    module.table("secret", 0);
    auto& event = module.table("event", 0);
    event["is_event"] = true;
    event["table_access"] = plain("Public");
    module.add("RowLevelSecurity", {{"sql", "SELECT * FROM item WHERE text = 'open'"}});
    module.add("RowLevelSecurity", {{"sql", "SELECT item.* FROM item JOIN secret ON item.id = secret.id"}});
    return module.encode();
  }();
  static const stdb_module_definition made = functions_definition(description);
  return made;
}

std::uint32_t index_of(std::string_view table) {
  const std::string name = std::string(table) + "_id_idx_btree";
  std::uint32_t index = 0;
  must(stdb_index_id_from_name(reinterpret_cast<const std::uint8_t*>(name.data()),
                               static_cast<std::uint32_t>(name.size()), &index) == STDB_OK,
       "an index is not there");
  return index;
}

// The view by sender shows the item of id 3.
std::int32_t show_third(std::uint32_t sink) {
  const Bytes key = number<std::uint64_t>(3);
  std::uint32_t iterator = 0;
  std::uint8_t buffer[100];
  std::uint32_t length = sizeof buffer;
  must(stdb_datastore_index_scan_point_bsatn(index_of("item"), key.data(), 8, &iterator) == STDB_OK, "no scan");
  must(stdb_row_iter_bsatn_advance(iterator, buffer, &length) == STDB_EXHAUSTED, "no end of a scan");
  write_all(sink, join({number<std::uint32_t>(length == 0 ? 0 : 1), Bytes(buffer, buffer + length)}));
  return STDB_OK;
}

using Multiset = std::map<Bytes, int>;

Multiset as_multiset(const std::vector<Bytes>& rows) {
  Multiset set;
  for (const Bytes& row : rows) ++set[row];
  return set;
}

struct Known {
  std::vector<std::string> queries;
  std::vector<Multiset> rows;  // of each query, by what was told
  Identity user;
};

class World {
 public:
  explicit World(Script& script) : script_(script) {
    bodies() = Bodies();
    bodies().views[0] = [](const stdb_call&, std::uint32_t, std::uint32_t sink) { return show_third(sink); };
    bodies().anonymous_views[1] = [](const stdb_call&, std::uint32_t, std::uint32_t sink) {
      write_all(sink, join({number<std::uint32_t>(0), {1}, string("SELECT * FROM item WHERE text = 'open'")}));
      return STDB_OK;
    };
    users_[1].bytes[0] = 5;
    must(database_.publish(native_module(definition()), Timestamp{1000}).has_value(), "the module is refused");
  }

  void run() {
    for (std::size_t step = 0; step < 100 && !script_.is_empty(); ++step) {
      act();
      check();
    }
  }

 private:
  void act() {
    switch (script_.below(10)) {
      case 0:
      case 1:
        return subscribe();
      case 2:
        return unsubscribe();
      case 3:
        return ask_views();
      case 4:
        static_cast<void>(database_.advance(std::chrono::minutes(script_.below(12))));
        return;
      case 5:
        must(database_.publish(native_module(definition())).has_value(), "the same module is refused");
        return;
      default:
        return transact();
    }
  }

  // Changes a few rows, and ends well or not.
  void transact() {
    bodies().reducers[0] = [this](const stdb_call&, std::uint32_t, std::uint32_t) {
      for (std::size_t left = script_.below(6); left > 0; --left) change();
      return script_.below(4) == 0 ? STDB_HOST_CALL_FAILURE : STDB_OK;
    };
    must(database_.call("act", ByteView()).has_value(), "the reducer is not there");
  }

  // Whatever the answer is: a row that clashes or is not there changes nothing.
  std::int32_t change() {
    const std::string_view table = tables[script_.below(std::size(tables))];
    Bytes row = item_row(script_.below(7), texts[script_.below(std::size(texts))]);
    auto length = static_cast<std::uint32_t>(row.size());
    const Bytes key(row.begin(), row.begin() + 8);
    std::uint32_t count = 0;
    switch (script_.below(4)) {
      case 0:
        return stdb_datastore_delete_by_index_scan_point_bsatn(index_of(table), key.data(), 8, &count);
      case 1:
        return stdb_datastore_update_bsatn(table_id(table), index_of(table), row.data(), &length);
      default:
        return insert(table, row);
    }
  }

  void subscribe() {
    if (known_.size() > 8) return;
    auto known = std::make_shared<Known>();
    known->user = users_[script_.below(2)];
    for (std::size_t left = 1 + script_.below(3); left > 0; --left) {
      known->queries.emplace_back(queries[script_.below(std::size(queries))]);
    }
    known->rows.resize(known->queries.size());
    const auto take = [known](const std::vector<QueryUpdate>& updates) { note(*known, updates); };
    const auto number = database_.subscribe({known->user, {}}, known->queries, take);
    if (number) {
      known_[*number] = known;
    } else {
      must(!number.error().text.empty(), "a refusal without words");
    }
  }

  static void note(Known& known, const std::vector<QueryUpdate>& updates) {
    must(!updates.empty(), "told of nothing");
    for (const QueryUpdate& update : updates) {
      must(!update.deleted.empty() || !update.inserted.empty(), "told of a query that has not changed");
      Multiset& rows = known.rows.at(update.query);
      const Multiset inserted = as_multiset(update.inserted);
      for (const Bytes& row : update.deleted) {
        must(!inserted.contains(row), "a row is told of as deleted and as inserted");
        must(rows[row]-- > 0, "a row is deleted that was not told of");
        if (rows[row] == 0) rows.erase(row);
      }
      // What comes of the rows of an event table does not stay.
      if (known.queries[update.query].contains("event")) continue;
      for (const Bytes& row : update.inserted) ++rows[row];
    }
  }

  void unsubscribe() {
    if (known_.empty()) {
      must(!database_.unsubscribe(77), "a subscription that never was has ended");
      return;
    }
    auto chosen = known_.begin();
    std::advance(chosen, static_cast<std::ptrdiff_t>(script_.below(known_.size())));
    must(database_.unsubscribe(chosen->first), "a subscription is not known");
    known_.erase(chosen);
  }

  // Runs the view and compares it with what is known of it.
  void ask_views() {
    const Identity& user = users_[script_.below(2)];
    const auto known = database_.query("SELECT * FROM mine", user);
    const auto shown = database_.view("mine", user);
    must(known && shown && as_multiset(known->rows) == as_multiset(shown->rows), "a view is not what is known of it");
  }

  void check() {
    for (const auto& [number, known] : known_) {
      for (std::size_t at = 0; at < known->queries.size(); ++at) {
        const auto result = database_.query(known->queries[at], known->user);
        must(result.has_value(), "a query that was subscribed to cannot be run");
        must(as_multiset(result->rows) == known->rows[at], "what was told is not what the query gives");
      }
    }
  }

  Script& script_;
  Database database_;
  Identity users_[2] = {default_owner(), {}};
  std::map<std::uint32_t, std::shared_ptr<Known>> known_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Script script({data, size});
  World(script).run();
  bodies() = Bodies();
  return 0;
}
