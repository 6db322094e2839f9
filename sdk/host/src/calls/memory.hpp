// sdk/host/src/calls/memory.hpp: the guest's memory as host calls see it: nothing is touched unless it is inside.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "calls/trap.hpp"
#include "stdb/host/bytes.hpp"

namespace stdb::host {

// A pointer of the guest: an offset into linear memory, or an address in a native module.
using Address = std::uint64_t;

// A window on the guest's memory. Cheap to make; made anew for each call, because linear memory moves when it grows.
// A null pointer traps even for no bytes, and so does any byte outside (host-abi 1.3).
class Memory {
 public:
  Memory(std::uint8_t* base, std::uint64_t size) : base_(reinterpret_cast<std::uintptr_t>(base)), size_(size) {}

  // The memory of this process: addresses are what they are, and only null can be told to be wrong.
  static Memory native() { return {nullptr, ~std::uint64_t{0}}; }

  std::span<std::uint8_t> slice(Address address, std::uint64_t length) const {
    if (address == 0) throw Trap("null pointer passed to a spacetime function");
    if (address > size_ || length > size_ - address) {
      throw Trap("out of bounds pointer passed to a spacetime function");
    }
    return {reinterpret_cast<std::uint8_t*>(base_ + address), length};
  }

  std::string_view text(Address address, std::uint32_t length) const {
    const ByteView bytes = slice(address, length);
    if (!is_utf8(bytes)) throw Trap("invalid utf8 passed to a spacetime function");
    return as_text(bytes);
  }

  template <std::integral Number>
  Number read(Address address) const {
    return load<Number>(slice(address, sizeof(Number)).data());
  }

  template <std::integral Number>
  void write(Address address, Number number) const {
    store(slice(address, sizeof number).data(), number);
  }

 private:
  std::uintptr_t base_;
  std::uint64_t size_;
};

}  // namespace stdb::host
