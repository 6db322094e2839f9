// sdk/host/src/describe/describe.cpp: what a module declares, without publishing it.
#include "stdb/host/describe.hpp"

#include "base/concat.hpp"
#include "calls/system_calls.hpp"
#include "run/start_guest.hpp"

namespace stdb::host {

Expected<StartedGuest> start_guest(const GuestModule& module, SystemCalls& calls, Profile profile,
                                   const GuestLimits& limits) {
  auto instance = module.instantiate(calls, profile, limits);
  if (!instance) return std::unexpected(instance.error());
  const std::uint32_t sink = calls.open_sink();
  const GuestResult described = (*instance)->describe(sink);
  Bytes description = calls.take_sink(sink);
  if (described.ending != GuestResult::Ending::returned) {
    return refuse(ErrorKind::start_failed, concat("error getting module description: ", described.reason));
  }
  return StartedGuest{*std::move(instance), std::move(description)};
}

Expected<Description> describe_wasm(ByteView wasm, Profile profile, const GuestLimits& limits) {
  auto module = compile_wasm(wasm, profile);
  if (!module) return std::unexpected(module.error());
  CallEnvironment environment;
  environment.profile = profile;
  SystemCalls calls(environment);
  auto started = start_guest(**module, calls, profile, limits);
  if (!started) return std::unexpected(started.error());
  auto read = read_module_def(started->description, profile);
  if (!read) return std::unexpected(read.error());
  return Description{std::move(started->description), *std::move(read)};
}

}  // namespace stdb::host
