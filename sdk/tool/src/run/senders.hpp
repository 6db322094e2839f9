// sdk/tool/src/run/senders.hpp: the connections of those who call, opened before their first call.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "stdb/host/database.hpp"

namespace stdb::tool {

struct Sender {
  host::Caller caller;
  std::optional<host::CallOutcome> came;  // what became of client_connected, if it ran just now
  std::optional<std::string> refusal;     // its text, where it refused the sender, now or before
};

class Senders {
 public:
  // `database` must outlive it.
  explicit Senders(host::Database& database) : database_(database) {}

  // A sender's connection; opened at its first call.
  Sender find(const host::Identity& sender, std::optional<host::Timestamp> at,
              const std::optional<std::string>& claims);

  // Closes the connections, the first to come first; what became of client_disconnected.
  std::vector<host::CallOutcome> disconnect_all();

 private:
  struct Known {
    host::Caller caller;
    std::optional<std::string> refusal;
  };

  host::Database& database_;
  std::map<host::Identity, Known> known_;
  std::vector<host::Identity> order_;  // of those that were accepted
};

}  // namespace stdb::tool
