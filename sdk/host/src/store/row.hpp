// sdk/host/src/store/row.hpp: rows as they lie in memory.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <new>

#include "stdb/host/bytes.hpp"

namespace stdb::host {

// A row's encoded bytes, which follow the header. Owned by its table; one that the open transaction has put in and
// deleted again by the undo log.
struct Row {
  std::uint32_t size;  // a guest's memory has 32 bits

  const std::uint8_t* data() const { return reinterpret_cast<const std::uint8_t*>(this + 1); }
  ByteView bytes() const { return {data(), size}; }

  static Row* create(std::pmr::memory_resource& memory, ByteView bytes) {
    void* place = memory.allocate(sizeof(Row) + bytes.size(), alignof(Row));
    Row* row = ::new (place) Row{static_cast<std::uint32_t>(bytes.size())};
    if (!bytes.empty()) std::memcpy(row + 1, bytes.data(), bytes.size());
    return row;
  }

  static void destroy(std::pmr::memory_resource& memory, Row* row) {
    memory.deallocate(row, sizeof(Row) + row->size, alignof(Row));
  }
};

}  // namespace stdb::host
