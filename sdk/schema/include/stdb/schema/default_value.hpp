// sdk/schema/.../default_value.hpp: default_value, what existing rows get in a column that is added to their table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include "stdb/schema/column.hpp"
#include "stdb/schema/detail/option_kind.hpp"

namespace stdb {

// As a default: the optional column holds nothing.
struct None {
  bool operator==(const None&) const = default;
};
inline constexpr None none{};

// As a default: the text or list column is empty.
struct Empty {
  bool operator==(const Empty&) const = default;
};
inline constexpr Empty empty{};

namespace detail {

// Deduced from what is said: a text, or any value that can be a template argument.
template <class Value, std::size_t Size>
struct DefaultHead {
  Value value;
  constexpr DefaultHead(Value given) : value(given) {}
};
template <std::size_t Size>
struct DefaultHead<void, Size> {
  char characters[Size] = {};
  constexpr DefaultHead(const char (&literal)[Size]) { std::copy_n(literal, Size, characters); }
};
template <std::size_t Size>
DefaultHead(const char (&)[Size]) -> DefaultHead<void, Size>;
template <class Value>
DefaultHead(Value) -> DefaultHead<Value, 0>;

}  // namespace detail

// When a later version of the module adds this column at the end of the row, rows that exist get the value. A number, a
// bool, a text, an enumerator, stdb::none, stdb::empty, or an aggregate of numbers, as the column's type takes it:
//   stdb::default_value<&Person::level, 1>, stdb::default_value<&Person::title, "none yet">
// New rows are not changed by it. Not for keys and auto_inc columns. Needs TARGET 2.0.
template <auto Member, detail::DefaultHead Value>
struct default_value {
  static constexpr detail::OptionKind kind = detail::OptionKind::default_value;
  using column = Column<Member>;
  static constexpr auto head = Value;
};

}  // namespace stdb
