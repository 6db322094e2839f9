// bench/host/store_bench.cpp: the embedded host's tables against the official datastore, the same rows in one run.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>

#include "../common/processor_time.hpp"
#include "base/little_endian.hpp"
#include "engines.hpp"
#include "store/sorted_index.hpp"

namespace stdb::bench {
namespace {

constexpr std::size_t batch = 1000;        // operations of one transaction
constexpr std::uint64_t range_rows = 100;  // that one range scan finds

template <class Number>
void put(Bytes& out, Number number) {
  const auto at = out.size();
  out.resize(at + sizeof number);
  host::store(out.data() + at, number);
}

Bytes id_bytes(std::uint64_t id) {
  Bytes bytes;
  put(bytes, id);
  return bytes;
}

Bytes bound(std::uint8_t kind, std::uint64_t id) {
  Bytes bytes{kind};
  put(bytes, id);
  return bytes;
}

Bytes item(std::uint64_t id, std::int64_t score) {
  Bytes row;
  put(row, id);
  put(row, static_cast<std::uint32_t>(id * 2'654'435'761U % 1000));
  put(row, score);
  const std::string name = "player " + std::to_string(id);
  put(row, static_cast<std::uint32_t>(name.size()));
  row.insert(row.end(), name.begin(), name.end());
  return row;
}

// A database of `count` rows, whose ids are the even numbers in an order that no index likes.
template <class Engine>
struct Filled {
  explicit Filled(std::uint64_t count) : ids(count) {
    for (std::uint64_t at = 0; at < count; ++at) ids[at] = 2 * at;
    std::ranges::shuffle(ids, random);
    engine.begin();
    for (const std::uint64_t id : ids) {
      Bytes row = item(id, 0);
      engine.insert(row);
    }
    engine.commit();
  }

  std::uint64_t any_id() { return ids[random() % ids.size()]; }

  // Ids that no row has.
  std::vector<Bytes> new_rows() {
    std::vector<Bytes> rows;
    for (std::size_t at = 0; at < batch; ++at) rows.push_back(item(2 * (ids.size() + 7) * at + 1, 0));
    std::ranges::shuffle(rows, random);
    return rows;
  }

  // Some of the rows, each once.
  std::vector<std::uint64_t> some_ids() {
    std::ranges::shuffle(ids.begin(), ids.begin() + batch, random);
    const auto start = static_cast<std::ptrdiff_t>(random() % (ids.size() - batch + 1));
    return {ids.begin() + start, ids.begin() + start + batch};
  }

  std::mt19937_64 random{42};
  std::vector<std::uint64_t> ids;
  Engine engine;
};

// Databases stay from one benchmark to the next: each leaves the rows as it found them, up to their scores.
template <class Engine>
Filled<Engine>& filled(std::uint64_t count) {
  static std::unique_ptr<Filled<Engine>> kept;
  if (!kept || kept->ids.size() != count) {
    kept.reset();
    kept = std::make_unique<Filled<Engine>>(count);
  }
  return *kept;
}

template <class Work>
void timed(benchmark::State& state, Work work) {
  const double start = stdb::bench::processor_seconds();
  work();
  state.SetIterationTime(stdb::bench::processor_seconds() - start);
}

void per_operation(benchmark::State& state, std::size_t operations) {
  state.SetItemsProcessed(static_cast<std::int64_t>(operations) * state.iterations());
}

template <class Engine>
void insert(benchmark::State& state) {
  auto& database = filled<Engine>(static_cast<std::uint64_t>(state.range(0)));
  Engine& engine = database.engine;
  for ([[maybe_unused]] auto _ : state) {
    std::vector<Bytes> rows = database.new_rows();
    timed(state, [&] {
      engine.begin();
      for (Bytes& row : rows) engine.insert(row);
      engine.commit();
    });
    engine.begin();
    for (const Bytes& row : rows) engine.delete_point(ByteView(row).first(8));
    engine.commit();
  }
  per_operation(state, batch);
}

template <class Engine>
void point(benchmark::State& state) {
  auto& database = filled<Engine>(static_cast<std::uint64_t>(state.range(0)));
  Bytes buffer(65'536);
  database.engine.begin();
  for ([[maybe_unused]] auto _ : state) {
    std::vector<Bytes> keys;
    for (std::size_t at = 0; at < batch; ++at) keys.push_back(id_bytes(database.any_id()));
    timed(state, [&] {
      for (const Bytes& key : keys) demand(database.engine.scan_point(key, buffer) > 20, "no row");
    });
  }
  database.engine.roll_back();
  per_operation(state, batch);
}

template <class Engine>
void range(benchmark::State& state) {
  auto& database = filled<Engine>(static_cast<std::uint64_t>(state.range(0)));
  Bytes buffer(65'536);
  database.engine.begin();
  for ([[maybe_unused]] auto _ : state) {
    std::vector<std::pair<Bytes, Bytes>> bounds;
    for (std::size_t at = 0; at < batch / 10; ++at) {
      const std::uint64_t first = 2 * (database.random() % (database.ids.size() - range_rows + 1));
      bounds.emplace_back(bound(0, first), bound(1, first + 2 * range_rows));
    }
    timed(state, [&] {
      for (const auto& [start, end] : bounds) {
        demand(database.engine.scan_range(start, end, buffer) > range_rows * 20, "no rows");
      }
    });
  }
  database.engine.roll_back();
  per_operation(state, batch / 10);
}

template <class Engine>
void update(benchmark::State& state) {
  auto& database = filled<Engine>(static_cast<std::uint64_t>(state.range(0)));
  Engine& engine = database.engine;
  std::int64_t score = 0;
  for ([[maybe_unused]] auto _ : state) {
    std::vector<Bytes> rows;
    ++score;
    for (const std::uint64_t id : database.some_ids()) rows.push_back(item(id, score));
    timed(state, [&] {
      engine.begin();
      for (Bytes& row : rows) engine.update(row);
      engine.commit();
    });
  }
  per_operation(state, batch);
}

template <class Engine>
void remove(benchmark::State& state) {
  auto& database = filled<Engine>(static_cast<std::uint64_t>(state.range(0)));
  Engine& engine = database.engine;
  for ([[maybe_unused]] auto _ : state) {
    const auto ids = database.some_ids();
    std::vector<Bytes> keys;
    for (const std::uint64_t id : ids) keys.push_back(id_bytes(id));
    timed(state, [&] {
      engine.begin();
      for (const Bytes& key : keys) engine.delete_point(key);
      engine.commit();
    });
    engine.begin();
    for (const std::uint64_t id : ids) {
      Bytes row = item(id, 0);
      engine.insert(row);
    }
    engine.commit();
  }
  per_operation(state, batch);
}

// A transaction of inserts that is taken back, from its beginning to its end.
template <class Engine>
void roll_back(benchmark::State& state) {
  auto& database = filled<Engine>(static_cast<std::uint64_t>(state.range(0)));
  Engine& engine = database.engine;
  for ([[maybe_unused]] auto _ : state) {
    std::vector<Bytes> rows = database.new_rows();
    timed(state, [&] {
      engine.begin();
      for (Bytes& row : rows) engine.insert(row);
      engine.roll_back();
    });
  }
  per_operation(state, batch);
}

// The same of deletes, which leaves all rows.
template <class Engine>
void roll_back_deletes(benchmark::State& state) {
  auto& database = filled<Engine>(static_cast<std::uint64_t>(state.range(0)));
  Engine& engine = database.engine;
  for ([[maybe_unused]] auto _ : state) {
    std::vector<Bytes> keys;
    for (const std::uint64_t id : database.some_ids()) keys.push_back(id_bytes(id));
    timed(state, [&] {
      engine.begin();
      for (const Bytes& key : keys) engine.delete_point(key);
      engine.roll_back();
    });
  }
  per_operation(state, batch);
}

// Counts the rows that a lookup reads besides those that it finds.
class CountingKeys final : public host::KeySource {
 public:
  explicit CountingKeys(std::vector<Bytes> keys) : keys_(std::move(keys)) {}
  void write_key(host::Slot slot, Bytes& out) const override {
    ++read;
    out.insert(out.end(), keys_[slot].begin(), keys_[slot].end());
  }
  const std::vector<Bytes>& keys() const { return keys_; }

  mutable std::uint64_t read = 0;

 private:
  std::vector<Bytes> keys_;
};

// Rows visited by lookups of keys of eight bytes, or of longer ones that begin alike.
void visited(benchmark::State& state) {
  const auto count = static_cast<std::uint64_t>(state.range(0));
  const bool is_long = state.range(1) != 0;
  std::vector<Bytes> keys(count);
  for (std::uint64_t at = 0; at < count; ++at) {
    if (is_long) keys[at].assign(8, 'x');
    const std::uint64_t number = __builtin_bswap64(at * 2'654'435'761U);
    put(keys[at], number);
  }
  const CountingKeys source(std::move(keys));
  host::SortedIndex index(source);
  for (std::uint64_t at = 0; at < count; ++at) index.insert(source.keys()[at], static_cast<host::Slot>(at));
  std::mt19937_64 random(1);
  source.read = 0;
  std::uint64_t lookups = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Bytes& key = source.keys()[random() % count];
    const auto place = index.find(key, false);
    demand(index.matches(place, key), "no key");
    ++lookups;
  }
  state.counters["rows_per_lookup"] = static_cast<double>(source.read) / static_cast<double>(lookups) + 1;
}

template <class Engine>
void add_all(std::int64_t rows) {
  const std::pair<const char*, void (*)(benchmark::State&)> all[] = {
      {"insert", insert<Engine>},
      {"point lookup", point<Engine>},
      {"range scan", range<Engine>},
      {"update", update<Engine>},
      {"delete", remove<Engine>},
      {"rollback", roll_back<Engine>},
      {"rollback of deletes", roll_back_deletes<Engine>},
  };
  for (const auto& [name, run] : all) {
    benchmark::RegisterBenchmark((std::string(name) + "/" + Engine::name).c_str(), run)->Arg(rows)->UseManualTime();
  }
}

}  // namespace
}  // namespace stdb::bench

int main(int count, char** arguments) {
  using namespace stdb::bench;
  for (const std::int64_t rows : {1'000, 10'000, 100'000, 1'000'000}) {
    add_all<Official>(rows);
    add_all<Ours>(rows);
  }
  for (const std::int64_t is_long : {0, 1}) {
    for (const std::int64_t rows : {1'000, 10'000, 100'000, 1'000'000}) {
      benchmark::RegisterBenchmark("rows visited", visited)->Args({rows, is_long});
    }
  }
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
}
