// sdk/module/.../detail/check_target.hpp: refuses, in words, tables and types that are newer than the servers that the
// module is built for.
#pragma once

#include <type_traits>

#include "stdb/bsatn/kind.hpp"
#include "stdb/bsatn/uuid.hpp"
#include "stdb/module/detail/has_part.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/schema/table.hpp"

namespace stdb::detail {

// What servers know since 1.11.2. TARGET 1 is for all of 1.x.
template <class T>
struct IsNewerThanV9 {
  static constexpr bool value = std::is_same_v<T, Uuid> || bsatn::kind<T> == bsatn::Kind::result;
};

template <class T>
constexpr bool check_parts_target() {
  if constexpr (!offered<has_v10, T>) {
    static_assert(
        !has_part<IsNewerThanV9, T>,
        "stdb: a stdb::Uuid or stdb::Result in a row or an argument needs a server of 1.11.2, and TARGET 1 is "
        "for older ones too: build for TARGET 2.0, or write stdb::u128, or a stdb::Sum of your own");
  }
  return true;
}

template <class Table>
constexpr bool has_hash_index() {
  for (const IndexInfo& index : Table::indexes) {
    if (index.algorithm == IndexAlgorithm::hash) return true;
  }
  return false;
}

template <class... Options>
constexpr bool has_default(OptionList<Options...>) {
  return count_of<OptionKind::default_value, Options...> > 0;
}

template <class Table>
constexpr bool check_table_target() {
  static_assert(has_v10 || !Table::is_event, "stdb: an event table needs TARGET 2.0 or newer");
  static_assert(has_v10 || !has_hash_index<Table>(), "stdb: a hash index needs TARGET 2.0 or newer");
  static_assert(has_v10 || !has_default(typename Table::options()), "stdb: default_value needs TARGET 2.0 or newer");
  return check_parts_target<typename Table::row_type>();
}

}  // namespace stdb::detail
