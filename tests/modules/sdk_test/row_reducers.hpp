// tests/modules/sdk_test/row_reducers.hpp: the reducers that do one thing with one row, such as insert_one_u8.
//
// A reducer is a type, its fields are its arguments, and its name can be said. So one template stands for all reducers
// of the same arguments: with_n<insert, one_u8> is "insert_one_u8" and has the argument n. What they do is compiled
// beside the module's definition, in row_reducers.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <stdb/module.hpp>

#include "other_tables.hpp"

namespace sdk_test {

using stdb::col;
using stdb::ReducerContext;

template <auto Table>
using Row = typename decltype(Table)::row_type;

// What is done to a table: with a row's values, of which the first is the key, or with the key alone.
struct insert {
  static constexpr std::string_view verb = "insert_";
};
struct delete_row {
  static constexpr std::string_view verb = "delete_";
};
struct delete_by_key {
  static constexpr std::string_view verb = "delete_";
};
struct update {
  static constexpr std::string_view verb = "update_";
};
// For a unique column, which is no primary key: clients shall see a row go and another come.
struct replace {
  static constexpr std::string_view verb = "update_";
};

template <class Does, auto Table>
struct with_a {
  decltype(Row<Table>::a) a;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_b {
  decltype(Row<Table>::b) b;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_e {
  decltype(Row<Table>::e) e;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_f {
  decltype(Row<Table>::f) f;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_i {
  decltype(Row<Table>::i) i;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_n {
  decltype(Row<Table>::n) n;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_r {
  decltype(Row<Table>::r) r;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_s {
  decltype(Row<Table>::s) s;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_t {
  decltype(Row<Table>::t) t;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_u {
  decltype(Row<Table>::u) u;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_v {
  decltype(Row<Table>::v) v;
  void operator()(ReducerContext& ctx) const;
};

template <class Does, auto Table>
struct with_a_data {
  decltype(Row<Table>::a) a;
  std::int32_t data;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_b_data {
  decltype(Row<Table>::b) b;
  std::int32_t data;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_i_data {
  decltype(Row<Table>::i) i;
  std::int32_t data;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_n_data {
  decltype(Row<Table>::n) n;
  std::int32_t data;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_s_data {
  decltype(Row<Table>::s) s;
  std::int32_t data;
  void operator()(ReducerContext& ctx) const;
};
template <class Does, auto Table>
struct with_u_data {
  decltype(Row<Table>::u) u;
  std::int32_t data;
  void operator()(ReducerContext& ctx) const;
};

// large_table has the columns a to v.
template <class Does, auto Table>
struct with_a_to_v {
  std::uint8_t a;
  std::uint16_t b;
  std::uint32_t c;
  std::uint64_t d;
  stdb::u128 e;
  stdb::u256 f;
  std::int8_t g;
  std::int16_t h;
  std::int32_t i;
  std::int64_t j;
  stdb::i128 k;
  stdb::i256 l;
  bool m;
  float n;
  double o;
  std::string p;
  SimpleEnum q;
  EnumWithPayload r;
  UnitStruct s;
  ByteStruct t;
  EveryPrimitiveStruct u;
  EveryVecStruct v;
  void operator()(ReducerContext& ctx) const;
};

template <class Does, auto Table>
inline constexpr auto name = [] {
  std::array<char, Does::verb.size() + Table.name.size()> joined{};
  std::ranges::copy(Table.name, std::ranges::copy(Does::verb, joined.begin()).out);
  return joined;
}();

// Parts of the module: the reducers of tables that are alike.
template <template <class, auto> class Values, class Does, auto... Tables>
using each = stdb::reducers<Values<Does, Tables>...>;
template <template <class, auto> class Values, template <class, auto> class Key, class Change, auto... Tables>
using keyed = stdb::reducers<Values<insert, Tables>..., Values<Change, Tables>..., Key<delete_by_key, Tables>...>;

}  // namespace sdk_test

template <template <class, auto> class Values, class Does, auto Table>
inline constexpr std::string_view stdb::wire_name<Values<Does, Table>> = std::string_view(sdk_test::name<Does, Table>);
