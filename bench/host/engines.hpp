// bench/host/engines.hpp: the embedded host's tables and the official datastore, to be measured by the same code.
//
// Both are given encoded rows and keys and hand out encoded rows in a buffer of the caller, as for a module.
#pragma once

#include <memory>
#include <stdexcept>

#include "calls/system_calls.hpp"
#include "official.h"

namespace stdb::bench {

using host::Bytes;
using host::ByteView;

inline Bytes describe_items() {
  Bytes bytes(4096);
  bytes.resize(official_describe(bytes.data(), bytes.size()));
  return bytes;
}

inline void demand(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

class Official {
 public:
  static constexpr const char* name = "official";

  void begin() { official_begin(database_.get()); }
  void commit() { official_commit(database_.get()); }
  void roll_back() { official_roll_back(database_.get()); }
  void insert(Bytes& row) { demand(official_insert(database_.get(), row.data(), row.size()), "insert"); }
  void update(Bytes& row) { demand(official_update(database_.get(), row.data(), row.size()), "update"); }
  std::size_t scan_point(ByteView id, std::span<std::uint8_t> out) {
    return official_scan_point(database_.get(), id.data(), id.size(), out.data(), out.size());
  }
  std::size_t scan_range(ByteView start, ByteView end, std::span<std::uint8_t> out) {
    return official_scan_range(database_.get(), start.data(), end.data(), start.size(), out.data(), out.size());
  }
  void delete_point(ByteView id) {
    demand(official_delete_point(database_.get(), id.data(), id.size()) == 1, "delete");
  }

 private:
  struct Destroy {
    void operator()(OfficialDatabase* database) const { official_destroy(database); }
  };
  std::unique_ptr<OfficialDatabase, Destroy> database_{official_create()};
};

// Through the host calls, as a module's own calls come.
class Ours {
 public:
  static constexpr const char* name = "ours";

  Ours()
      : module_(host::read_module_def(describe_items(), host::Profile::v2).value()),
        calls_(host::CallEnvironment{&store_, &surroundings_, &module_, {}, host::Profile::v2}) {
    store_.create_tables(module_, host::Profile::v2);
    table_ = store_.find_table("item")->id();
    by_id_ = store_.find_index("item_id_idx_btree")->index->id();
    calls_.begin_call({});
  }

  void begin() { store_.begin(); }
  void commit() { store_.commit(); }
  void roll_back() { store_.roll_back(); }
  void insert(Bytes& row) {
    auto length = static_cast<std::uint32_t>(row.size());
    demand(calls_.datastore_insert_bsatn(memory_, table_, address(row.data()), address(&length)) == 0, "insert");
  }
  void update(Bytes& row) {
    auto length = static_cast<std::uint32_t>(row.size());
    demand(calls_.datastore_update_bsatn(memory_, table_, by_id_, address(row.data()), address(&length)) == 0,
           "update");
  }
  std::size_t scan_point(ByteView id, std::span<std::uint8_t> out) {
    std::uint32_t iterator = 0;
    demand(calls_.datastore_index_scan_point_bsatn(memory_, by_id_, address(id.data()),
                                                   static_cast<std::uint32_t>(id.size()), address(&iterator)) == 0,
           "point scan");
    return read(iterator, out);
  }
  std::size_t scan_range(ByteView start, ByteView end, std::span<std::uint8_t> out) {
    std::uint32_t iterator = 0;
    demand(calls_.datastore_index_scan_range_bsatn(memory_, by_id_, 0, 0, 0, address(start.data()),
                                                   static_cast<std::uint32_t>(start.size()), address(end.data()),
                                                   static_cast<std::uint32_t>(end.size()), address(&iterator)) == 0,
           "range scan");
    return read(iterator, out);
  }
  void delete_point(ByteView id) {
    std::uint32_t deleted = 0;
    calls_.datastore_delete_by_index_scan_point_bsatn(memory_, by_id_, address(id.data()),
                                                      static_cast<std::uint32_t>(id.size()), address(&deleted));
    demand(deleted == 1, "delete");
  }

 private:
  static host::Address address(const void* at) { return reinterpret_cast<host::Address>(at); }

  // The host asks for one call where the buffer takes everything.
  std::size_t read(std::uint32_t iterator, std::span<std::uint8_t> out) {
    auto length = static_cast<std::uint32_t>(out.size());
    const auto code = calls_.row_iter_bsatn_advance(memory_, iterator, address(out.data()), address(&length));
    demand(code == STDB_EXHAUSTED, "the buffer is too small");
    return length;
  }

  host::ModuleDef module_;
  host::Store store_;
  host::Surroundings surroundings_;
  host::SystemCalls calls_;
  host::Memory memory_ = host::Memory::native();
  std::uint32_t table_ = 0;
  std::uint32_t by_id_ = 0;
};

}  // namespace stdb::bench
