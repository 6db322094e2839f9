// sdk/module/src/call.cpp: the part of a call that is the same for every function of a module.
#include "stdb/module/detail/function_thunk.hpp"

namespace stdb::detail {

// Arguments that are cut short or too long mean that host and module disagree about their types. Where they are too
// long the reducer has run, and is rolled back.
std::int32_t call_body(ReducerBody body, const stdb_call* call, std::uint32_t arguments, std::uint32_t error) {
  bsatn::Reader reader(read_arguments(arguments));
  ReducerContext ctx(*call);
  const ReducerResult result = body(reader, ctx);
  if (reader.has_failed() || reader.remaining() != 0) {
    return fail_reducer(error, "the arguments do not have the types that the module describes");
  }
  return result.is_ok() ? STDB_OK : fail_reducer(error, result.error());
}

}  // namespace stdb::detail
