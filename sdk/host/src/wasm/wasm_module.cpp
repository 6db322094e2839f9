// sdk/host/src/wasm/wasm_module.cpp: modules of wasm compiled, instantiated and called.
#include "wasm/wasm_module.hpp"

#include <any>
#include <optional>
#include <tuple>
#include <utility>

#include "base/concat.hpp"
#include "wasm/engine.hpp"

namespace stdb::host {
namespace {

using Describe = wasmtime::TypedFunc<std::uint32_t, std::monostate>;

// What is called to run a function answers a code.
template <class... Parameters>
using Entry = wasmtime::TypedFunc<std::tuple<Parameters...>, std::int32_t>;

using u32 = std::uint32_t;
using u64 = std::uint64_t;
// Id, sender, connection, time, arguments, sink.
using CallReducer = Entry<u32, u64, u64, u64, u64, u64, u64, std::int64_t, u32, u32>;
using CallView = Entry<u32, u64, u64, u64, u64, u32, u32>;  // id, sender, arguments, sink
using CallAnonymousView = Entry<u32, u32, u32>;
// Id, time, request and its body, response and its body.
using CallHandler = Entry<u32, std::int64_t, u32, u32, u32, u32>;
// The same with the sender and its claims behind the id.
using CallHandlerWithSender = Entry<u32, u64, u64, u64, u64, u32, std::int64_t, u32, u32, u32, u32>;

std::string_view trap_reason(wasmtime_trap_code_t code) {
  switch (code) {
    case WASMTIME_TRAP_CODE_STACK_OVERFLOW:
      return "the stack overflowed: the calls nest too deeply";
    case WASMTIME_TRAP_CODE_MEMORY_OUT_OF_BOUNDS:
      return "memory was accessed outside its bounds";
    case WASMTIME_TRAP_CODE_HEAP_MISALIGNED:
      return "an atomic access was misaligned";
    case WASMTIME_TRAP_CODE_TABLE_OUT_OF_BOUNDS:
      return "a table was accessed outside its bounds";
    case WASMTIME_TRAP_CODE_INDIRECT_CALL_TO_NULL:
      return "a null function pointer was called";
    case WASMTIME_TRAP_CODE_BAD_SIGNATURE:
      return "a function pointer of another type was called";
    case WASMTIME_TRAP_CODE_INTEGER_OVERFLOW:
      return "an integer division overflowed";
    case WASMTIME_TRAP_CODE_INTEGER_DIVISION_BY_ZERO:
      return "an integer was divided by zero";
    case WASMTIME_TRAP_CODE_BAD_CONVERSION_TO_INTEGER:
      return "a float that fits no integer was converted to one";
    case WASMTIME_TRAP_CODE_UNREACHABLE_CODE_REACHED:
      return "the module trapped (unreachable)";
    case WASMTIME_TRAP_CODE_OUT_OF_FUEL:
      return "out of fuel: the call ran too long";
    default:
      return "the module trapped";
  }
}

std::vector<std::string> frames_of(const wasmtime::Trace& trace) {
  std::vector<std::string> frames;
  for (const wasmtime::FrameRef& frame : trace) {
    const auto name = frame.func_name();
    frames.push_back(name ? std::string(*name) : concat("function ", frame.func_index()));
  }
  return frames;
}

class WasmInstance : public GuestInstance {
 public:
  WasmInstance(SystemCalls& calls, const GuestLimits& guest_limits)
      : store_(wasm_engine()), fuel_per_call_(guest_limits.fuel_per_call) {
    state_.calls = &calls;
    context().set_data(std::any(&state_));
    store_.limiter(static_cast<std::int64_t>(guest_limits.memory_bytes), limits::wasm_table_elements, 1, 16, 1);
  }

  Expected<void> start(const wasmtime_instance_pre_t& prepared, const std::vector<std::string>& preinits,
                       Profile profile) {
    refuel();
    if (auto made = instantiate(prepared); !made) return made;
    state_.memory = std::get<wasmtime::Memory>(*instance_->get(context(), "memory"));
    if (profile != Profile::v1_2) {
      if (auto ran = run_initializer("_initialize"); !ran) return ran;
    }
    for (const std::string& name : preinits) {
      if (auto ran = run_initializer(name); !ran) return ran;
    }
    if (auto ran = run_setup(); !ran) return ran;
    describe_ = function("__describe_module__").typed<std::uint32_t, std::monostate>(context()).unwrap();
    bind("__call_reducer__", call_reducer_);
    bind("__call_procedure__", call_procedure_);
    bind("__call_view__", call_view_);
    bind("__call_view_anon__", call_anonymous_view_);
    bind("__call_http_handler__", call_handler_);
    bind("__call_http_handler__", call_handler_with_sender_);
    return {};
  }

  // The description belongs to the start: it shares the start's fuel, and answers for both.
  GuestResult describe(std::uint32_t sink) override {
    return finish(describe_->call(context(), sink), {fuel_per_call_, 0});
  }

  GuestResult call_reducer(u32 reducer, const stdb_call& call, u32 arguments, u32 error) override {
    return run("__call_reducer__", call_reducer_, reducer, call.sender[0], call.sender[1], call.sender[2],
               call.sender[3], call.connection_id[0], call.connection_id[1], call.timestamp, arguments, error);
  }

  GuestResult call_procedure(u32 procedure, const stdb_call& call, u32 arguments, u32 result) override {
    return run("__call_procedure__", call_procedure_, procedure, call.sender[0], call.sender[1], call.sender[2],
               call.sender[3], call.connection_id[0], call.connection_id[1], call.timestamp, arguments, result);
  }

  GuestResult call_view(u32 view, bool is_anonymous, const stdb_call& call, u32 arguments, u32 rows) override {
    if (is_anonymous) return run("__call_view_anon__", call_anonymous_view_, view, arguments, rows);
    return run("__call_view__", call_view_, view, call.sender[0], call.sender[1], call.sender[2], call.sender[3],
               arguments, rows);
  }

  GuestResult call_http_handler(u32 handler, const HandlerCall& call) override {
    if (call_handler_with_sender_) {
      return run("__call_http_handler__", call_handler_with_sender_, handler, call.sender[0], call.sender[1],
                 call.sender[2], call.sender[3], call.claims, call.timestamp, call.request, call.request_body,
                 call.response, call.response_body);
    }
    return run("__call_http_handler__", call_handler_, handler, call.timestamp, call.request, call.request_body,
               call.response, call.response_body);
  }

 private:
  wasmtime::Store::Context context() { return store_; }
  void refuel() { context().set_fuel(fuel_per_call_).unwrap(); }

  // What a call begins with: the fuel that is left, and the host calls made before it.
  struct Counts {
    std::uint64_t fuel;
    std::uint64_t host_calls;
  };
  Counts counts() { return {context().get_fuel().unwrap(), state_.host_calls}; }

  wasmtime::Func function(std::string_view name) { return std::get<wasmtime::Func>(*instance_->get(context(), name)); }

  // Takes an export if it is there and has the type; what is needed has been checked before.
  template <class... Parameters>
  void bind(std::string_view name, std::optional<Entry<Parameters...>>& bound) {
    const auto item = instance_->get(context(), name);
    if (!item || !std::holds_alternative<wasmtime::Func>(*item)) return;
    auto typed = std::get<wasmtime::Func>(*item).typed<std::tuple<Parameters...>, std::int32_t>(context());
    if (typed) bound = typed.ok();
  }

  template <class... Parameters, class... Arguments>
  GuestResult run(std::string_view name, const std::optional<Entry<Parameters...>>& entry, Arguments... arguments) {
    if (!entry) {
      GuestResult result;
      result.ending = GuestResult::Ending::trapped;
      result.reason = concat("the module declares this function but does not export `", name, "`");
      return result;
    }
    refuel();
    const Counts before = counts();
    return finish(entry->call(context(), {arguments...}), before);
  }

  template <class Answer>
  GuestResult finish(const wasmtime::TrapResult<Answer>& answer, const Counts& before) {
    GuestResult result;
    result.fuel = before.fuel - counts().fuel;
    result.host_calls = state_.host_calls - before.host_calls;
    result.memory_bytes = state_.memory->data(context()).size();
    if (answer) {
      if constexpr (std::is_same_v<Answer, std::int32_t>) result.code = answer.ok();
      return result;
    }
    fill_failure(answer.err(), result);
    return result;
  }

  // Traps of wasm come as traps, those of host functions as errors; the latter's own text is long and costs
  // milliseconds.
  void fill_failure(const wasmtime::TrapError& failure, GuestResult& result) {
    result.ending = GuestResult::Ending::trapped;
    const auto* trap = std::get_if<wasmtime::Trap>(&failure.data);
    result.frames =
        trap != nullptr ? frames_of(trap->trace()) : frames_of(std::get<wasmtime::Error>(failure.data).trace());
    if (const auto code = trap != nullptr ? trap->code() : std::nullopt) {
      result.reason = trap_reason(*code);
      if (*code == WASMTIME_TRAP_CODE_OUT_OF_FUEL) result.ending = GuestResult::Ending::out_of_fuel;
    } else {
      result.reason = state_.trap_text.empty() ? one_line(failure.message()) : std::exchange(state_.trap_text, {});
    }
  }

  std::string failure_text(const wasmtime::TrapError& failure) {
    GuestResult result;
    fill_failure(failure, result);
    return result.reason;
  }

  Expected<void> instantiate(const wasmtime_instance_pre_t& prepared) {
    wasmtime_instance_t instance;
    wasm_trap_t* trap = nullptr;
    wasmtime_error_t* error = wasmtime_instance_pre_instantiate(&prepared, context().capi(), &instance, &trap);
    if (error != nullptr) return refuse_instance(wasmtime::TrapError(wasmtime::Error(error)));
    if (trap != nullptr) return refuse_instance(wasmtime::TrapError(wasmtime::Trap(trap)));
    instance_ = wasmtime::Instance(instance);
    return {};
  }

  std::unexpected<Error> refuse_instance(const wasmtime::TrapError& failure) {
    return refuse(ErrorKind::start_failed, concat("the module could not be instantiated: ", failure_text(failure)));
  }

  // Calls an export of type () -> (), if there is one.
  Expected<void> run_initializer(std::string_view name) {
    const auto item = instance_->get(context(), name);
    if (!item || !std::holds_alternative<wasmtime::Func>(*item)) return {};
    auto typed = std::get<wasmtime::Func>(*item).typed<std::tuple<>, std::monostate>(context());
    if (!typed) return {};
    const auto answer = typed.ok().call(context(), std::tuple<>());
    if (answer) return {};
    return refuse(ErrorKind::start_failed,
                  concat("wasm trap while calling \"", name, "\": ", failure_text(answer.err())));
  }

  Expected<void> run_setup() {
    if (!instance_->get(context(), "__setup__")) return {};
    const std::uint32_t sink = state_.calls->open_sink();
    const auto answer =
        function("__setup__").typed<std::uint32_t, std::int32_t>(context()).unwrap().call(context(), sink);
    const std::string text = lossy_utf8(state_.calls->take_sink(sink));
    if (!answer) {
      return refuse(ErrorKind::start_failed,
                    concat("wasm trap while calling \"__setup__\": ", failure_text(answer.err())));
    }
    if (answer.ok() == 0) return {};
    if (answer.ok() == STDB_HOST_CALL_FAILURE) {
      return refuse(ErrorKind::start_failed, concat("setup function returned an error: ", text));
    }
    return refuse(ErrorKind::start_failed, concat("\"__setup__\" returned the unknown code ", answer.ok()));
  }

  wasmtime::Store store_;
  WasmHostState state_;
  std::uint64_t fuel_per_call_;
  std::optional<wasmtime::Instance> instance_;
  std::optional<Describe> describe_;
  std::optional<CallReducer> call_reducer_;
  std::optional<CallReducer> call_procedure_;
  std::optional<CallView> call_view_;
  std::optional<CallAnonymousView> call_anonymous_view_;
  std::optional<CallHandler> call_handler_;
  std::optional<CallHandlerWithSender> call_handler_with_sender_;
};

}  // namespace

Expected<std::unique_ptr<GuestInstance>> WasmModule::instantiate(SystemCalls& calls, Profile profile,
                                                                 const GuestLimits& guest_limits) const {
  auto instance = std::make_unique<WasmInstance>(calls, guest_limits);
  if (auto started = instance->start(*prepared_, preinits_, profile); !started) return std::unexpected(started.error());
  return instance;
}

Expected<std::unique_ptr<GuestModule>> compile_wasm(ByteView wasm, Profile profile) {
  // Wasmtime's spans are not const; it does not write.
  const wasmtime::Span<std::uint8_t> bytes(const_cast<std::uint8_t*>(wasm.data()), wasm.size());
  if (wasm.size() < 4 || as_text(wasm.first(4)) != std::string_view("\0asm", 4)) {
    return refuse(ErrorKind::not_a_module, "not a wasm module: it does not begin with the bytes 00 61 73 6d");
  }
  auto module = wasmtime::Module::compile(wasm_engine(), bytes);
  if (!module)
    return refuse(ErrorKind::not_a_module, concat("not a valid wasm module: ", one_line(module.err().message())));
  if (auto checked = check_imports(module.ok(), profile); !checked) return std::unexpected(checked.error());
  wasmtime_instance_pre_t* prepared = nullptr;
  if (auto* error = wasmtime_linker_instantiate_pre(wasm_linker(profile).capi(), module.ok().capi(), &prepared)) {
    return refuse(ErrorKind::bad_import, one_line(wasmtime::Error(error).message()));
  }
  PreparedInstance owned(prepared);
  std::vector<std::string> preinits;
  if (auto checked = check_exports(module.ok(), preinits); !checked) return std::unexpected(checked.error());
  return std::make_unique<WasmModule>(std::move(owned), std::move(preinits));
}

}  // namespace stdb::host
