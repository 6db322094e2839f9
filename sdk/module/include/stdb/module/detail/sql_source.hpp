// sdk/module/.../detail/sql_source.hpp: the tables and views of a module as SQL speaks of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/module/detail/lists.hpp"
#include "stdb/module/detail/table_piece.hpp"
#include "stdb/module/detail/view_answer.hpp"
#include "stdb/schema/canonical_name.hpp"

namespace stdb::detail {

// A word of the SQL or of the module, kept as a constant; what is longer is cut. (Not a std::string: g++ 12 loses short
// ones that functions return at compile time.)
struct SqlText {
  std::array<char, 64> characters{};
  std::size_t size = 0;

  constexpr SqlText() = default;
  constexpr explicit SqlText(std::string_view text) : size(std::min(text.size(), characters.size())) {
    std::copy_n(text.begin(), size, characters.begin());
  }

  constexpr void put(char c) {
    if (size < characters.size()) characters[size++] = c;
  }
  constexpr SqlText& operator<<(std::string_view text) {
    for (const char c : text) put(c);
    return *this;
  }

  constexpr std::string_view view() const { return {characters.data(), size}; }
  constexpr bool operator==(const SqlText& other) const { return view() == other.view(); }
};

// Everything has two names, which are often the same: the one in the source, and the one that SQL is meant to use.
// Servers look for both.
enum class SqlName : bool { written, canonical };

struct SqlSource {
  SqlText (*name)(SqlName);
  SqlText (*column)(std::size_t place, SqlName);
  std::size_t column_count;
  bool is_public;

  constexpr bool is_called(std::string_view wanted) const {
    const SqlText text(wanted);
    return text == name(SqlName::written) || text == name(SqlName::canonical);
  }
  constexpr bool has_column(std::string_view wanted) const {
    const SqlText text(wanted);
    for (std::size_t place = 0; place < column_count; ++place) {
      if (text == column(place, SqlName::written) || text == column(place, SqlName::canonical)) return true;
    }
    return false;
  }
};

template <class Convert>
constexpr SqlText name_in_sql(std::string_view written, std::string_view said, SqlName which) {
  if (which == SqlName::written) return SqlText(written);
  if (!said.empty()) return SqlText(said);
  SqlText converted;
  Convert()(converted, written);
  return converted;
}

template <class Table, class Convert>
constexpr SqlText table_in_sql(SqlName which) {
  const std::string_view said = Table::has_canonical_name ? Table::canonical_name : std::string_view();
  return name_in_sql<Convert>(Table::name, said, which);
}
template <class View, class Convert>
constexpr SqlText view_in_sql(SqlName which) {
  return name_in_sql<Convert>(bsatn::detail::function_name<View>(), canonical_name<View>, which);
}
template <class Row, class Convert>
constexpr SqlText column_in_sql(std::size_t place, SqlName which) {
  return name_in_sql<Convert>(column_name<Row>(place), {}, which);
}

template <class Row>
constexpr std::size_t count_columns() {
  if constexpr (is_writable<Row>) return bsatn::detail::field_count<Row>;
  return 0;
}

template <class Tables, class Views, class Convert>
struct SqlSources;
template <class... Tables, class... Views, class Convert>
struct SqlSources<List<Tables...>, List<Views...>, Convert> {
  template <class View>
  using row = typename ViewAnswer<View>::row_type;

  static constexpr std::array<SqlSource, sizeof...(Tables) + sizeof...(Views)> all = {
      SqlSource{&table_in_sql<Tables, Convert>, &column_in_sql<typename Tables::row_type, Convert>,
                count_columns<typename Tables::row_type>(), Tables::is_public}...,
      SqlSource{&view_in_sql<Views, Convert>, &column_in_sql<row<Views>, Convert>, count_columns<row<Views>>(),
                true}...};
};

}  // namespace stdb::detail
