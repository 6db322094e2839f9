// sdk/host/src/store/row.hpp: rows as they lie in memory.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <new>

#include "stdb/host/bytes.hpp"

namespace stdb::host {

// A row's encoded bytes, which follow the header. Owned by its table, or by the undo log once deleted.
struct Row {
  std::uint32_t size : 31;   // a guest's memory has 32 bits, and no row is half of it
  std::uint32_t is_own : 1;  // put in by the transaction that is open

  const std::uint8_t* data() const { return reinterpret_cast<const std::uint8_t*>(this + 1); }
  ByteView bytes() const { return {data(), size}; }

  static Row* create(std::pmr::memory_resource& memory, ByteView bytes) {
    void* place = memory.allocate(sizeof(Row) + bytes.size(), alignof(Row));
    Row* row = ::new (place) Row{static_cast<std::uint32_t>(bytes.size()) & 0x7FFFFFFFU, 1};
    if (!bytes.empty()) std::memcpy(row + 1, bytes.data(), bytes.size());
    return row;
  }

  static void destroy(std::pmr::memory_resource& memory, Row* row) {
    memory.deallocate(row, sizeof(Row) + row->size, alignof(Row));
  }
};

}  // namespace stdb::host
