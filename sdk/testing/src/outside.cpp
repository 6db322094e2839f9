// sdk/testing/src/outside.cpp: what the SDK does in a test's own code, outside of any call: it throws, and nothing
// ends the program.
#include <cstdint>
#include <string>

#include "stdb/shim/native.h"
#include "stdb/testing/detail/refuse.hpp"
#include "stdb/testing/detail/session.hpp"

namespace stdb::testing::detail {
namespace {

enum class Import : std::uint8_t {
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) name,
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
};

constexpr const char* import_names[] = {
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) #name,
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
};

template <Import import, class Prototype>
struct Outside;

template <Import import, class Result, class... Parameters>
struct Outside<import, Result(Parameters...)> {
  static Result call(Parameters...) {
    refuse(std::string("what belongs to a reducer's context was used outside of its call (") +
           import_names[static_cast<std::size_t>(import)] + ")");
  }
};

// A broken promise logs its text before it traps.
thread_local std::string last_words;

void hear(std::uint32_t, const std::uint8_t*, std::uint32_t, const std::uint8_t*, std::uint32_t, std::uint32_t,
          const std::uint8_t* message, std::uint32_t size) {
  last_words.assign(reinterpret_cast<const char*>(message), size);
}

void trap() {
  std::string text;
  text.swap(last_words);
  refuse(text.empty() ? "the test's own code trapped" : text);
}

const stdb_native_host& outside_table() {
  static const stdb_native_host table = [] {
    stdb_native_host made{
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  .name = &Outside<Import::name, result parameters>::call,
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
        .trap = &trap,
    };
    made.console_log = &hear;
    return made;
  }();
  return table;
}

}  // namespace

void guard_thread() {
  const stdb_native_host* before = stdb_native_use(&outside_table());
  if (before != nullptr) stdb_native_use(before);
}

}  // namespace stdb::testing::detail
