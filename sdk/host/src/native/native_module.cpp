// sdk/host/src/native/native_module.cpp: modules linked into this program, called with the host's functions at hand.
#include "stdb/host/native.hpp"

#include <string_view>
#include <utility>

#include "base/concat.hpp"
#include "calls/system_calls.hpp"
#include "stdb/shim/native.h"

namespace stdb::host {
namespace {

// Whose host calls this thread serves: those of the instance that is being called.
thread_local SystemCalls* current_calls = nullptr;

template <class Parameter>
HostParameter<Parameter> host_argument(Parameter parameter) {
  if constexpr (std::is_pointer_v<Parameter>) {
    return reinterpret_cast<Address>(parameter);
  } else {
    return parameter;
  }
}

// The plain function that serves one prototype of abi's imports.def by one member function of SystemCalls.
template <class Prototype, auto method>
struct NativeFront;

template <class Result, class... Parameters, auto method>
struct NativeFront<Result(Parameters...), method> {
  static Result call(Parameters... parameters) {
    return (current_calls->*method)(Memory::native(), host_argument<Parameters>(parameters)...);
  }
};

[[noreturn]] void trap() { throw Trap("the module trapped"); }

const stdb_native_host& host_table() {
  static const stdb_native_host table{
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  .name = &NativeFront<result parameters, &SystemCalls::name>::call,
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
      .trap = &trap,
  };
  return table;
}

// Serves this thread's host calls for as long as it lives, and then whoever was served before.
class Serving {
 public:
  explicit Serving(SystemCalls& calls)
      : calls_before_(std::exchange(current_calls, &calls)), table_before_(stdb_native_use(&host_table())) {}
  ~Serving() {
    current_calls = calls_before_;
    stdb_native_use(table_before_);
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

 private:
  SystemCalls* calls_before_;
  const stdb_native_host* table_before_;
};

class NativeInstance : public GuestInstance {
 public:
  NativeInstance(const stdb_module_definition& definition, SystemCalls& calls)
      : definition_(&definition), calls_(&calls) {}

  GuestResult describe(std::uint32_t sink) override {
    return guarded([&] {
      std::uint32_t length = definition_->description_len;
      return calls_->bytes_sink_write(Memory::native(), sink, reinterpret_cast<Address>(definition_->description),
                                      reinterpret_cast<Address>(&length));
    });
  }

  GuestResult call_reducer(std::uint32_t reducer, const stdb_call& call, std::uint32_t arguments,
                           std::uint32_t error) override {
    return serve("reducer", definition_->reducers, definition_->reducer_count, reducer, &call, arguments, error);
  }

  GuestResult call_procedure(std::uint32_t procedure, const stdb_call& call, std::uint32_t arguments,
                             std::uint32_t result) override {
    return serve("procedure", definition_->procedures, definition_->procedure_count, procedure, &call, arguments,
                 result);
  }

  GuestResult call_view(std::uint32_t view, bool is_anonymous, const stdb_call& call, std::uint32_t arguments,
                        std::uint32_t rows) override {
    if (is_anonymous) {
      return serve("anonymous view", definition_->anonymous_views, definition_->anonymous_view_count, view, &call,
                   arguments, rows);
    }
    return serve("view", definition_->views, definition_->view_count, view, &call, arguments, rows);
  }

  GuestResult call_http_handler(std::uint32_t handler, const HandlerCall& call) override {
    return serve("HTTP handler", definition_->http_handlers, definition_->http_handler_count, handler, call.timestamp,
                 call.request, call.request_body, call.response, call.response_body);
  }

 private:
  // Calls one of a kind of functions, which the description may promise and the definition lack.
  template <class Function, class... Arguments>
  GuestResult serve(std::string_view kind, const Function* functions, std::uint32_t count, std::uint32_t id,
                    Arguments... arguments) {
    const Serving serving(*calls_);
    return guarded([&] {
      if (id >= count) throw Trap(concat("the module has no ", kind, " ", id));
      return functions[id](arguments...);
    });
  }

  template <class Body>
  static GuestResult guarded(Body body) {
    GuestResult result;
    try {
      result.code = body();
    } catch (const Trap& caught) {
      result.ending = GuestResult::Ending::trapped;
      result.reason = caught.text;
    } catch (const std::exception& caught) {
      result.ending = GuestResult::Ending::trapped;
      result.reason = concat("an exception left the function: ", caught.what());
    }
    return result;
  }

  const stdb_module_definition* definition_;
  SystemCalls* calls_;
};

class NativeModule : public GuestModule {
 public:
  explicit NativeModule(const stdb_module_definition& definition) : definition_(&definition) {}

  Expected<std::unique_ptr<GuestInstance>> instantiate(SystemCalls& calls, Profile, const GuestLimits&) const override {
    return std::make_unique<NativeInstance>(*definition_, calls);
  }

 private:
  const stdb_module_definition* definition_;
};

}  // namespace

std::unique_ptr<GuestModule> native_module(const stdb_module_definition& definition) {
  return std::make_unique<NativeModule>(definition);
}

}  // namespace stdb::host
