// sdk/module/.../detail/function_thunk.hpp: from the host's call to the user's function and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/decode.hpp"
#include "stdb/bsatn/encode.hpp"
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/detail/view_answer.hpp"
#include "stdb/module/procedure_context.hpp"
#include "stdb/module/reducer_context.hpp"

namespace stdb::detail {

// The whole source is one product: the arguments in order, and nothing after them. The host has checked them against
// the description, so a failure here means that host and module disagree about it.
template <class Arguments>
bool decode_arguments([[maybe_unused]] std::uint32_t source, [[maybe_unused]] Arguments& arguments) {
  if constexpr (bsatn::detail::field_count<Arguments> != 0) {
    // As decode_checked does, which would be one more function for each reducer. What has no encoding is not called:
    // is_reducer and is_procedure see to it.
    constexpr std::size_t least = bsatn::detail::layout<Arguments>.least_size;
    const std::uint8_t* const end = read_into_scratch(source);
    if (!bsatn::detail::has_bytes(the_scratch.bytes, end, least)) [[unlikely]]
      return false;
    bsatn::detail::Refusal refusal;
    return bsatn::detail::decode_at(the_scratch.bytes, end, refusal, arguments) == end;
  } else {
    return true;
  }
}

// What a reducer has returned. Ends by settle_error alone, so that no reducer carries the end of a text.
union HeldResult {
  ReducerResult result;
  explicit HeldResult(ReducerResult&& returned) : result(std::move(returned)) {}
  ~HeldResult() {}
};

std::int32_t refuse_arguments(std::uint32_t error);

// One for each reducer; its address stands in the module's table.
template <class Reducer>
std::int32_t call_reducer(const stdb_call* call, std::uint32_t arguments, std::uint32_t error) {
  Reducer reducer{};
  if (!decode_arguments(arguments, reducer)) [[unlikely]]
    return refuse_arguments(error);
  ReducerContext ctx(*call);
  if constexpr (std::is_void_v<decltype(reducer(ctx))>) {
    reducer(ctx);
    return STDB_OK;
  } else {
    HeldResult held(reducer(ctx));
    return held.result.is_ok() ? STDB_OK : fail_reducer(error, std::move(held.result));
  }
}

template <class Value>
void write_value(std::uint32_t sink, const Value& value) {
  std::uint8_t* const bytes = scratch(bsatn::measure(value));
  write_sink(sink, {bytes, bsatn::encode_at(bytes, value)});
}

template <class Procedure>
std::int32_t call_procedure(const stdb_call* call, std::uint32_t arguments, std::uint32_t result) {
  Procedure procedure{};
  if (!decode_arguments(arguments, procedure)) row_does_not_decode("the arguments of a procedure");
  ProcedureContext ctx(*call);
  using Returned = decltype(procedure(ctx));
  if constexpr (std::is_void_v<Returned>) {
    procedure(ctx);
  } else {
    write_value(result, procedure(ctx));
  }
  return STDB_OK;
}

// The host's codes for what a view answers, and the header of its bytes. Source: the views' ViewResultHeader.
inline constexpr std::int32_t view_has_header = 2;
inline constexpr std::uint8_t header_rows = 0;
inline constexpr std::uint8_t header_sql = 1;

template <class Row>
void write_answer(std::uint32_t sink, const std::optional<Row>& row) {
  std::uint8_t* const bytes = scratch(5 + (row.has_value() ? bsatn::measure(*row) : 0));
  bytes[0] = header_rows;
  std::uint8_t* end = bsatn::detail::put_integer(bytes + 1, std::uint32_t{row.has_value()});
  if (row.has_value()) end = bsatn::encode_at(end, *row);
  write_sink(sink, {bytes, end});
}

template <class Row>
void write_answer(std::uint32_t sink, const std::vector<Row>& rows) {
  std::uint8_t* const bytes = scratch(1 + bsatn::measure(rows));
  bytes[0] = header_rows;
  write_sink(sink, {bytes, bsatn::encode_at(bytes + 1, rows)});
}

// A query's SQL, to be run by the host.
void write_sql(std::uint32_t sink, std::string_view sql);

template <class Row>
void write_answer(std::uint32_t sink, const Query<Row>& query) {
  write_sql(sink, query.sql());
}
template <IsQuery Built>
void write_answer(std::uint32_t sink, const Built& query) {
  write_answer(sink, Query<typename Built::row_type>(query));
}

template <class View>
std::int32_t call_view(const stdb_call* call, [[maybe_unused]] std::uint32_t arguments, std::uint32_t rows) {
  const View view{};
  if constexpr (ViewAnswer<View>::is_anonymous) {
    const AnonymousViewContext ctx;
    write_answer(rows, view(ctx));
  } else {
    const ViewContext ctx(*call);
    write_answer(rows, view(ctx));
  }
  return view_has_header;
}

}  // namespace stdb::detail
