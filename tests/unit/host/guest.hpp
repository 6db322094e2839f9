// tests/unit/host/guest.hpp: a guest without code, whose host calls the tests make themselves.
#pragma once

#include <gtest/gtest.h>
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "calls/system_calls.hpp"
#include "support.hpp"

namespace stdb::host::test {

// A guest without code: 4 MiB of memory, in which tests put what a module would.
class Guest {
 public:
  explicit Guest(Bytes description, Profile profile = Profile::v2) : module(read_or_fail(description, profile)) {
    store.create_tables(module, profile);
    CallEnvironment environment{&store, &surroundings, &module, {}, profile};
    environment.database.bytes[0] = 42;
    calls.emplace(environment);
    store.begin();
    calls->begin_call({});
  }

  // Ends the transaction and begins a call of another kind, as the host does for procedures.
  void begin(FunctionKind kind, std::string function = "f", Timestamp at = {}) {
    if (store.is_open()) store.roll_back();
    calls->end_call();
    calls->begin_call({}, {kind, std::move(function), at});
  }

  // Reads a source to its end.
  Bytes read(std::uint32_t source) {
    const Address size = put_word(1 << 20);
    const Address buffer = 2 << 20;
    if (calls->bytes_source_read(window(), source, buffer, size) != STDB_EXHAUSTED) return {0xEE};
    const auto bytes = window().slice(buffer, word(size));
    return {bytes.begin(), bytes.end()};
  }

  Memory window() { return {memory.data(), memory.size()}; }

  // Puts bytes into memory, each time at another place, and answers where.
  Address put(ByteView bytes) {
    const Address at = next_;
    std::copy(bytes.begin(), bytes.end(), memory.begin() + static_cast<std::ptrdiff_t>(at));
    next_ += bytes.size() + 16;
    return at;
  }
  Address put_word(std::uint32_t word) { return put(number(word)); }
  std::uint32_t word(Address at) { return window().read<std::uint32_t>(at); }

  // The number that a call wrote to the address it is given, or minus its errno.
  template <class Call>
  std::int64_t written(Call call) {
    const Address out = put(Bytes(8, 0));
    const std::int32_t answer = call(out);
    return answer == 0 ? std::int64_t{word(out)} : -std::int64_t{answer};
  }

  std::int64_t table_id(std::string_view name) {
    return written([&](Address out) {
      return calls->table_id_from_name(window(), put(string(name)) + 4, static_cast<std::uint32_t>(name.size()), out);
    });
  }
  std::int64_t index_id(std::string_view name) {
    return written([&](Address out) {
      return calls->index_id_from_name(window(), put(string(name)) + 4, static_cast<std::uint32_t>(name.size()), out);
    });
  }

  // The errno, or the bytes that came back.
  std::pair<std::int32_t, Bytes> insert(std::uint32_t table, const Bytes& row) {
    return write(row,
                 [&](Address at, Address size) { return calls->datastore_insert_bsatn(window(), table, at, size); });
  }
  std::pair<std::int32_t, Bytes> update(std::uint32_t table, std::uint32_t index, const Bytes& row) {
    return write(
        row, [&](Address at, Address size) { return calls->datastore_update_bsatn(window(), table, index, at, size); });
  }

  std::int64_t scan(std::uint32_t table) {
    return written([&](Address out) { return calls->datastore_table_scan_bsatn(window(), table, out); });
  }
  std::int64_t scan_range(std::uint32_t index, const Bytes& prefix, std::uint32_t elements, const Bytes& start,
                          const Bytes& end) {
    return written([&](Address out) {
      return calls->datastore_index_scan_range_bsatn(window(), index, put(prefix), size_of(prefix), elements,
                                                     put(start), size_of(start), put(end), size_of(end), out);
    });
  }
  std::int64_t scan_point(std::uint32_t index, const Bytes& point) {
    return written([&](Address out) {
      return calls->datastore_index_scan_point_bsatn(window(), index, put(point), size_of(point), out);
    });
  }

  // What advance answers, and what it wrote.
  std::pair<std::int32_t, Bytes> advance(std::uint32_t iterator, std::uint32_t capacity) {
    const Address size = put_word(capacity);
    const Address buffer = 2 << 20;
    const std::int32_t answer = calls->row_iter_bsatn_advance(window(), iterator, buffer, size);
    const auto bytes = window().slice(buffer, word(size));
    if (answer == STDB_BUFFER_TOO_SMALL) return {answer, number(word(size))};
    return {answer, answer == STDB_NO_SUCH_ITER ? Bytes() : Bytes(bytes.begin(), bytes.end())};
  }

  // All rows of an iterator, by one call of advance; an errno of the scan as a byte 0xEE and itself.
  Bytes all(std::int64_t iterator) {
    if (iterator < 0) return {0xEE, static_cast<std::uint8_t>(-iterator)};
    const auto [answer, bytes] = advance(static_cast<std::uint32_t>(iterator), 1 << 20);
    EXPECT_EQ(answer, STDB_EXHAUSTED);
    return bytes;
  }

  static std::uint32_t size_of(const Bytes& bytes) { return static_cast<std::uint32_t>(bytes.size()); }

  ModuleDef module;
  Store store;
  Surroundings surroundings = committing(store);
  std::optional<SystemCalls> calls;
  Bytes memory = Bytes(4 << 20, 0);

 private:
  // Nothing depends on these tables but the guest.
  static Surroundings committing(Store& store) {
    Surroundings surroundings;
    surroundings.commit = [&store] { store.commit(); };
    return surroundings;
  }

  template <class Call>
  std::pair<std::int32_t, Bytes> write(const Bytes& row, Call call) {
    const Address at = put(row);
    const Address size = put_word(size_of(row));
    const std::int32_t answer = call(at, size);
    const auto back = window().slice(at, answer == 0 ? word(size) : 0);
    return {answer, Bytes(back.begin(), back.end())};
  }

  Address next_ = 16;
};

inline Bytes person(std::uint64_t id, std::string_view name, std::uint8_t age) {
  return join({number(id), string(name), {age}});
}

template <class Call>
std::string trap_of(Call call) {
  try {
    call();
  } catch (const Trap& trap) {
    return trap.text;
  }
  return "no trap";
}

inline constexpr const char* null_pointer = "null pointer passed to a spacetime function";
inline constexpr const char* out_of_bounds = "out of bounds pointer passed to a spacetime function";
inline const std::pair<std::int32_t, Bytes> ok{0, {}};

// The person table of module A in the golden file.
class PersonCalls : public testing::Test {
 protected:
  PersonCalls() : guest(golden("module_a_v10")) {}

  std::uint32_t table = 4096;
  std::uint32_t by_id = 4096;
  std::uint32_t by_age = 4097;
  Guest guest;
};

}  // namespace stdb::host::test
