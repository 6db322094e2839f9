// tests/oracle/datastore/run_store.cpp: runs plans of src/plan.rs on the embedded host's tables, through the host calls
// of a guest, and writes what each came to.
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/little_endian.hpp"
#include "calls/system_calls.hpp"
#include "calls/trap.hpp"

namespace stdb::host {
namespace {

enum class Kind : std::uint8_t {
  begin,
  commit,
  roll_back,
  insert,
  update,
  delete_equal,
  delete_point,
  delete_range,
  clear,
  count,
  scan,
  scan_point,
  scan_range,
};

class Reader {
 public:
  explicit Reader(ByteView bytes) : left_(bytes) {}

  bool is_at_end() const { return left_.empty(); }
  ByteView take(std::size_t size) {
    if (size > left_.size()) throw std::runtime_error("the plan ends too early");
    const ByteView taken = left_.first(size);
    left_ = left_.subspan(size);
    return taken;
  }
  template <class Number>
  Number number() {
    return load<Number>(take(sizeof(Number)).data());
  }
  ByteView counted() { return take(number<std::uint32_t>()); }

 private:
  ByteView left_;
};

void put(Bytes& out, std::uint32_t word) {
  const auto at = out.size();
  out.resize(at + sizeof word);
  store(out.data() + at, word);
}

void put(Bytes& out, ByteView bytes) {
  put(out, static_cast<std::uint32_t>(bytes.size()));
  out.insert(out.end(), bytes.begin(), bytes.end());
}

Address address(const void* at) { return reinterpret_cast<Address>(at); }

struct Operation {
  Kind kind;
  std::uint32_t table;
  std::uint32_t index;
  std::uint32_t prefix_elements;
  Bytes parts[3];  // copied: the calls write into them; never null
};

Operation read_operation(Reader& reader) {
  Operation operation{};
  operation.kind = static_cast<Kind>(reader.number<std::uint8_t>());
  operation.table = reader.number<std::uint32_t>();
  operation.index = reader.number<std::uint32_t>();
  operation.prefix_elements = reader.number<std::uint32_t>();
  for (Bytes& part : operation.parts) {
    const ByteView bytes = reader.counted();
    part.reserve(bytes.size() + 1);
    part.assign(bytes.begin(), bytes.end());
  }
  return operation;
}

// A database whose guest is the plan.
class Database {
 public:
  explicit Database(const ModuleDef& module)
      : store_(std::make_unique<Store>()),
        calls_(CallEnvironment{store_.get(), &surroundings_, &module, {}, Profile::v2}) {
    store_->create_tables(module, Profile::v2);
    calls_.begin_call({});
  }

  void find_table(ByteView name) {
    std::uint32_t id = 0;
    with_transaction(
        [&] { return calls_.table_id_from_name(memory_, address(name.data()), size_of(name), address(&id)); });
    tables_.push_back(id);
  }
  void find_index(ByteView name) {
    std::uint32_t id = 0;
    with_transaction(
        [&] { return calls_.index_id_from_name(memory_, address(name.data()), size_of(name), address(&id)); });
    indexes_.push_back(id);
  }

  // The errno, 0, or -1 for a trap; what it wrote is appended to `written`.
  std::int32_t run(Operation& operation, Bytes& written) {
    try {
      switch (operation.kind) {
        case Kind::begin:
          if (!store_->is_open()) store_->begin();
          return 0;
        case Kind::commit:
          if (store_->is_open()) store_->commit();
          return 0;
        case Kind::roll_back:
          if (store_->is_open()) store_->roll_back();
          return 0;
        default:
          return call(operation, written);
      }
    } catch (const Trap&) {
      written.clear();
      return -1;
    }
  }

 private:
  static constexpr std::uint32_t unknown = 1'000'000;

  static std::uint32_t size_of(ByteView bytes) { return static_cast<std::uint32_t>(bytes.size()); }
  static std::uint32_t id_of(const std::vector<std::uint32_t>& ids, std::uint32_t number) {
    return number < ids.size() ? ids[number] : unknown;
  }

  template <class Call>
  void with_transaction(Call call) {
    store_->begin();
    if (call() != STDB_OK) throw std::runtime_error("a table or index of the plan is not there");
    store_->commit();
  }

  std::int32_t call(Operation& operation, Bytes& written) {
    const std::uint32_t table = id_of(tables_, operation.table);
    switch (operation.kind) {
      case Kind::insert:
      case Kind::update:
        return write(operation, written);
      case Kind::delete_equal: {
        const Bytes& rows = operation.parts[0];
        return counted<std::uint32_t>(written, [&](Address out) {
          return calls_.datastore_delete_all_by_eq_bsatn(memory_, table, address(rows.data()), size_of(rows), out);
        });
      }
      case Kind::delete_point:
      case Kind::delete_range:
        return counted<std::uint32_t>(written, [&](Address out) { return scan(operation, out); });
      case Kind::clear:
        return counted<std::uint64_t>(written,
                                      [&](Address out) { return calls_.datastore_clear(memory_, table, out); });
      case Kind::count:
        return counted<std::uint64_t>(
            written, [&](Address out) { return calls_.datastore_table_row_count(memory_, table, out); });
      default:
        return rows(written, [&](Address out) {
          if (operation.kind == Kind::scan) return calls_.datastore_table_scan_bsatn(memory_, table, out);
          return scan(operation, out);
        });
    }
  }

  std::int32_t write(Operation& operation, Bytes& written) {
    Bytes& row = operation.parts[0];
    std::uint32_t length = size_of(row);
    const std::uint32_t table = id_of(tables_, operation.table);
    const std::int32_t code = operation.kind == Kind::insert
                                  ? calls_.datastore_insert_bsatn(memory_, table, address(row.data()), address(&length))
                                  : calls_.datastore_update_bsatn(memory_, table, id_of(indexes_, operation.index),
                                                                  address(row.data()), address(&length));
    if (code == STDB_OK) written.assign(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(length));
    return code;
  }

  std::int32_t scan(const Operation& operation, Address out) {
    const std::uint32_t index = id_of(indexes_, operation.index);
    const Bytes& first = operation.parts[0];
    const Bytes& start = operation.parts[1];
    const Bytes& end = operation.parts[2];
    switch (operation.kind) {
      case Kind::delete_point:
        return calls_.datastore_delete_by_index_scan_point_bsatn(memory_, index, address(first.data()), size_of(first),
                                                                 out);
      case Kind::scan_point:
        return calls_.datastore_index_scan_point_bsatn(memory_, index, address(first.data()), size_of(first), out);
      case Kind::delete_range:
        return calls_.datastore_delete_by_index_scan_range_bsatn(
            memory_, index, address(first.data()), size_of(first), operation.prefix_elements, address(start.data()),
            size_of(start), address(end.data()), size_of(end), out);
      default:
        return calls_.datastore_index_scan_range_bsatn(memory_, index, address(first.data()), size_of(first),
                                                       operation.prefix_elements, address(start.data()), size_of(start),
                                                       address(end.data()), size_of(end), out);
    }
  }

  // Counts are written with eight bytes, whatever the call has.
  template <class Count, class Call>
  static std::int32_t counted(Bytes& written, Call call) {
    Count count = 0;
    const std::int32_t code = call(address(&count));
    if (code != STDB_OK) return code;
    written.resize(sizeof(std::uint64_t));
    store(written.data(), std::uint64_t{count});
    return code;
  }

  // Reads the iterator to its end.
  template <class Call>
  std::int32_t rows(Bytes& written, Call call) {
    std::uint32_t iterator = 0;
    if (const std::int32_t code = call(address(&iterator)); code != STDB_OK) return code;
    Bytes buffer(100);
    while (true) {
      std::uint32_t length = size_of(buffer);
      const std::int32_t code =
          calls_.row_iter_bsatn_advance(memory_, iterator, address(buffer.data()), address(&length));
      if (code == STDB_BUFFER_TOO_SMALL) {
        buffer.resize(length);
        continue;
      }
      if (code != STDB_OK && code != STDB_EXHAUSTED) return code;
      written.insert(written.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(length));
      if (code == STDB_EXHAUSTED) return STDB_OK;
    }
  }

  std::unique_ptr<Store> store_;
  Surroundings surroundings_;
  SystemCalls calls_;
  Memory memory_ = Memory::native();
  std::vector<std::uint32_t> tables_;
  std::vector<std::uint32_t> indexes_;
};

// The answers of a plan: why the schema is refused, or an empty text and an answer for each operation.
Bytes run_plan(Reader plan) {
  Bytes answers;
  const auto module = read_module_def(plan.counted(), Profile::v2);
  if (!module) {
    const std::string& text = module.error().text;
    put(answers, ByteView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    return answers;
  }
  put(answers, ByteView());
  Database database(*module);
  for (auto left = plan.number<std::uint32_t>(); left > 0; --left) database.find_table(plan.counted());
  for (auto left = plan.number<std::uint32_t>(); left > 0; --left) database.find_index(plan.counted());
  for (auto left = plan.number<std::uint32_t>(); left > 0; --left) {
    Operation operation = read_operation(plan);
    Bytes written;
    put(answers, static_cast<std::uint32_t>(database.run(operation, written)));
    put(answers, written);
  }
  return answers;
}

int run() {
  Bytes input;
  std::uint8_t buffer[65'536];
  while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, stdin)) {
    input.insert(input.end(), buffer, buffer + size);
  }
  Reader reader(input);
  while (!reader.is_at_end()) {
    Bytes out;
    put(out, run_plan(Reader(reader.counted())));
    std::fwrite(out.data(), 1, out.size(), stdout);
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace stdb::host

int main() {
  try {
    return stdb::host::run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
  }
}
