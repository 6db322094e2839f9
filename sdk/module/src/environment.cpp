// sdk/module/src/environment.cpp: the values of the database's environment.
#include "stdb/module/environment.hpp"

#include "stdb/module/detail/runtime.hpp"

namespace stdb::detail {

std::optional<std::string> environment_value(std::string_view key) {
  std::uint32_t source = STDB_INVALID_HANDLE;
  const std::int32_t code =
      stdb_env_get(reinterpret_cast<const std::uint8_t*>(key.data()), static_cast<std::uint32_t>(key.size()), &source);
  expect_ok(code, "ctx.env.get", key);
  if (source == STDB_INVALID_HANDLE) return std::nullopt;
  return read_text(source);
}

void environment_is_wrong(std::string_view key) {
  host_refused("ctx.env.get: no value, or none of the allowed", key, STDB_HOST_CALL_FAILURE);
}

}  // namespace stdb::detail
