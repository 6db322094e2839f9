// sdk/module/.../detail/sql_check.hpp: the names in a filter's SQL held against the module.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "stdb/module/detail/sql_source.hpp"
#include "stdb/module/detail/sql_words.hpp"

namespace stdb::detail {

enum class SqlProblem {
  none,
  unknown_table,
  unknown_column,
  not_in_from,
  no_parameter,
  no_whole_rows,
  of_private_table
};

struct SqlFinding {
  SqlProblem problem = SqlProblem::none;
  SqlText word;
  SqlText nearest;  // of the module's; empty where none is near
};

// Letters to insert, delete or replace to make one of the other.
constexpr std::size_t count_edits(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row;
  row.assign(right.size() + 1, 0);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// Of what was offered, what somebody who wrote the word may have meant.
class NearestName {
 public:
  constexpr explicit NearestName(std::string_view word)
      : word_(word), least_(std::max<std::size_t>(2, word_.size / 3) + 1) {}

  constexpr void offer(const SqlText& name) {
    const std::size_t edits = count_edits(word_.view(), name.view());
    if (edits >= least_ || edits >= name.size) return;
    least_ = edits;
    nearest_ = name;
  }
  constexpr SqlText found() const { return nearest_; }

 private:
  SqlText word_;
  std::size_t least_;
  SqlText nearest_;
};

// Reads one SELECT twice: for the tables that it is over, then for the names of columns. Says what is wrong first;
// what it does not understand is left to the server.
class SqlCheck {
 public:
  constexpr SqlCheck(std::string_view sql, std::span<const SqlSource> sources) : sql_(sql), sources_(sources) {}

  constexpr SqlFinding run() {
    read(&SqlCheck::add_relation, &SqlCheck::skip_names);
    if (relations_.empty()) return finding_;
    check_shown();
    read(&SqlCheck::skip_relation, &SqlCheck::check_names);
    return finding_;
  }

 private:
  // A table under the name that the rest of the SQL calls it. The source is one, or none where a submodule or the
  // system has the table. Places are numbers and spans here, not pointers: g++ 12 under UBSan takes no comparison of an
  // address with nullptr for a constant.
  struct Relation {
    std::string_view alias;
    std::span<const SqlSource> source;
  };
  // a.b.c; the last may be *.
  struct Names {
    std::array<std::string_view, 2> parts{};
    std::size_t count = 0;
  };
  using Read = void (SqlCheck::*)(Names names, std::string_view alias);

  static constexpr bool is_any_keyword(const SqlWord& word) {
    for (const std::string_view keyword :
         {"SELECT", "FROM", "WHERE", "JOIN", "INNER", "CROSS", "ON", "AND", "OR", "NOT", "AS", "TRUE", "FALSE"}) {
      if (word.is_keyword(keyword)) return true;
    }
    return false;
  }

  static constexpr Names read_names(SqlWords& words, std::string_view first) {
    Names names{{first}, 1};
    while (words.accept(SqlWord::Kind::sign, ".")) {
      const std::string_view part = words.take().text;
      if (names.count < names.parts.size()) names.parts[names.count] = part;
      ++names.count;
    }
    return names;
  }

  // The name that a table is given beside its own, or nothing.
  static constexpr std::string_view read_alias(SqlWords& words) {
    if (words.peek().is_keyword("AS")) words.take();
    const SqlWord next = words.peek();
    if (next.kind != SqlWord::Kind::name || is_any_keyword(next)) return {};
    return words.take().text;
  }

  constexpr void read(Read relation, Read others) {
    SqlWords words(sql_);
    for (SqlWord word = words.take(); word.kind != SqlWord::Kind::end; word = words.take()) {
      if (word.is_keyword("FROM") || word.is_keyword("JOIN")) {
        const SqlWord first = words.peek();
        if (first.kind != SqlWord::Kind::name || is_any_keyword(first)) continue;
        words.take();
        const Names names = read_names(words, first.text);
        (this->*relation)(names, read_alias(words));
      } else if (word.kind == SqlWord::Kind::parameter) {
        if (word.text != ":sender") refuse(SqlProblem::no_parameter, SqlText(word.text), SqlText(":sender"));
      } else if (word.kind == SqlWord::Kind::name && !is_any_keyword(word)) {
        (this->*others)(read_names(words, word.text), {});
      }
    }
  }

  constexpr void skip_names(Names, std::string_view) {}
  constexpr void skip_relation(Names, std::string_view) {}

  constexpr void add_relation(Names names, std::string_view alias) {
    Relation relation{alias.empty() ? names.parts[0] : alias, {}};
    if (names.count == 1 && !names.parts[0].starts_with("st_")) {
      std::size_t place = 0;
      while (place < sources_.size() && !sources_[place].is_called(names.parts[0])) ++place;
      if (place == sources_.size()) return refuse_table(names.parts[0]);
      relation.source = sources_.subspan(place, 1);
    }
    relations_.push_back(relation);
  }

  // What the rows are of that a client sees: SELECT *, or SELECT alias.*.
  constexpr void check_shown() {
    SqlWords words(sql_);
    words.take();
    const SqlWord first = words.take();
    std::size_t shown = 0;
    if (first.is(SqlWord::Kind::sign, "*")) {
      if (relations_.size() > 1) return refuse(SqlProblem::no_whole_rows, SqlText(first.text), {});
    } else {
      const Names names = read_names(words, first.text);
      if (names.count > 2) return;
      if (names.parts[1] != "*") return refuse(SqlProblem::no_whole_rows, SqlText(first.text), {});
      shown = find_relation(names.parts[0]);
      if (shown == relations_.size()) return refuse_relation(names.parts[0]);
    }
    for (const SqlSource& source : relations_[shown].source) {
      if (!source.is_public) refuse(SqlProblem::of_private_table, source.name(SqlName::canonical), {});
    }
  }

  // "alias.column", or "column" of any.
  constexpr void check_names(Names names, std::string_view) {
    if (names.count > 2) return;
    const std::string_view column = names.parts[names.count - 1];
    if (names.count == 1) {
      if (std::any_of(relations_.begin(), relations_.end(), [&](const Relation& one) { return may_have(one, column); }))
        return;
      return refuse_column(relations_.front(), column);
    }
    const std::size_t place = find_relation(names.parts[0]);
    if (place == relations_.size()) return refuse_relation(names.parts[0]);
    if (column != "*" && !may_have(relations_[place], column)) refuse_column(relations_[place], column);
  }

  static constexpr bool may_have(const Relation& relation, std::string_view column) {
    return relation.source.empty() || relation.source.front().has_column(column);
  }

  // relations_.size() where none is called so.
  constexpr std::size_t find_relation(std::string_view alias) const {
    std::size_t place = 0;
    while (place < relations_.size() && relations_[place].alias != alias) ++place;
    return place;
  }

  constexpr void refuse(SqlProblem problem, SqlText word, SqlText nearest) {
    if (finding_.problem == SqlProblem::none) finding_ = {problem, word, nearest};
  }
  constexpr void refuse_table(std::string_view word) {
    NearestName nearest(word);
    for (const SqlSource& one : sources_) nearest.offer(one.name(SqlName::canonical));
    refuse(SqlProblem::unknown_table, SqlText(word), nearest.found());
  }
  constexpr void refuse_relation(std::string_view word) {
    NearestName nearest(word);
    for (const Relation& one : relations_) nearest.offer(SqlText(one.alias));
    refuse(SqlProblem::not_in_from, SqlText(word), nearest.found());
  }
  constexpr void refuse_column(const Relation& relation, std::string_view word) {
    NearestName nearest(word);
    for (std::size_t place = 0; place < relation.source.front().columns.size(); ++place) {
      nearest.offer(relation.source.front().column(place, SqlName::canonical));
    }
    refuse(SqlProblem::unknown_column, SqlText(word), nearest.found());
  }

  std::string_view sql_;
  std::span<const SqlSource> sources_;
  std::vector<Relation> relations_;
  SqlFinding finding_;
};

}  // namespace stdb::detail
