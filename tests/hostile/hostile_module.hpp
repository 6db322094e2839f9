// tests/hostile/hostile_module.hpp: named modules that are wrong or mean harm, and how the host answers each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/host/error.hpp"
#include "stdb/host/outcome.hpp"
#include "support.hpp"

namespace stdb::host::test {

// How a module ends: refused by publish, or in the call of its reducer.
struct Hostile {
  std::string name;
  std::string module;  // WAT
  std::optional<ErrorKind> refused = {};
  CallStatus status = CallStatus::trapped;
  std::string text;  // that the refusal, the reason of the trap or the error of the reducer begins with
  Bytes description = {};
};

// A module of one table item (id: u32), whose reducer act() is `body`.
std::string module_of_act(std::string_view body, std::string_view imports = "", std::string_view more = "");

std::vector<Hostile> refused_modules();
std::vector<Hostile> wrong_descriptions();
std::vector<Hostile> wrong_calls();

}  // namespace stdb::host::test
