// sdk/module/.../detail/index_scans.hpp: filter() and erase() of an index for one number of leading columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "stdb/module/detail/check_scan.hpp"
#include "stdb/module/detail/handle_ids.hpp"
#include "stdb/module/detail/scan.hpp"
#include "stdb/module/key.hpp"
#include "stdb/module/rows.hpp"
#include "stdb/schema/detail/filterable.hpp"

namespace stdb::detail {

template <class Table, std::size_t Index, std::size_t Place>
using index_column_t = bsatn::detail::field_type<typename Table::row_type, Table::indexes[Index].columns[Place]>;

// What a handle may do with the rows that it finds.
enum class Access : bool { read, write };

template <class Table, std::size_t Index, Access May, class Prefix>
class IndexScans;

// Takes sizeof...(Place) values and, in a second form, bounds on the column after them. Spelled with each column's own
// type so that a literal is checked against it.
template <class Table, std::size_t Index, Access May, std::size_t... Place>
class IndexScans<Table, Index, May, std::index_sequence<Place...>> {
  using Row = typename Table::row_type;
  static constexpr std::size_t given = sizeof...(Place);
  static constexpr std::size_t width = Table::indexes[Index].columns.size();
  static constexpr bool has_more_columns = given + 1 < width;
  static constexpr bool is_hash = Table::indexes[Index].algorithm == IndexAlgorithm::hash;
  // One value for each column; older hosts are asked for a range of one value instead.
  static constexpr bool is_point = given + 1 == width && has_point_scan;

  template <std::size_t Column>
  using column_t = index_column_t<Table, Index, Column>;
  using Last = column_t<given>;

  static constexpr Named& index = index_of<Table, Index>;

  static constexpr void check_filterable() {
    static_assert(Filterable<Last>::value, "stdb: nobody can filter by a float: give values for the columns before it");
  }

  static constexpr void check_write() {
    static_assert(May == Access::write, "stdb: a view only reads: it finds, filters and counts");
  }

  struct WholeKey {
    const std::uint8_t* bytes;
    std::uint32_t size;
  };
  static constexpr std::size_t fixed_key_size = key_size<column_t<Place>..., Last>();

  static WholeKey whole_key(const Key<column_t<Place>>&... keys, const Key<Last>& last) {
    check_filterable();
    if constexpr (fixed_key_size != bsatn::varying) {
      std::uint8_t* const key = fixed_scratch<fixed_key_size>();
      encode_keys(key, keys..., last);
      return {key, static_cast<std::uint32_t>(fixed_key_size)};
    } else {
      const std::size_t size =
          (std::size_t{0} + ... + measure_key<column_t<Place>>(keys.value)) + measure_key<Last>(last.value);
      std::uint8_t* const key = scratch(size);
      encode_keys(key, keys..., last);
      return {key, static_cast<std::uint32_t>(size)};
    }
  }

  // Makes of the bounds what this target's hosts understand; false where no value meets them. Such a range is not asked
  // for: a server of 1.x ends when it is.
  static bool prepare(Bounds<Last>& bounds) {
    check_filterable();
    static_assert(!is_hash, "stdb: a hash index finds values, not ranges: declare a btree for them");
    if constexpr (has_more_columns && target < 20200) {
      static_assert(
          bsatn::detail::Integer<Last>,
          "stdb: servers before 2.2 cannot be asked for a range of this column, since the index has more columns "
          "after it: ask for a range of the last column, or build for TARGET 2.2");
      if (!shift_excluded(bounds.range)) return false;
    }
    const auto& range = bounds.range;
    if (range.low_kind == BoundKind::unbounded || range.high_kind == BoundKind::unbounded) return true;
    if (range.low == range.high) return range.low_kind == BoundKind::included && range.high_kind == BoundKind::included;
    return range.low < range.high;
  }

  static RangeArguments prefix(const Key<column_t<Place>>&... keys, const Key<Last>& last) {
    check_filterable();
    static_assert(!is_hash, "stdb: a hash index finds whole keys: give a value for each of its columns");
    return encode_prefix<Last>(last, keys...);
  }

 protected:
  // The first row with these values, for find().
  static std::optional<Row> first(Key<column_t<Place>>... keys, Key<Last> last) {
    if constexpr (is_point) {
      const WholeKey key = whole_key(keys..., last);
      const std::uint8_t* const end = find_row(index, key.bytes, key.size);
      if (end == nullptr) return std::nullopt;
      if constexpr (std::is_trivially_copyable_v<Row>) {
        Row row{};  // in the optional its first byte would be written for itself
        take_row(the_scratch.bytes, end, row, index);
        return row;
      } else {
        std::optional<Row> row(std::in_place);
        take_row(the_scratch.bytes, end, *row, index);
        return row;
      }
    } else {
      return Rows<Row>(scan_range(index, prefix(keys..., last)), index).next();
    }
  }

 public:
  // The rows with these values in the leading columns.
  Rows<Row> filter(Key<column_t<Place>>... keys, Key<Last> last) const {
    if constexpr (is_point) {
      const WholeKey key = whole_key(keys..., last);
      return Rows<Row>(scan_point(index, key.bytes, key.size), index);
    } else {
      return Rows<Row>(scan_range(index, prefix(keys..., last)), index);
    }
  }

  // The rows with these values in the leading columns and the next one within the bounds.
  Rows<Row> filter(Key<column_t<Place>>... keys, Bounds<Last> bounds) const {
    if (!prepare(bounds)) return Rows<Row>();
    return Rows<Row>(scan_range(index, encode_range<Last>(bounds, keys...)), index);
  }

  // Erases what filter() would find; returns how many rows that were.
  std::uint32_t erase(Key<column_t<Place>>... keys, Key<Last> last) const {
    check_write();
    if constexpr (is_point) {
      const WholeKey key = whole_key(keys..., last);
      return erase_point(index, key.bytes, key.size);
    } else {
      return erase_range(index, prefix(keys..., last));
    }
  }
  std::uint32_t erase(Key<column_t<Place>>... keys, Bounds<Last> bounds) const {
    check_write();
    if (!prepare(bounds)) return 0;
    return erase_range(index, encode_range<Last>(bounds, keys...));
  }
};

// All of them, from no leading column to all but the last.
template <class Table, std::size_t Index, Access May, class Widths>
class AllIndexScans;
template <class Table, std::size_t Index, Access May, std::size_t... Width>
class AllIndexScans<Table, Index, May, std::index_sequence<Width...>>
    : public IndexScans<Table, Index, May, std::make_index_sequence<Width>>... {
 public:
  using IndexScans<Table, Index, May, std::make_index_sequence<Width>>::filter...;
  using IndexScans<Table, Index, May, std::make_index_sequence<Width>>::erase...;

 protected:
  using IndexScans<Table, Index, May, std::make_index_sequence<Width>>::first...;
};

template <class Scans, class... Given>
concept CanFilter = requires(const Scans& scans, const Given&... given) { scans.filter(given...); };

// With words for what none of them takes.
template <class Table, std::size_t Index, Access May>
class IndexScansOf
    : public AllIndexScans<Table, Index, May, std::make_index_sequence<Table::indexes[Index].columns.size()>> {
  static constexpr std::size_t width = Table::indexes[Index].columns.size();
  using Scans = AllIndexScans<Table, Index, May, std::make_index_sequence<width>>;

 public:
  using Scans::erase;
  using Scans::filter;

  template <class... Given>
    requires(!CanFilter<Scans, Given...>)
  Rows<typename Table::row_type> filter(const Given&...) const {
    refuse_scan<width, Given...>();
  }
  template <class... Given>
    requires(!CanFilter<Scans, Given...>)
  std::uint32_t erase(const Given&...) const {
    refuse_scan<width, Given...>();
  }
  template <class... Given>
    requires(!CanFilter<Scans, Given...>)
  std::optional<typename Table::row_type> find(const Given&...) const {
    refuse_scan<1, Given...>();
  }
};

}  // namespace stdb::detail
