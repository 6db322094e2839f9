// sdk/host/src/calls/surroundings.hpp: what the host's functions reach besides the tables.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "schedule/clock.hpp"
#include "schedule/timers.hpp"
#include "stdb/host/http.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::host {

// One for each database; the instances of its module share it.
struct Surroundings {
  Clock clock;
  Timers timers;
  // The open connections, with the claims of their tokens (JSON), if they have one.
  std::map<ConnectionId, std::optional<std::string>> connections;
  EnvironmentValues environment;
  HttpClient http;               // empty: requests are refused
  std::function<void()> commit;  // the open transaction; throws Trap where a view stands against it
  std::function<void(Timestamp wake_at)> sleep_until;  // whatever happens meanwhile; the clock shows the time after it
};

}  // namespace stdb::host
