// sdk/host/src/run/environment.cpp: the values that a module's environment is given.
#include "run/environment.hpp"

#include <algorithm>

#include "base/concat.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {

Expected<void> check_environment(const ModuleDef& module, const EnvironmentValues& values) {
  const auto wrong = [](std::string_view key, std::string_view what) {
    return refuse(ErrorKind::bad_environment, concat("environment key \"", key, "\": ", what));
  };
  if (values.size() > limits::environment_values) {
    return refuse(ErrorKind::bad_environment, "too many stored values in the environment");
  }
  for (const auto& [key, value] : values) {
    if (!is_environment_key(key)) return refuse(ErrorKind::bad_environment, "environment: invalid name");
    if (value.size() > limits::environment_value) return wrong(key, "value exceeds size limit");
    const EnvironmentDef* declared = module.find_environment(key);
    if (declared == nullptr || declared->allowed.empty()) continue;
    if (std::ranges::find(declared->allowed, value) == declared->allowed.end()) {
      return wrong(key, "value does not satisfy its declared string constraint");
    }
  }
  for (const EnvironmentDef& declared : module.environment) {
    if (!declared.is_optional && !values.contains(declared.name))
      return wrong(declared.name, "required value is missing");
  }
  return {};
}

}  // namespace stdb::host
