// sdk/module/src/call.cpp: the part of a call that is the same for every reducer.
#include "stdb/module/detail/function_thunk.hpp"

namespace stdb::detail {

std::int32_t call_body(ReducerBody body, const stdb_call* call, std::uint32_t arguments, std::uint32_t error) {
  const std::span<const std::uint8_t> bytes = read_arguments(arguments);
  bool decoded = true;
  const ReducerResult result = body(*call, bytes.data(), bytes.size(), decoded);
  // That the host has sent other arguments than it was told means that host and module disagree about the description.
  if (!decoded) return fail_reducer(error, "the arguments do not have the types that the module describes");
  return result.is_ok() ? STDB_OK : fail_reducer(error, result.error());
}

}  // namespace stdb::detail
