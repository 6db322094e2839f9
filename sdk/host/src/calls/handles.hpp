// sdk/host/src/calls/handles.hpp: things that a guest holds by number.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "calls/trap.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {

// Numbers count from 1; the number of a thing that was taken is given out again, the latest first, as on a server.
template <class Thing>
class Handles {
 public:
  std::uint32_t add(Thing thing) {
    if (!free_.empty()) {
      const std::uint32_t handle = free_.back();
      free_.pop_back();
      things_[handle - 1] = std::move(thing);
      return handle;
    }
    if (things_.size() >= limits::handles) throw Trap("too many handles are open; close what is not used up");
    things_.push_back(std::move(thing));
    return static_cast<std::uint32_t>(things_.size());
  }

  // Null when there is no such thing.
  Thing* find(std::uint32_t handle) {
    if (handle == 0 || handle > things_.size()) return nullptr;
    auto& thing = things_[handle - 1];
    return thing ? &*thing : nullptr;
  }

  std::optional<Thing> take(std::uint32_t handle) {
    if (find(handle) == nullptr) return std::nullopt;
    free_.push_back(handle);
    return std::exchange(things_[handle - 1], std::nullopt);
  }

 private:
  std::vector<std::optional<Thing>> things_;
  std::vector<std::uint32_t> free_;
};

}  // namespace stdb::host
