// sdk/module/.../detail/function_thunk.hpp: from the host's call to the user's function and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <type_traits>

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
bool decode_arguments(std::uint32_t source, Arguments& arguments) {
  if constexpr (bsatn::detail::field_count<Arguments> == 0) {
    return true;
  } else {
    bsatn::Reader reader(read_arguments(source));
    return bsatn::detail::decode_product(reader, arguments) && reader.remaining() == 0;
  }
}

// What is a reducer's own in a call: its arguments and its function. False in `decoded` and nothing done where the
// bytes are not the arguments.
using ReducerBody = ReducerResult (*)(const stdb_call& call, const std::uint8_t* arguments, std::size_t size,
                                      bool& decoded);

template <class Reducer>
ReducerResult run_reducer(const stdb_call& call, [[maybe_unused]] const std::uint8_t* arguments,
                          [[maybe_unused]] std::size_t size, [[maybe_unused]] bool& decoded) {
  Reducer reducer{};
  if constexpr (bsatn::detail::field_count<Reducer> != 0) {
    // A Reader of its own, not the caller's: one that is only here lives in registers.
    bsatn::Reader reader(std::span<const std::uint8_t>(arguments, size));
    if (!bsatn::detail::decode_product(reader, reducer) || reader.remaining() != 0) {
      decoded = false;
      return Ok();
    }
  }
  ReducerContext ctx(call);
  if constexpr (std::is_void_v<decltype(reducer(ctx))>) {
    reducer(ctx);
    return Ok();
  } else {
    return reducer(ctx);
  }
}

// What all reducers have in common.
std::int32_t call_body(ReducerBody body, const stdb_call* call, std::uint32_t arguments, std::uint32_t error);

// One for each reducer; its address stands in the module's table.
template <class Reducer>
std::int32_t call_reducer(const stdb_call* call, std::uint32_t arguments, std::uint32_t error) {
  return call_body(&run_reducer<Reducer>, call, arguments, error);
}

template <class Value>
void write_value(std::uint32_t sink, const Value& value) {
  const std::size_t size = bsatn::measure(value);
  const std::span<std::uint8_t> bytes = scratch(size).first(size);
  bsatn::encode_at(bytes.data(), value);
  write_sink(sink, bytes);
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
  const std::size_t size = 5 + (row.has_value() ? bsatn::measure(*row) : 0);
  const std::span<std::uint8_t> bytes = scratch(size).first(size);
  bytes[0] = header_rows;
  std::uint8_t* const at = bsatn::detail::put_integer(bytes.data() + 1, std::uint32_t{row.has_value()});
  if (row.has_value()) bsatn::encode_at(at, *row);
  write_sink(sink, bytes);
}

template <class Row>
void write_answer(std::uint32_t sink, const std::vector<Row>& rows) {
  const std::size_t size = 1 + bsatn::measure(rows);
  const std::span<std::uint8_t> bytes = scratch(size).first(size);
  bytes[0] = header_rows;
  bsatn::encode_at(bytes.data() + 1, rows);
  write_sink(sink, bytes);
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
