// sdk/module/.../detail/sql_source.hpp: the tables and views of a module as SQL speaks of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
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

template <class Convert>
constexpr SqlText convert_for_sql(std::string_view written) {
  SqlText converted;
  Convert()(converted, written);
  return converted;
}

struct SqlSource {
  std::string_view written;
  std::string_view said;  // canonical, or empty
  std::span<const std::string_view> columns;
  bool is_public;
  SqlText (*convert)(std::string_view);  // as the module's policy does

  constexpr SqlText name(SqlName which) const {
    if (which == SqlName::written) return SqlText(written);
    return said.empty() ? convert(written) : SqlText(said);
  }
  constexpr SqlText column(std::size_t place, SqlName which) const {
    return which == SqlName::written ? SqlText(columns[place]) : convert(columns[place]);
  }

  constexpr bool is_called(std::string_view wanted) const {
    const SqlText text(wanted);
    return text == name(SqlName::written) || text == name(SqlName::canonical);
  }
  constexpr bool has_column(std::string_view wanted) const {
    const SqlText text(wanted);
    for (std::size_t place = 0; place < columns.size(); ++place) {
      if (text == column(place, SqlName::written) || text == column(place, SqlName::canonical)) return true;
    }
    return false;
  }
};

template <class Tables, class Views, class Convert>
struct SqlSources;
template <class... Tables, class... Views, class Convert>
struct SqlSources<List<Tables...>, List<Views...>, Convert> {
  template <class View>
  using row = typename ViewAnswer<View>::row_type;

  static constexpr std::array<SqlSource, sizeof...(Tables) + sizeof...(Views)> all = {
      SqlSource{Tables::name, Tables::has_canonical_name ? Tables::canonical_name : std::string_view(),
                column_names<typename Tables::row_type>(), Tables::is_public, &convert_for_sql<Convert>}...,
      SqlSource{bsatn::detail::function_name<Views>(), canonical_name<Views>, column_names<row<Views>>(), true,
                &convert_for_sql<Convert>}...};
};

}  // namespace stdb::detail
