// tests/modules/sdk_test_procedural_view_pk.cpp: views that are computed and have a primary key of their own.
#include <stdb/module.hpp>

using namespace stdb;

struct LeftSource {
  std::uint64_t id;
  Identity sender;
  std::uint64_t filter;
};
struct RightSource {
  std::uint64_t id;
  Identity sender;
  std::uint64_t filter;
};
template <class Row, FixedString Name>
using source = table<Row, Name, is_public, primary_key<&Row::id>, btree<&Row::sender>>;
inline constexpr source<LeftSource, "left_source"> left_source;
inline constexpr source<RightSource, "right_source"> right_source;

struct insert_left {
  std::uint64_t id, filter;
  void operator()(ReducerContext& ctx) const { ctx.db[left_source].insert({id, ctx.sender(), filter}); }
};
struct update_left {
  std::uint64_t id, filter;
  void operator()(auto& ctx) const { ctx.db[left_source].by(col<&LeftSource::id>).update({id, ctx.sender(), filter}); }
};
struct insert_right {
  std::uint64_t id, filter;
  void operator()(ReducerContext& ctx) const { ctx.db[right_source].insert({id, ctx.sender(), filter}); }
};

template <class Row, auto Table>
struct rows_of_sender {
  using primary_key = stdb::primary_key<&Row::id>;
  auto operator()(const ViewContext& c) const { return c.db[Table].by(col<&Row::sender>).filter(c.sender()).collect(); }
};
struct sender_left_view : rows_of_sender<LeftSource, left_source> {};
struct sender_right_view : rows_of_sender<RightSource, right_source> {};

constinit const Module stdb::module =
    define<tables<left_source, right_source>, reducers<insert_left, update_left, insert_right>,
           views<sender_left_view, sender_right_view>, case_conversion<CaseConversionPolicy::snake_case>>;
