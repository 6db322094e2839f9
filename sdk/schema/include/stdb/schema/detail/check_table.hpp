// sdk/schema/.../detail/check_table.hpp: refuses, in words, the tables that a server would refuse or that would harm
// it.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/schema/detail/filterable.hpp"
#include "stdb/schema/detail/table_info.hpp"

namespace stdb::detail {

template <class Row, class Option>
constexpr void check_option() {
  if constexpr (Option::kind == OptionKind::index) {
    static_assert(Option::template all_of_row<Row>,
                  "stdb: this index names a member of another struct than the table's row");
    static_assert(Option::template all_accepted<Filterable>,
                  "stdb: this index has a column that cannot be a key: use integers, bool, std::string, Identity, "
                  "ConnectionId, Timestamp, Uuid or a plain enum");
    static_assert(bsatn::detail::is_identifier(Option::accessor),
                  "stdb: an index name consists of letters, digits and _ and does not begin with a digit");
  } else if constexpr (Option::kind != OptionKind::access) {
    static_assert(std::is_same_v<typename Option::column::row_type, Row>,
                  "stdb: this option names a member of another struct than the table's row");
    if constexpr (Option::kind == OptionKind::auto_inc) {
      static_assert(bsatn::detail::Integer<typename Option::column::value_type> ||
                        bsatn::detail::WideInteger<typename Option::column::value_type>,
                    "stdb: an auto_inc column is an integer");
    } else {
      static_assert(Filterable<typename Option::column::value_type>::value,
                    "stdb: this column cannot be a primary_key or unique: use an integer, bool, std::string, Identity, "
                    "ConnectionId, Timestamp, Uuid or a plain enum");
    }
  }
}

// Source: host-side validation of RawModuleDef, and the identifiers that every client language accepts.
template <class Row, class... Options>
constexpr bool check_table(std::string_view name) {
  static_assert(!bsatn::detail::HasBase<Row>,
                "stdb: an aggregate with a base class has no encoding: make the base a member");
  static_assert(bsatn::detail::HasBase<Row> || bsatn::kind<Row> == bsatn::Kind::product,
                "stdb: a table's row is an aggregate struct: only public members, no constructors, no base class");
  if constexpr (bsatn::kind<Row> == bsatn::Kind::product) {
    static_assert(bsatn::detail::field_count<Row> > 0, "stdb: a table's row needs at least one column");
    static_assert(count_of<OptionKind::primary_key, Options...> <= 1,
                  "stdb: a table has one primary_key at most: make the other columns unique");
    static_assert(count_of<OptionKind::auto_inc, Options...> <= 1,
                  "stdb: a table has one auto_inc column at most: a host returns several in no fixed order");
    (check_option<Row, Options>(), ...);
  }
  return bsatn::detail::is_identifier(name);
}

}  // namespace stdb::detail
