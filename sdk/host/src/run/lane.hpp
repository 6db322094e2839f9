// sdk/host/src/run/lane.hpp: one instance of a module with the host's functions that serve it.
#pragma once

#include <memory>

#include "calls/system_calls.hpp"
#include "run/start_guest.hpp"

namespace stdb::host {

// Servers run reducers and views on one instance and procedures and handlers on others; each is such a lane. An
// instance that trapped is thrown away with all that it held, and made anew for the next call.
class Lane {
 public:
  // `guest` must outlive the lane.
  Lane(const GuestModule& guest, CallEnvironment environment, const GuestLimits& limits)
      : guest_(&guest), environment_(environment), limits_(limits) {}

  // Makes the instance if there is none. Its description, or nothing if it stood already.
  Expected<Bytes> start() {
    if (instance_ != nullptr) return Bytes();
    calls_ = std::make_unique<SystemCalls>(environment_);
    auto started = start_guest(*guest_, *calls_, environment_.profile, limits_);
    if (!started) return std::unexpected(started.error());
    instance_ = std::move(started->instance);
    return std::move(started->description);
  }

  void set_module(const ModuleDef& module) {
    environment_.module = &module;
    if (calls_ != nullptr) calls_->set_module(module);
  }

  SystemCalls& calls() { return *calls_; }
  GuestInstance& instance() { return *instance_; }
  void discard() { instance_.reset(); }

 private:
  const GuestModule* guest_;
  CallEnvironment environment_;
  GuestLimits limits_;
  std::unique_ptr<SystemCalls> calls_;
  std::unique_ptr<GuestInstance> instance_;
};

}  // namespace stdb::host
