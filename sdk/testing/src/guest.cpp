// sdk/testing/src/guest.cpp: wasm files read and compiled once a process, since compiling takes longer than a test.
#include "guest.hpp"

#include <list>
#include <mutex>
#include <utility>

#include "read_file.hpp"
#include "stdb/testing/detail/refuse.hpp"

namespace stdb::testing::detail {
namespace {

// A module that several databases share.
class SharedGuest : public host::GuestModule {
 public:
  explicit SharedGuest(std::shared_ptr<const host::GuestModule> guest) : guest_(std::move(guest)) {}

  host::Expected<std::unique_ptr<host::GuestInstance>> instantiate(host::SystemCalls& calls, host::Profile profile,
                                                                   const host::GuestLimits& limits) const override {
    return guest_->instantiate(calls, profile, limits);
  }

 private:
  std::shared_ptr<const host::GuestModule> guest_;
};

struct Compiled {
  host::Bytes wasm;
  Servers servers;
  std::shared_ptr<const host::GuestModule> guest;
};

}  // namespace

std::unique_ptr<host::GuestModule> wasm_guest(const Wasm& wasm, Servers servers) {
  static std::mutex mutex;
  static std::list<Compiled> known;  // a test program has one or two
  host::Bytes bytes = read_file(wasm.path);
  const std::lock_guard lock(mutex);
  for (const Compiled& one : known) {
    if (one.servers == servers && one.wasm == bytes) return std::make_unique<SharedGuest>(one.guest);
  }
  auto compiled = host::compile_wasm(bytes, servers);
  if (!compiled) refuse(wasm.path + " is refused: " + compiled.error().text);
  known.push_back({std::move(bytes), servers, *std::move(compiled)});
  return std::make_unique<SharedGuest>(known.back().guest);
}

}  // namespace stdb::testing::detail
