// sdk/schema/.../detail/check_table.hpp: refuses, in words, the tables that a server would refuse or that would harm
// it.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/check_type.hpp"
#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/bsatn/schedule_at.hpp"
#include "stdb/schema/detail/convert_default.hpp"
#include "stdb/schema/detail/filterable.hpp"
#include "stdb/schema/detail/table_info.hpp"

namespace stdb::detail {

template <class Option>
concept IsOption = requires { requires std::same_as<std::remove_cvref_t<decltype(Option::kind)>, OptionKind>; };

template <class T>
struct DirectKey {
  static constexpr bool value =
      bsatn::kind<T> == bsatn::Kind::enumeration || (std::unsigned_integral<T> && sizeof(T) <= 8);
};

// A float can be ordered by, after other columns; nobody can ask for its value.
template <class T>
struct PartOfKey {
  static constexpr bool value = Filterable<T>::value || std::floating_point<T>;
};

template <class Row, class Option>
constexpr void check_index() {
  static_assert(Option::members::template all_of_row<Row>,
                "stdb: this index names a member of another struct than the table's row");
  static_assert(Option::members::template all_accepted<Filterable> ||
                    (Option::algorithm == IndexAlgorithm::btree && Option::columns.size() > 1 &&
                     Option::members::template all_accepted<PartOfKey>),
                "stdb: this index has a column that cannot be a key: use integers, bool, std::string, Identity, "
                "ConnectionId, Timestamp, Uuid or a plain enum");
  static_assert(bsatn::detail::is_identifier(Option::accessor),
                "stdb: an index name consists of letters, digits and _ and does not begin with a digit");
  static_assert(
      [] {
        auto columns = Option::columns;
        std::sort(columns.begin(), columns.end());
        return std::adjacent_find(columns.begin(), columns.end()) == columns.end();
      }(),
      "stdb: this index has the same column twice");
  if constexpr (Option::algorithm == IndexAlgorithm::direct) {
    static_assert(Option::columns.size() == 1, "stdb: a direct index has one column: use btree for several");
    static_assert(Option::members::template all_accepted<DirectKey>,
                  "stdb: a direct index is over an unsigned integer of up to 64 bits or a plain enum: use btree");
  }
}

// What the options that speak of one column require of it.
template <class Row, class Option>
constexpr void check_column() {
  using Value = typename Option::column::value_type;
  static_assert(std::is_same_v<typename Option::column::row_type, Row>,
                "stdb: this option names a member of another struct than the table's row");
  if constexpr (Option::kind == OptionKind::auto_inc) {
    static_assert(bsatn::detail::Integer<Value> || bsatn::detail::WideInteger<Value>,
                  "stdb: an auto_inc column is an integer");
  } else if constexpr (Option::kind == OptionKind::schedule) {
    static_assert(std::is_same_v<Value, ScheduleAt>,
                  "stdb: scheduled<> names the column that says when: its type is stdb::ScheduleAt");
  } else if constexpr (Option::kind == OptionKind::outbox) {
    static_assert(std::is_same_v<Value, Identity>,
                  "stdb: outbox<> names the column that says which database: its type is stdb::Identity");
  } else if constexpr (Option::kind == OptionKind::default_value) {
    static_assert(default_fits<Value, Option::head>(),
                  "stdb: this default_value is not of the column's type or does not fit it");
  } else {
    static_assert(Filterable<Value>::value,
                  "stdb: this column cannot be a primary_key or unique: use an integer, bool, std::string, Identity, "
                  "ConnectionId, Timestamp, Uuid or a plain enum");
  }
}

template <class Row, class Option>
constexpr void check_option() {
  if constexpr (Option::kind == OptionKind::index) {
    check_index<Row, Option>();
  } else if constexpr (Option::kind == OptionKind::index_name || Option::kind == OptionKind::canonical) {
    static_assert(bsatn::detail::is_identifier(Option::name),
                  "stdb: a canonical name consists of letters, digits and _ and does not begin with a digit");
    static_assert(!Option::name.starts_with("st_"), "stdb: names that begin with st_ are the system's");
  } else if constexpr (requires { typename Option::column; }) {
    check_column<Row, Option>();
  }
}

// Whether an option of one kind speaks of the column.
template <OptionKind Kind, class... Options>
constexpr bool speaks_of(std::size_t column) {
  bool found = false;
  const auto look = [&]<class Option>() {
    if constexpr (Option::kind == Kind) found = found || Option::column::place == column;
  };
  (look.template operator()<Options>(), ...);
  static_cast<void>(look);
  return found;
}

// Whether two options of one kind speak of one column.
template <OptionKind Kind, class... Options>
constexpr bool speaks_twice() {
  std::array<std::size_t, count_of<Kind, Options...>> columns{};
  std::size_t count = 0;
  const auto add = [&]<class Option>() {
    if constexpr (Option::kind == Kind) columns[count++] = Option::column::place;
  };
  (add.template operator()<Options>(), ...);
  static_cast<void>(add);
  static_cast<void>(count);
  std::sort(columns.begin(), columns.end());
  return std::adjacent_find(columns.begin(), columns.end()) != columns.end();
}

// Whether some option of kind A and some of kind B speak of one column.
template <OptionKind A, OptionKind B, class... Options>
constexpr bool speak_of_one() {
  bool found = false;
  const auto look = [&]<class Option>() {
    if constexpr (Option::kind == A) found = found || speaks_of<B, Options...>(Option::column::place);
  };
  (look.template operator()<Options>(), ...);
  static_cast<void>(look);
  return found;
}

template <class... Options>
constexpr bool index_names_exist() {
  const auto indexes = collect_indexes<Options...>();
  bool exist = true;
  const auto look = [&]<class Option>() {
    if constexpr (Option::kind == OptionKind::index_name) {
      exist = exist && std::any_of(indexes.begin(), indexes.end(),
                                   [](const IndexInfo& one) { return one.accessor == Option::accessor; });
    }
  };
  (look.template operator()<Options>(), ...);
  static_cast<void>(look);
  return exist;
}

// What two indexes of a table may not have in common.
template <class... Options, class Same>
constexpr bool has_two_indexes(Same same) {
  const auto indexes = collect_indexes<Options...>();
  for (std::size_t one = 0; one < indexes.size(); ++one) {
    for (std::size_t other = one + 1; other < indexes.size(); ++other) {
      if (same(indexes[one], indexes[other])) return true;
    }
  }
  return false;
}

// Of a table that has other indexes than those of its keys.
template <class... Options>
constexpr void check_indexes() {
  static_assert(!has_two_indexes<Options...>(
                    [](const IndexInfo& one, const IndexInfo& other) { return one.accessor == other.accessor; }),
                "stdb: two indexes of this table have the same name");
  static_assert(!has_two_indexes<Options...>([](const IndexInfo& one, const IndexInfo& other) {
    return one.algorithm == other.algorithm && one.has_columns_of(other);
  }),
                "stdb: two indexes of this table are over the same columns");
  static_assert(!std::ranges::any_of(
                    collect_indexes<Options...>(),
                    [](const IndexInfo& one) { return one.algorithm == IndexAlgorithm::direct && !one.is_unique; }),
                "stdb: a direct index needs its column to be unique or the primary_key");
}

template <class Row, class... Options>
constexpr void check_schedule() {
  static_assert(count_of<OptionKind::schedule, Options...> <= 1, "stdb: a table has one scheduled<> at most");
  static_assert(count_of<OptionKind::event, Options...> == 0,
                "stdb: an event table cannot be scheduled: its rows do not last");
  constexpr std::size_t key = column_of<OptionKind::primary_key, Options...>();
  static_assert(key != no_column, "stdb: a scheduled table needs a primary_key of type std::uint64_t");
  if constexpr (key != no_column) {
    static_assert(std::is_same_v<bsatn::detail::field_type<Row, key>, std::uint64_t>,
                  "stdb: a scheduled table needs a primary_key of type std::uint64_t");
  }
}

template <class Row, class... Options>
constexpr void check_outbox() {
  static_assert(count_of<OptionKind::outbox, Options...> <= 1, "stdb: a table has one outbox<> at most");
  static_assert(count_of<OptionKind::event, Options...> == 0 && count_of<OptionKind::schedule, Options...> == 0,
                "stdb: an outbox is neither an event table nor a scheduled one");
  constexpr std::size_t key = column_of<OptionKind::primary_key, Options...>();
  constexpr bool has_key = key != no_column && key == column_of<OptionKind::auto_inc, Options...>();
  static_assert(has_key, "stdb: an outbox needs a std::uint64_t primary_key that is auto_inc");
  if constexpr (has_key) {
    static_assert(std::is_same_v<bsatn::detail::field_type<Row, key>, std::uint64_t>,
                  "stdb: an outbox needs a std::uint64_t primary_key that is auto_inc");
  }
}

// Most tables have few options: of what none speaks nothing is asked.
template <class... Options>
constexpr void check_together() {
  static_assert(count_of<OptionKind::primary_key, Options...> <= 1,
                "stdb: a table has one primary_key at most: make the other columns unique");
  static_assert(count_of<OptionKind::auto_inc, Options...> <= 1,
                "stdb: a table has one auto_inc column at most: a host returns several in no fixed order");
  static_assert(count_of<OptionKind::canonical, Options...> <= 1, "stdb: a table has one canonical name at most");
  if constexpr (count_of<OptionKind::unique, Options...> > 0) {
    static_assert(!speaks_twice<OptionKind::unique, Options...>() &&
                      !speak_of_one<OptionKind::unique, OptionKind::primary_key, Options...>(),
                  "stdb: this column is unique twice: a primary_key is unique already");
  }
  if constexpr (count_of<OptionKind::default_value, Options...> > 0) {
    static_assert(!speaks_twice<OptionKind::default_value, Options...>(), "stdb: this column has two default values");
    static_assert(!speak_of_one<OptionKind::default_value, OptionKind::primary_key, Options...>() &&
                      !speak_of_one<OptionKind::default_value, OptionKind::unique, Options...>() &&
                      !speak_of_one<OptionKind::default_value, OptionKind::auto_inc, Options...>(),
                  "stdb: a primary_key, unique or auto_inc column has no default: every row would get the same value");
  }
}

template <class Row, class... Options>
constexpr void check_options() {
  static_assert(bsatn::detail::field_count<Row> > 0, "stdb: a table's row needs at least one column");
  constexpr bool are_options = (true && ... && IsOption<Options>);
  static_assert(are_options,
                "stdb: after its row and name a table takes is_public, is_event, primary_key<&Row::id>, unique<...>, "
                "auto_inc<...>, btree<...>, hash<...>, direct<...> and the other options of stdb/schema");
  if constexpr (are_options) {
    (check_option<Row, Options>(), ...);
    check_together<Options...>();
    if constexpr (count_of<OptionKind::index, Options...> > 0) check_indexes<Options...>();
    if constexpr (count_of<OptionKind::index_name, Options...> > 0) {
      static_assert(index_names_exist<Options...>(),
                    "stdb: index_name<> speaks of an index that the table does not have");
    }
    if constexpr (count_of<OptionKind::schedule, Options...> > 0) check_schedule<Row, Options...>();
    if constexpr (count_of<OptionKind::outbox, Options...> > 0) check_outbox<Row, Options...>();
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
    if constexpr (bsatn::detail::require_describable<Row>()) check_options<Row, Options...>();
  }
  return bsatn::detail::is_identifier(name);
}

}  // namespace stdb::detail
