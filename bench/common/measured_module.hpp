// bench/common/measured_module.hpp: a module of wasm whose calls are measured, between the database and the guest.
#pragma once

#include <chrono>
#include <memory>
#include <utility>

#include "processor_time.hpp"
#include "stdb/host/guest.hpp"

namespace stdb::bench {

// What the last call of a function took of the processor, host calls included; no decoding of arguments, no commit.
struct Measured {
  std::chrono::nanoseconds time{};
  host::GuestResult result;
};

class MeasuredInstance : public host::GuestInstance {
 public:
  MeasuredInstance(std::unique_ptr<host::GuestInstance> instance, Measured& last)
      : instance_(std::move(instance)), last_(last) {}

  host::GuestResult describe(std::uint32_t sink) override { return instance_->describe(sink); }

  host::GuestResult call_reducer(std::uint32_t reducer, const stdb_call& call, std::uint32_t arguments,
                                 std::uint32_t error) override {
    const auto start = processor_time();
    last_.result = instance_->call_reducer(reducer, call, arguments, error);
    last_.time = processor_time() - start;
    return last_.result;
  }

  host::GuestResult call_procedure(std::uint32_t procedure, const stdb_call& call, std::uint32_t arguments,
                                   std::uint32_t result) override {
    return instance_->call_procedure(procedure, call, arguments, result);
  }
  host::GuestResult call_view(std::uint32_t view, bool is_anonymous, const stdb_call& call, std::uint32_t arguments,
                              std::uint32_t rows) override {
    return instance_->call_view(view, is_anonymous, call, arguments, rows);
  }
  host::GuestResult call_http_handler(std::uint32_t handler, const host::HandlerCall& call) override {
    return instance_->call_http_handler(handler, call);
  }

 private:
  std::unique_ptr<host::GuestInstance> instance_;
  Measured& last_;
};

// `last` outlives the module and its instances.
class MeasuredModule : public host::GuestModule {
 public:
  MeasuredModule(std::unique_ptr<host::GuestModule> module, Measured& last) : module_(std::move(module)), last_(last) {}

  host::Expected<std::unique_ptr<host::GuestInstance>> instantiate(host::SystemCalls& calls, host::Profile profile,
                                                                   const host::GuestLimits& limits) const override {
    auto instance = module_->instantiate(calls, profile, limits);
    if (!instance) return instance;
    return std::make_unique<MeasuredInstance>(*std::move(instance), last_);
  }

 private:
  std::unique_ptr<host::GuestModule> module_;
  Measured& last_;
};

}  // namespace stdb::bench
