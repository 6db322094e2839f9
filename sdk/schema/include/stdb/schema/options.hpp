// sdk/schema/.../options.hpp: what can be said of a table beside its row and name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "stdb/schema/column.hpp"
#include "stdb/schema/fixed_string.hpp"

namespace stdb {

namespace detail {

enum class OptionKind : std::uint8_t { access, primary_key, unique, auto_inc, index };

}  // namespace detail

// Every client may read the table. Without it only the owner and the module do.
struct is_public {
  static constexpr detail::OptionKind kind = detail::OptionKind::access;
};

// The column names a row: unique, indexed, and what update() finds the row by. One a table.
template <auto Member>
struct primary_key {
  static constexpr detail::OptionKind kind = detail::OptionKind::primary_key;
  using column = Column<Member>;
};

// No two rows have the same value; indexed.
template <auto Member>
struct unique {
  static constexpr detail::OptionKind kind = detail::OptionKind::unique;
  using column = Column<Member>;
};

// A zero in this integer column is replaced by the next of 1, 2, 3, ... when the row is inserted. Values are never used
// twice, but numbers may be left out: a rolled back call does not give its numbers back. One a table, since a host
// writes several generated columns back in no order that could be relied on.
template <auto Member>
struct auto_inc {
  static constexpr detail::OptionKind kind = detail::OptionKind::auto_inc;
  using column = Column<Member>;
};

// An ordered index over one or several columns. The name is what generated client code calls it.
template <FixedString Name, auto... Members>
struct btree {
  static_assert(sizeof...(Members) > 0, "stdb: a btree index needs a column: btree<\"by_age\", &Person::age>");

  static constexpr detail::OptionKind kind = detail::OptionKind::index;
  static constexpr std::string_view accessor = Name.view();
  static constexpr std::array<std::uint16_t, sizeof...(Members)> columns = {
      static_cast<std::uint16_t>(Column<Members>::place)...};

  template <class Row>
  static constexpr bool all_of_row = (true && ... && std::is_same_v<typename Column<Members>::row_type, Row>);
  template <template <class> class Accepts>
  static constexpr bool all_accepted = (true && ... && Accepts<typename Column<Members>::value_type>::value);
};

}  // namespace stdb
