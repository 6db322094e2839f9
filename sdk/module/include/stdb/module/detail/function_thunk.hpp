// sdk/module/.../detail/reducer_thunk.hpp: from the host's call to the user's function and back.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>

#include "stdb/bsatn/decode.hpp"
#include "stdb/bsatn/result.hpp"
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/reducer_context.hpp"

namespace stdb::detail {

template <class Reducer>
concept CallsAsReducer = requires(const Reducer& reducer, ReducerContext& ctx) {
  { reducer(ctx) } -> std::same_as<ReducerResult>;
};

template <class Reducer>
constexpr bool check_reducer() {
  static_assert(
      std::is_aggregate_v<Reducer>,
      "stdb: a reducer is an aggregate struct whose fields are its arguments: no constructors, no private members");
  static_assert(CallsAsReducer<Reducer>,
                "stdb: a reducer has the function stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const");
  return true;
}

// The whole source is one product: the arguments in order, and nothing after them. The host has checked them against
// the description, so a failure here means that host and module disagree about it.
template <class Arguments>
bool decode_arguments(std::uint32_t source, Arguments& arguments) {
  if constexpr (bsatn::detail::field_count<Arguments> == 0) {
    return true;
  } else {
    bsatn::Reader reader(read_arguments(source));
    return bsatn::detail::decode_product(reader, arguments) && reader.remaining() == 0;
  }
}

// One for each reducer; its address stands in the module's table.
template <class Reducer>
std::int32_t call_reducer(const stdb_call* call, std::uint32_t arguments, std::uint32_t error) {
  Reducer reducer{};
  if (!decode_arguments(arguments, reducer)) {
    return fail_reducer(error, "the arguments do not have the types that the module describes");
  }
  ReducerContext ctx(*call);
  const ReducerResult result = reducer(ctx);
  return result.is_ok() ? STDB_OK : fail_reducer(error, result.error());
}

}  // namespace stdb::detail
