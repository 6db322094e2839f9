// sdk/schema/.../options.hpp: what can be said of a table and its columns beside the row and the name.
#pragma once

#include <string_view>

#include "stdb/schema/column.hpp"
#include "stdb/schema/detail/option_kind.hpp"
#include "stdb/schema/fixed_string.hpp"

namespace stdb {

// Every client may read the table. Without it only the owner and the module do.
struct is_public {
  static constexpr detail::OptionKind kind = detail::OptionKind::access;
};

// The rows live for one transaction: subscribers get them when it commits, and nothing is kept. A module only inserts
// into such a table. Needs TARGET 2.0.
struct is_event {
  static constexpr detail::OptionKind kind = detail::OptionKind::event;
};

// The name by which SQL and generated client code know the table, where it shall be another than the declared one and
// than what case conversion makes of that. Needs TARGET 2.0.
template <FixedString Name>
struct canonical {
  static constexpr detail::OptionKind kind = detail::OptionKind::canonical;
  static constexpr std::string_view name = Name.view();
};

// The table belongs to the submodule of this name, or of this path where submodules lie in each other:
// in_namespace<"auth">, in_namespace<"auth.tokens">. Needs TARGET 2.8.
template <FixedString Namespace>
struct in_namespace {
  static constexpr detail::OptionKind kind = detail::OptionKind::name_space;
  static constexpr std::string_view name = Namespace.view();
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

}  // namespace stdb
