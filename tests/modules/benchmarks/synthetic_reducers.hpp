// tests/modules/benchmarks/synthetic_reducers.hpp: the reducers of the synthetic benchmarks.
#pragma once

#include "synthetic.hpp"

namespace benchmarks {

struct empty {
  void operator()(ReducerContext&) const {}
};

struct insert_unique_0_u32_u64_str {
  std::uint32_t id;
  std::uint64_t age;
  std::string name;
  void operator()(ReducerContext& ctx) const { ctx.db[unique_0_u32_u64_str].insert({id, age, name}); }
};
struct insert_no_index_u32_u64_str {
  std::uint32_t id;
  std::uint64_t age;
  std::string name;
  void operator()(ReducerContext& ctx) const { ctx.db[no_index_u32_u64_str].insert({id, age, name}); }
};
struct insert_btree_each_column_u32_u64_str {
  std::uint32_t id;
  std::uint64_t age;
  std::string name;
  void operator()(ReducerContext& ctx) const { ctx.db[btree_each_column_u32_u64_str].insert({id, age, name}); }
};
struct insert_unique_0_u32_u64_u64 {
  std::uint32_t id;
  std::uint64_t x, y;
  void operator()(ReducerContext& ctx) const { ctx.db[unique_0_u32_u64_u64].insert({id, x, y}); }
};
struct insert_no_index_u32_u64_u64 {
  std::uint32_t id;
  std::uint64_t x, y;
  void operator()(ReducerContext& ctx) const { ctx.db[no_index_u32_u64_u64].insert({id, x, y}); }
};
struct insert_btree_each_column_u32_u64_u64 {
  std::uint32_t id;
  std::uint64_t x, y;
  void operator()(ReducerContext& ctx) const { ctx.db[btree_each_column_u32_u64_u64].insert({id, x, y}); }
};

struct insert_bulk_unique_0_u32_u64_u64 {
  std::vector<unique_0_u32_u64_u64_t> locs;
  void operator()(ReducerContext& ctx) const { insert_all(ctx, unique_0_u32_u64_u64, locs); }
};
struct insert_bulk_no_index_u32_u64_u64 {
  std::vector<no_index_u32_u64_u64_t> locs;
  void operator()(ReducerContext& ctx) const { insert_all(ctx, no_index_u32_u64_u64, locs); }
};
struct insert_bulk_btree_each_column_u32_u64_u64 {
  std::vector<btree_each_column_u32_u64_u64_t> locs;
  void operator()(ReducerContext& ctx) const { insert_all(ctx, btree_each_column_u32_u64_u64, locs); }
};
struct insert_bulk_unique_0_u32_u64_str {
  std::vector<unique_0_u32_u64_str_t> people;
  void operator()(ReducerContext& ctx) const { insert_all(ctx, unique_0_u32_u64_str, people); }
};
struct insert_bulk_no_index_u32_u64_str {
  std::vector<no_index_u32_u64_str_t> people;
  void operator()(ReducerContext& ctx) const { insert_all(ctx, no_index_u32_u64_str, people); }
};
struct insert_bulk_btree_each_column_u32_u64_str {
  std::vector<btree_each_column_u32_u64_str_t> people;
  void operator()(ReducerContext& ctx) const { insert_all(ctx, btree_each_column_u32_u64_str, people); }
};

struct update_bulk_unique_0_u32_u64_u64 {
  std::uint32_t row_count;
  void operator()(ReducerContext& ctx) const {
    update_rows<&unique_0_u32_u64_u64_t::x, &unique_0_u32_u64_u64_t::id>(ctx, unique_0_u32_u64_u64, row_count);
  }
};
struct update_bulk_unique_0_u32_u64_str {
  std::uint32_t row_count;
  void operator()(ReducerContext& ctx) const {
    update_rows<&unique_0_u32_u64_str_t::age, &unique_0_u32_u64_str_t::id>(ctx, unique_0_u32_u64_str, row_count);
  }
};

struct iterate_unique_0_u32_u64_str {
  void operator()(ReducerContext& ctx) const { iterate(ctx.db[unique_0_u32_u64_str].rows()); }
};
struct iterate_unique_0_u32_u64_u64 {
  void operator()(ReducerContext& ctx) const { iterate(ctx.db[unique_0_u32_u64_u64].rows()); }
};

struct filter_unique_0_u32_u64_str_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const { find<&unique_0_u32_u64_str_t::id>(ctx, unique_0_u32_u64_str, id); }
};
struct filter_no_index_u32_u64_str_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const { search<&no_index_u32_u64_str_t::id>(ctx, no_index_u32_u64_str, id); }
};
struct filter_btree_each_column_u32_u64_str_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const {
    filter<&btree_each_column_u32_u64_str_t::id>(ctx, btree_each_column_u32_u64_str, id);
  }
};
struct filter_unique_0_u32_u64_str_by_name {
  std::string name;
  void operator()(ReducerContext& ctx) const { search<&unique_0_u32_u64_str_t::name>(ctx, unique_0_u32_u64_str, name); }
};
struct filter_no_index_u32_u64_str_by_name {
  std::string name;
  void operator()(ReducerContext& ctx) const { search<&no_index_u32_u64_str_t::name>(ctx, no_index_u32_u64_str, name); }
};
struct filter_btree_each_column_u32_u64_str_by_name {
  std::string name;
  void operator()(ReducerContext& ctx) const {
    filter<&btree_each_column_u32_u64_str_t::name>(ctx, btree_each_column_u32_u64_str, name);
  }
};
struct filter_unique_0_u32_u64_u64_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const { find<&unique_0_u32_u64_u64_t::id>(ctx, unique_0_u32_u64_u64, id); }
};
struct filter_no_index_u32_u64_u64_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const { search<&no_index_u32_u64_u64_t::id>(ctx, no_index_u32_u64_u64, id); }
};
struct filter_btree_each_column_u32_u64_u64_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const {
    filter<&btree_each_column_u32_u64_u64_t::id>(ctx, btree_each_column_u32_u64_u64, id);
  }
};
struct filter_unique_0_u32_u64_u64_by_x {
  std::uint64_t x;
  void operator()(ReducerContext& ctx) const { search<&unique_0_u32_u64_u64_t::x>(ctx, unique_0_u32_u64_u64, x); }
};
struct filter_no_index_u32_u64_u64_by_x {
  std::uint64_t x;
  void operator()(ReducerContext& ctx) const { search<&no_index_u32_u64_u64_t::x>(ctx, no_index_u32_u64_u64, x); }
};
struct filter_btree_each_column_u32_u64_u64_by_x {
  std::uint64_t x;
  void operator()(ReducerContext& ctx) const {
    filter<&btree_each_column_u32_u64_u64_t::x>(ctx, btree_each_column_u32_u64_u64, x);
  }
};
struct filter_unique_0_u32_u64_u64_by_y {
  std::uint64_t y;
  void operator()(ReducerContext& ctx) const { search<&unique_0_u32_u64_u64_t::y>(ctx, unique_0_u32_u64_u64, y); }
};
struct filter_no_index_u32_u64_u64_by_y {
  std::uint64_t y;
  void operator()(ReducerContext& ctx) const { search<&no_index_u32_u64_u64_t::y>(ctx, no_index_u32_u64_u64, y); }
};
struct filter_btree_each_column_u32_u64_u64_by_y {
  std::uint64_t y;
  void operator()(ReducerContext& ctx) const {
    filter<&btree_each_column_u32_u64_u64_t::y>(ctx, btree_each_column_u32_u64_u64, y);
  }
};

struct delete_unique_0_u32_u64_str_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const { erase<&unique_0_u32_u64_str_t::id>(ctx, unique_0_u32_u64_str, id); }
};
struct delete_unique_0_u32_u64_u64_by_id {
  std::uint32_t id;
  void operator()(ReducerContext& ctx) const { erase<&unique_0_u32_u64_u64_t::id>(ctx, unique_0_u32_u64_u64, id); }
};

// Declared only, as in the original, where a module had no way to clear a table.
struct clear_table_unique_0_u32_u64_str {
  void operator()(ReducerContext&) const { stdb::panic("not implemented"); }
};
struct clear_table_no_index_u32_u64_str {
  void operator()(ReducerContext&) const { stdb::panic("not implemented"); }
};
struct clear_table_btree_each_column_u32_u64_str {
  void operator()(ReducerContext&) const { stdb::panic("not implemented"); }
};
struct clear_table_unique_0_u32_u64_u64 {
  void operator()(ReducerContext&) const { stdb::panic("not implemented"); }
};
struct clear_table_no_index_u32_u64_u64 {
  void operator()(ReducerContext&) const { stdb::panic("not implemented"); }
};
struct clear_table_btree_each_column_u32_u64_u64 {
  void operator()(ReducerContext&) const { stdb::panic("not implemented"); }
};

struct count_unique_0_u32_u64_str {
  void operator()(ReducerContext& ctx) const { count(ctx, unique_0_u32_u64_str); }
};
struct count_no_index_u32_u64_str {
  void operator()(ReducerContext& ctx) const { count(ctx, no_index_u32_u64_str); }
};
struct count_btree_each_column_u32_u64_str {
  void operator()(ReducerContext& ctx) const { count(ctx, btree_each_column_u32_u64_str); }
};
struct count_unique_0_u32_u64_u64 {
  void operator()(ReducerContext& ctx) const { count(ctx, unique_0_u32_u64_u64); }
};
struct count_no_index_u32_u64_u64 {
  void operator()(ReducerContext& ctx) const { count(ctx, no_index_u32_u64_u64); }
};
struct count_btree_each_column_u32_u64_u64 {
  void operator()(ReducerContext& ctx) const { count(ctx, btree_each_column_u32_u64_u64); }
};

struct fn_with_1_args {
  std::string _arg;
  void operator()(ReducerContext&) const {}
};
struct fn_with_32_args {
  std::string _arg1, _arg2, _arg3, _arg4, _arg5, _arg6, _arg7, _arg8, _arg9, _arg10, _arg11, _arg12, _arg13, _arg14,
      _arg15, _arg16, _arg17, _arg18, _arg19, _arg20, _arg21, _arg22, _arg23, _arg24, _arg25, _arg26, _arg27, _arg28,
      _arg29, _arg30, _arg31, _arg32;
  void operator()(ReducerContext&) const {}
};
struct print_many_things {
  std::uint32_t n;
  void operator()(ReducerContext&) const {
    for (std::uint32_t i = 0; i < n; ++i) stdb::log::info("hello again!");
  }
};

}  // namespace benchmarks
