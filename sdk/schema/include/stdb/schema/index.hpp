// sdk/schema/.../index.hpp: btree, hash and direct, the indexes of a table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/schema/column.hpp"
#include "stdb/schema/detail/index_head.hpp"
#include "stdb/schema/detail/option_kind.hpp"
#include "stdb/schema/fixed_string.hpp"

namespace stdb {

// How an index finds rows. The numbers are the wire's.
enum class IndexAlgorithm : std::uint8_t { btree = 0, hash = 1, direct = 2 };

namespace detail {

// What the three kinds of index have in common.
template <IndexAlgorithm Algorithm, auto Head, auto... Members>
struct IndexOption {
  static constexpr OptionKind kind = OptionKind::index;
  static constexpr IndexAlgorithm algorithm = Algorithm;
  using members = typename IndexMembers<Head, Members...>::type;
  static constexpr std::string_view accessor = IndexMembers<Head, Members...>::accessor();
  static constexpr auto columns = members::columns;
};

}  // namespace detail

// An ordered index over one or several columns: values, leading values, and ranges. The name is what generated client
// code calls it; without one it is the columns' names joined by '_':
//   btree<&Person::age>        btree<"by_level_and_age", &Person::level, &Person::age>
// An index over exactly a unique column takes the place of the one that the column would have anyway.
template <detail::IndexHead Head, auto... Members>
struct btree : detail::IndexOption<IndexAlgorithm::btree, Head, Members...> {};

// An index that finds whole keys only, no ranges; for long keys. Needs TARGET 2.0.
template <detail::IndexHead Head, auto... Members>
struct hash : detail::IndexOption<IndexAlgorithm::hash, Head, Members...> {};

// An array indexed by the key itself: the fastest where the values are dense and begin near zero. One column, of an
// unsigned integer of up to 64 bits or a plain enum, that is also unique or the primary_key.
template <detail::IndexHead Head, auto... Members>
struct direct : detail::IndexOption<IndexAlgorithm::direct, Head, Members...> {};

// Gives the index of this accessor another canonical name, the one in the system's tables, than
// table_columns_idx_algorithm. Needs TARGET 2.0.
template <FixedString Accessor, FixedString Name>
struct index_name {
  static constexpr detail::OptionKind kind = detail::OptionKind::index_name;
  static constexpr std::string_view accessor = Accessor.view();
  static constexpr std::string_view name = Name.view();
};

}  // namespace stdb
