// sdk/host/src/run/live_views.hpp: what views have shown to whom, kept until it may be another.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "stdb/host/identity.hpp"
#include "stdb/host/outcome.hpp"
#include "stdb/host/timestamp.hpp"
#include "store/read_set.hpp"

namespace stdb::host {

// A view for one sender; anonymous views are one for all, whose sender is all zeros.
struct ViewKey {
  std::size_t view = 0;  // its place in the module
  Identity sender;

  auto operator<=>(const ViewKey&) const = default;
};

struct LiveView {
  std::vector<Bytes> rows;  // each once
  ReadSet reads;
  Timestamp used;  // when it was last asked for
};

// The views that somebody has asked for. Those that a transaction's changes hit are run again within it; those that
// nobody has asked for in ten minutes are forgotten instead, as on a server (host-abi 6.8).
class LiveViews {
 public:
  LiveView* find(const ViewKey& key) {
    const auto found = views_.find(key);
    return found == views_.end() ? nullptr : &found->second;
  }
  LiveView& put(const ViewKey& key, LiveView view) {
    return views_.insert_or_assign(key, std::move(view)).first->second;
  }
  void clear() { views_.clear(); }
  bool empty() const { return views_.empty(); }

  // Those that the changes hit; `is_watched` says which are in use all the time.
  template <class IsWatched>
  std::vector<ViewKey> hit_by(const std::vector<TableChange>& changes, Timestamp now, IsWatched is_watched) {
    std::erase_if(views_, [&](const auto& entry) {
      const bool is_old = now.micros - entry.second.used.micros >= unused_micros;
      return is_old && !is_watched(entry.first);
    });
    std::vector<ViewKey> hit;
    for (const auto& [key, view] : views_) {
      if (view.reads.is_hit_by(changes)) hit.push_back(key);
    }
    return hit;
  }

 private:
  static constexpr std::int64_t unused_micros = std::int64_t{600} * 1'000'000;

  std::map<ViewKey, LiveView> views_;
};

}  // namespace stdb::host
