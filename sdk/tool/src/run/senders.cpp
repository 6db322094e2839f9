// sdk/tool/src/run/senders.cpp: the connections of those who call, opened before their first call.
#include "run/senders.hpp"

namespace stdb::tool {

Sender Senders::find(const host::Identity& sender, std::optional<host::Timestamp> at,
                     const std::optional<std::string>& claims) {
  if (const auto known = known_.find(sender); known != known_.end()) {
    if (claims) database_.set_claims(known->second.caller.connection, claims);
    return {known->second.caller, std::nullopt, known->second.refusal};
  }
  Known& added = known_[sender];
  const auto made = database_.connect(sender, {at, claims});
  if (!made) {
    added.refusal = made.error().text;
    return {{}, std::nullopt, added.refusal};
  }
  added.caller = made->caller;
  if (made->is_accepted()) {
    order_.push_back(sender);
  } else {
    added.refusal = made->outcome->error;
  }
  return {added.caller, made->outcome, added.refusal};
}

std::vector<host::CallOutcome> Senders::disconnect_all() {
  std::vector<host::CallOutcome> outcomes;
  for (const host::Identity& sender : order_) {
    const auto outcome = database_.disconnect(known_[sender].caller);
    if (outcome && *outcome) outcomes.push_back(**outcome);
  }
  order_.clear();
  return outcomes;
}

}  // namespace stdb::tool
