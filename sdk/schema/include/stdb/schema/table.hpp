// sdk/schema/.../table.hpp: table, the declaration of a table.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "stdb/schema/default_value.hpp"
#include "stdb/schema/detail/check_table.hpp"
#include "stdb/schema/detail/table_info.hpp"
#include "stdb/schema/index.hpp"
#include "stdb/schema/options.hpp"
#include "stdb/schema/outbox.hpp"
#include "stdb/schema/scheduled.hpp"

namespace stdb {

// A table of Row under a name, private unless is_public is among the options. A constant without state, declared once
// in a header that the module and its tests share:
//   inline constexpr stdb::table<Person, "person", stdb::is_public, stdb::primary_key<&Person::id>> person;
template <class Row, FixedString Name, class... Options>
struct table {
  static_assert(detail::check_table<Row, Options...>(Name.view()),
                "stdb: a table's name consists of letters, digits and _ and does not begin with a digit");
  static_assert(!Name.view().starts_with("st_"), "stdb: table names that begin with st_ are the system's");

  using row_type = Row;
  using options = detail::OptionList<Options...>;
  // What the rows of a scheduled table call; void otherwise.
  using schedule_target = typename detail::TargetOf<Options...>::type;

  static constexpr std::string_view name = Name.view();
  static constexpr bool has_canonical_name = detail::count_of<detail::OptionKind::canonical, Options...> > 0;
  // The name in SQL; the declared one unless canonical<> says another.
  static constexpr std::string_view canonical_name =
      detail::name_or<detail::OptionKind::canonical, Options...>(Name.view());
  // The submodule that the table belongs to; empty: the module itself.
  static constexpr std::string_view name_space = detail::name_or<detail::OptionKind::name_space, Options...>({});
  static constexpr bool is_event = detail::count_of<detail::OptionKind::event, Options...> > 0;
  static constexpr bool is_public = detail::count_of<detail::OptionKind::access, Options...> > 0;
  // Columns by their place in the row, from 0; detail::no_column where there is none.
  static constexpr std::size_t primary_key_column = detail::column_of<detail::OptionKind::primary_key, Options...>();
  static constexpr std::size_t auto_inc_column = detail::column_of<detail::OptionKind::auto_inc, Options...>();
  static constexpr std::size_t schedule_column = detail::column_of<detail::OptionKind::schedule, Options...>();
  // What the rows of an outbox call, and where they go.
  using outbox = typename detail::OutboxOf<Options...>::type;
  static constexpr bool is_outbox = detail::count_of<detail::OptionKind::outbox, Options...> > 0;
  // Keys first, then the indexes, each in the order of declaration.
  static constexpr auto indexes = detail::collect_indexes<Options...>();
};

}  // namespace stdb
