// tests/oracle/query/interpret.hpp: the queries of src/condition.rs and src/statement.rs, asked for through stdb's
// builder.
#pragma once

#include <boost/json.hpp>
#include <concepts>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>

#include "read_value.hpp"
#include "tables.hpp"

[[noreturn]] inline void unknown(std::string_view what) { throw std::runtime_error("unknown: " + std::string(what)); }

// Calls `then` with the condition.
template <class Column, class Right, class Then>
auto relate(Column column, std::string_view relation, const Right& right, const Then& then) {
  if (relation == "==") return then(column == right);
  if (relation == "!=") return then(column != right);
  if (relation == "<") return then(column < right);
  if (relation == "<=") return then(column <= right);
  if (relation == ">") return then(column > right);
  if (relation == ">=") return then(column >= right);
  unknown(relation);
}

// Calls `then` with the row's column of this name, of this type if one is asked for.
template <class Result, class Row, class Value = void, class Then>
Result with_column(std::string_view name, const Then& then) {
  const auto try_all = [&](auto... column) {
    Result result{};
    const auto try_one = [&](auto one) {
      using Column = decltype(one);
      if constexpr (std::is_void_v<Value> || std::same_as<typename Column::value_type, Value>) {
        if (Column::name != name) return false;
        result = then(one);
        return true;
      } else {
        return false;
      }
    };
    if (!(try_one(column) || ...)) unknown(name);
    return result;
  };
  return std::apply(try_all, columns<Row>);
}

// Calls `then` with the comparison.
template <class Result, class Row, class Then>
Result with_comparison(const json::object& comparison, const Then& then) {
  const std::string_view relation = comparison.at("is").as_string();
  return with_column<Result, Row>(comparison.at("column").as_string(), [&](auto column) -> Result {
    using Value = typename decltype(column)::value_type;
    if (const json::value* value = comparison.if_contains("value")) {
      return relate(column, relation, read_value<Value>(*value), then);
    }
    return with_column<Result, Row, Value>(comparison.at("other").as_string(),
                                           [&](auto other) -> Result { return relate(column, relation, other, then); });
  });
}

// A Predicate has no value without a condition; this one is always set.
template <class Row>
struct Held {
  stdb::Predicate<Row> predicate = true;
};

template <class Row>
stdb::Predicate<Row> make_condition(const json::object& condition) {
  if (condition.contains("column")) {
    return with_comparison<Held<Row>, Row>(condition, [](const auto& made) { return Held<Row>{made}; }).predicate;
  }
  if (const json::value* name = condition.if_contains("alone")) {
    return with_column<Held<Row>, Row, bool>(name->as_string(), [](auto column) { return Held<Row>{column}; })
        .predicate;
  }
  if (const json::value* value = condition.if_contains("constant")) return value->as_bool();
  if (const json::value* inner = condition.if_contains("not")) return !make_condition<Row>(inner->as_object());
  const auto at = [&](const json::value* both, std::size_t index) {
    return make_condition<Row>(both->as_array().at(index).as_object());
  };
  if (const json::value* both = condition.if_contains("and")) return at(both, 0) && at(both, 1);
  if (const json::value* either = condition.if_contains("or")) return at(either, 0) || at(either, 1);
  unknown(json::serialize(condition));
}

// Adds the conditions one after the other, and calls `then` with the query.
template <std::size_t Most, std::size_t Added = 0, class Query, class Then>
std::string add_wheres(const Query& query, const json::array& wheres, const Then& then) {
  if (Added == wheres.size()) return then(query);
  if constexpr (Added < Most) {
    using Row = typename Query::row_type;
    const json::object& next = wheres[Added].as_object();
    const stdb::Predicate<Row> condition = make_condition<Row>(next.at("condition").as_object());
    const bool is_where = next.at("method").as_string() == "where";
    return add_wheres<Most, Added + 1>(is_where ? query.where(condition) : query.filter(condition), wheres, then);
  }
  unknown("so many conditions");
}

inline constexpr auto to_sql = [](const auto& query) { return query.sql(); };

// Where the query has one comparison only, its type says all of it; that text is given as well.
template <class Table>
std::string known_sql(const Table& table, const json::array& wheres) {
  if (wheres.size() != 1) return {};
  const json::object& condition = wheres[0].as_object().at("condition").as_object();
  if (!condition.contains("column")) return {};
  return with_comparison<std::string, typename Table::row_type>(
      condition, [&](const auto& made) { return stdb::from[table].where(made).sql(); });
}

// A semijoin that the Rust program knows.
template <auto Left, auto Right, auto LeftColumn, auto RightColumn>
struct Join {
  static bool is(const json::object& query) {
    const json::array& on = query.at("on").as_array();
    return query.at("from").as_string() == Left.name && query.at("with").as_string() == Right.name &&
           on.at(0).as_string() == stdb::col<LeftColumn>.name && on.at(1).as_string() == stdb::col<RightColumn>.name;
  }

  static std::string sql(const json::object& query) {
    constexpr auto on = stdb::col<LeftColumn> == stdb::col<RightColumn>;
    const json::array& after = query.at("then").as_array();
    const bool is_left = query.at("join").as_string() == "left";
    return add_wheres<2>(stdb::from[Left], query.at("where").as_array(), [&](const auto& filtered) {
      return is_left ? add_wheres<1>(filtered.left_semijoin(Right, on), after, to_sql)
                     : add_wheres<1>(filtered.right_semijoin(stdb::from[Right], on), after, to_sql);
    });
  }
};
