// sdk/module/src/call.cpp: what a call that fails has in common with all others.
#include "stdb/module/detail/function_thunk.hpp"

namespace stdb::detail {

// That the host has sent other arguments than it was told means that host and module disagree about the description.
std::int32_t refuse_arguments(std::uint32_t error) {
  return fail_reducer(error, "the arguments do not have the types that the module describes");
}

std::int32_t fail_reducer(std::uint32_t sink, ReducerResult&& result) {
  const ReducerResult ended = std::move(result);
  return fail_reducer(sink, ended.error());
}

}  // namespace stdb::detail
