// tests/modules/benchmarks/synthetic.hpp: one operation a reducer, on two kinds of row under three kinds of indexing.
//
// Names are the official benchmarks': {operation}_{indexing}_{row}.
#pragma once

#include <stdb/module.hpp>

namespace benchmarks {

using stdb::col;
using stdb::ReducerContext;

struct unique_0_u32_u64_str_t {
  std::uint32_t id;
  std::uint64_t age;
  std::string name;
};
inline constexpr stdb::table<unique_0_u32_u64_str_t, "unique_0_u32_u64_str",
                             stdb::primary_key<&unique_0_u32_u64_str_t::id>>
    unique_0_u32_u64_str;
struct no_index_u32_u64_str_t {
  std::uint32_t id;
  std::uint64_t age;
  std::string name;
};
inline constexpr stdb::table<no_index_u32_u64_str_t, "no_index_u32_u64_str"> no_index_u32_u64_str;
struct btree_each_column_u32_u64_str_t {
  std::uint32_t id;
  std::uint64_t age;
  std::string name;
};
inline constexpr stdb::table<
    btree_each_column_u32_u64_str_t, "btree_each_column_u32_u64_str", stdb::btree<&btree_each_column_u32_u64_str_t::id>,
    stdb::btree<&btree_each_column_u32_u64_str_t::age>, stdb::btree<&btree_each_column_u32_u64_str_t::name>>
    btree_each_column_u32_u64_str;

struct unique_0_u32_u64_u64_t {
  std::uint32_t id;
  std::uint64_t x, y;
};
inline constexpr stdb::table<unique_0_u32_u64_u64_t, "unique_0_u32_u64_u64",
                             stdb::primary_key<&unique_0_u32_u64_u64_t::id>>
    unique_0_u32_u64_u64;
struct no_index_u32_u64_u64_t {
  std::uint32_t id;
  std::uint64_t x, y;
};
inline constexpr stdb::table<no_index_u32_u64_u64_t, "no_index_u32_u64_u64"> no_index_u32_u64_u64;
struct btree_each_column_u32_u64_u64_t {
  std::uint32_t id;
  std::uint64_t x, y;
};
inline constexpr stdb::table<
    btree_each_column_u32_u64_u64_t, "btree_each_column_u32_u64_u64", stdb::btree<&btree_each_column_u32_u64_u64_t::id>,
    stdb::btree<&btree_each_column_u32_u64_u64_t::x>, stdb::btree<&btree_each_column_u32_u64_u64_t::y>>
    btree_each_column_u32_u64_u64;

// Makes the compiler believe that the value is used.
inline void keep(const auto& value) { asm volatile("" : : "r"(&value) : "memory"); }

template <class Table>
void insert_all(ReducerContext& ctx, const Table& table, const std::vector<typename Table::row_type>& rows) {
  for (const auto& row : rows) ctx.db[table].insert(row);
}
// Adds one to a column of this many rows.
template <auto Counter, auto Key, class Table>
void update_rows(ReducerContext& ctx, const Table& table, std::uint32_t row_count) {
  std::uint32_t hit = 0;
  for (auto row : ctx.db[table].rows()) {
    if (hit == row_count) break;
    ++hit;
    row.*Counter += 1;
    ctx.db[table].by(col<Key>).update(std::move(row));
  }
  stdb::check(hit == row_count, "there are as many rows as shall be updated");
}
void iterate(auto rows) {
  for (const auto& row : rows) keep(row);
}
// Looks at every row for those with this value.
template <auto Member>
void search(ReducerContext& ctx, const auto& table, const auto& value) {
  for (const auto& row : ctx.db[table].rows()) {
    if (row.*Member == value) keep(row);
  }
}
template <auto Member>
void filter(ReducerContext& ctx, const auto& table, const auto& value) {
  iterate(ctx.db[table].by(col<Member>).filter(value));
}
template <auto Member>
void find(ReducerContext& ctx, const auto& table, const auto& value) {
  if (const auto row = ctx.db[table].by(col<Member>).find(value)) keep(*row);
}
template <auto Member>
void erase(ReducerContext& ctx, const auto& table, const auto& value) {
  ctx.db[table].by(col<Member>).erase(value);
}
void count(ReducerContext& ctx, const auto& table) { stdb::log::info("COUNT: {}", ctx.db[table].count()); }

}  // namespace benchmarks
