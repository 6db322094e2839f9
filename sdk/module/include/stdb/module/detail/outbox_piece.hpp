// sdk/module/.../detail/outbox_piece.hpp: an outbox as a part of the description, and what is required of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/result.hpp"
#include "stdb/bsatn/unit.hpp"
#include "stdb/module/detail/reducer_signature.hpp"
#include "stdb/module/detail/table_piece.hpp"
#include "stdb/module/detail/target.hpp"

namespace stdb::detail {

// The column of the row that is called as the argument and has its type, or no_column.
template <class Row, class Remote, std::size_t Argument>
constexpr std::size_t argument_column() {
  std::size_t column = no_column;
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    ((bsatn::detail::field_name<Row, Index> == bsatn::detail::field_name<Remote, Argument> &&
              std::is_same_v<bsatn::detail::field_type<Row, Index>, bsatn::detail::field_type<Remote, Argument>>
          ? void(column = Index)
          : void()),
     ...);
  }(std::make_index_sequence<bsatn::detail::field_count<Row>>{});
  return column;
}

template <class Row, class Remote>
inline constexpr auto argument_columns = []<std::size_t... Argument>(std::index_sequence<Argument...>) {
  return std::array<std::size_t, sizeof...(Argument)>{argument_column<Row, Remote, Argument>()...};
}(std::make_index_sequence<bsatn::detail::field_count<Remote>>{});

template <class Row, class OnResult>
constexpr bool hears_result() {
  if constexpr (bsatn::detail::field_count<OnResult> == 2) {
    return std::is_same_v<bsatn::detail::field_type<OnResult, 0>, Row> &&
           std::is_same_v<bsatn::detail::field_type<OnResult, 1>, Result<Unit, std::string>>;
  } else {
    return false;
  }
}

// Void stands for a table that is none.
template <class Table, class Reducers>
constexpr bool check_outbox_calls() {
  if constexpr (!std::is_void_v<Table>) {
    using Remote = typename Table::outbox::remote;
    using OnResult = typename Table::outbox::on_result;
    using Row = typename Table::row_type;
    static_assert(offered<has_environment, Table>, "stdb: an outbox needs TARGET 2.14 or newer");
    bsatn::detail::require_describable<Remote>();
    static_assert(std::ranges::find(argument_columns<Row, Remote>, no_column) == argument_columns<Row, Remote>.end(),
                  "stdb: each field of the reducer that an outbox calls is a column of its row, by name and type");
    if constexpr (!std::is_void_v<OnResult>) {
      static_assert(is_among<OnResult, Reducers>,
                    "stdb: the reducer that hears an outbox's results is not in the module: add it to reducers<...>");
      static_assert(hears_result<Row, OnResult>(),
                    "stdb: the reducer that hears an outbox's results has two fields: the row, and a "
                    "stdb::Result<stdb::Unit, std::string>");
    }
  }
  return true;
}

// RawOutboxDefV10.
template <class Table>
constexpr void write_outbox(PieceWriter& out) {
  using Remote = typename Table::outbox::remote;
  using OnResult = typename Table::outbox::on_result;
  constexpr auto& columns = argument_columns<typename Table::row_type, Remote>;
  out.text(Table::name);
  out.text(bsatn::detail::function_name<Remote>());
  out.u16(static_cast<std::uint16_t>(Table::outbox::column::place));
  out.u32(static_cast<std::uint32_t>(columns.size()));
  for (const std::size_t column : columns) out.u16(static_cast<std::uint16_t>(column));
  if constexpr (std::is_void_v<OnResult>) {
    out.byte(1);
  } else {
    write_name(out, bsatn::detail::function_name<OnResult>());
  }
  for (const std::uint8_t byte : reducer_signature<Remote>()) out.byte(byte);
}

}  // namespace stdb::detail
