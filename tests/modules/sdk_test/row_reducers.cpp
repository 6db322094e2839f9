// tests/modules/sdk_test/row_reducers.cpp: what the reducers of one row do. A source of its own, so that two processors
// compile this module.
#include "row_reducers.hpp"

#include "option_result_tables.hpp"
#include "pk_tables.hpp"
#include "unique_tables.hpp"

namespace sdk_test {

void run(insert, const auto& table, auto, const auto&... values) { table.insert({values...}); }
template <class Handle>
void run(delete_row, const Handle& table, auto, const auto&... values) {
  table.erase(typename Handle::row_type{values...});
}
void run(delete_by_key, const auto& table, auto column, const auto& key) { table.by(column).erase(key); }
void run(update, const auto& table, auto column, const auto&... values) { table.by(column).update({values...}); }
void run(replace, const auto& table, auto column, const auto& key, const auto& data) {
  table.by(column).erase(key);
  table.insert({key, data});
}

template <class Does, auto Table>
void with_a<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::a>, a);
}
template <class Does, auto Table>
void with_b<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::b>, b);
}
template <class Does, auto Table>
void with_e<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::e>, e);
}
template <class Does, auto Table>
void with_f<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::f>, f);
}
template <class Does, auto Table>
void with_i<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::i>, i);
}
template <class Does, auto Table>
void with_n<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::n>, n);
}
template <class Does, auto Table>
void with_r<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::r>, r);
}
template <class Does, auto Table>
void with_s<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::s>, s);
}
template <class Does, auto Table>
void with_t<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::t>, t);
}
template <class Does, auto Table>
void with_u<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::u>, u);
}
template <class Does, auto Table>
void with_v<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::v>, v);
}
template <class Does, auto Table>
void with_a_data<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::a>, a, data);
}
template <class Does, auto Table>
void with_b_data<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::b>, b, data);
}
template <class Does, auto Table>
void with_i_data<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::i>, i, data);
}
template <class Does, auto Table>
void with_n_data<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::n>, n, data);
}
template <class Does, auto Table>
void with_s_data<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::s>, s, data);
}
template <class Does, auto Table>
void with_u_data<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&Row<Table>::u>, u, data);
}
template <class Does, auto Table>
void with_a_to_v<Does, Table>::operator()(ReducerContext& ctx) const {
  run(Does(), ctx.db[Table], col<&LargeTable::a>, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v);
}

// One that the module lists and that is not here is refused when the module is linked.
template struct with_n<insert, one_u8>;
template struct with_n<insert, one_u16>;
template struct with_n<insert, one_u32>;
template struct with_n<insert, one_u64>;
template struct with_n<insert, one_u128>;
template struct with_n<insert, one_u256>;
template struct with_n<insert, one_i8>;
template struct with_n<insert, one_i16>;
template struct with_n<insert, one_i32>;
template struct with_n<insert, one_i64>;
template struct with_n<insert, one_i128>;
template struct with_n<insert, one_i256>;
template struct with_n<insert, vec_u8>;
template struct with_n<insert, vec_u16>;
template struct with_n<insert, vec_u32>;
template struct with_n<insert, vec_u64>;
template struct with_n<insert, vec_u128>;
template struct with_n<insert, vec_u256>;
template struct with_n<insert, vec_i8>;
template struct with_n<insert, vec_i16>;
template struct with_n<insert, vec_i32>;
template struct with_n<insert, vec_i64>;
template struct with_n<insert, vec_i128>;
template struct with_n<insert, vec_i256>;
template struct with_n<insert, option_i32>;
template struct with_b<insert, one_bool>;
template struct with_b<insert, vec_bool>;
template struct with_f<insert, one_f32>;
template struct with_f<insert, one_f64>;
template struct with_f<insert, vec_f32>;
template struct with_f<insert, vec_f64>;
template struct with_s<insert, one_string>;
template struct with_s<insert, one_unit_struct>;
template struct with_s<insert, one_byte_struct>;
template struct with_s<insert, one_every_primitive_struct>;
template struct with_s<insert, one_every_vec_struct>;
template struct with_s<insert, vec_string>;
template struct with_s<insert, vec_unit_struct>;
template struct with_s<insert, vec_byte_struct>;
template struct with_s<insert, vec_every_primitive_struct>;
template struct with_s<insert, vec_every_vec_struct>;
template struct with_s<insert, option_string>;
template struct with_s<insert, option_every_primitive_struct>;
template struct with_i<insert, one_identity>;
template struct with_i<insert, vec_identity>;
template struct with_i<insert, option_identity>;
template struct with_u<insert, one_uuid>;
template struct with_u<insert, vec_uuid>;
template struct with_u<insert, option_uuid>;
template struct with_t<insert, one_timestamp>;
template struct with_t<insert, vec_timestamp>;
template struct with_e<insert, one_simple_enum>;
template struct with_e<insert, one_enum_with_payload>;
template struct with_e<insert, vec_simple_enum>;
template struct with_e<insert, vec_enum_with_payload>;
template struct with_e<insert, option_simple_enum>;
template struct with_v<insert, option_vec_option_i32>;
template struct with_a<insert, one_connection_id>;
template struct with_a<insert, vec_connection_id>;
template struct with_r<insert, result_i32_string>;
template struct with_r<insert, result_string_i32>;
template struct with_r<insert, result_identity_string>;
template struct with_r<insert, result_simple_enum_i32>;
template struct with_r<insert, result_every_primitive_struct_string>;
template struct with_r<insert, result_vec_i32_string>;
template struct with_n_data<insert, unique_u8>;
template struct with_n_data<replace, unique_u8>;
template struct with_n<delete_by_key, unique_u8>;
template struct with_n_data<insert, unique_u16>;
template struct with_n_data<replace, unique_u16>;
template struct with_n<delete_by_key, unique_u16>;
template struct with_n_data<insert, unique_u32>;
template struct with_n_data<replace, unique_u32>;
template struct with_n<delete_by_key, unique_u32>;
template struct with_n_data<insert, unique_u64>;
template struct with_n_data<replace, unique_u64>;
template struct with_n<delete_by_key, unique_u64>;
template struct with_n_data<insert, unique_u128>;
template struct with_n_data<replace, unique_u128>;
template struct with_n<delete_by_key, unique_u128>;
template struct with_n_data<insert, unique_u256>;
template struct with_n_data<replace, unique_u256>;
template struct with_n<delete_by_key, unique_u256>;
template struct with_n_data<insert, unique_i8>;
template struct with_n_data<replace, unique_i8>;
template struct with_n<delete_by_key, unique_i8>;
template struct with_n_data<insert, unique_i16>;
template struct with_n_data<replace, unique_i16>;
template struct with_n<delete_by_key, unique_i16>;
template struct with_n_data<insert, unique_i32>;
template struct with_n_data<replace, unique_i32>;
template struct with_n<delete_by_key, unique_i32>;
template struct with_n_data<insert, unique_i64>;
template struct with_n_data<replace, unique_i64>;
template struct with_n<delete_by_key, unique_i64>;
template struct with_n_data<insert, unique_i128>;
template struct with_n_data<replace, unique_i128>;
template struct with_n<delete_by_key, unique_i128>;
template struct with_n_data<insert, unique_i256>;
template struct with_n_data<replace, unique_i256>;
template struct with_n<delete_by_key, unique_i256>;
template struct with_b_data<insert, unique_bool>;
template struct with_b_data<replace, unique_bool>;
template struct with_b<delete_by_key, unique_bool>;
template struct with_s_data<insert, unique_string>;
template struct with_s_data<replace, unique_string>;
template struct with_s<delete_by_key, unique_string>;
template struct with_i_data<insert, unique_identity>;
template struct with_i_data<replace, unique_identity>;
template struct with_i<delete_by_key, unique_identity>;
template struct with_a_data<insert, unique_connection_id>;
template struct with_a_data<replace, unique_connection_id>;
template struct with_a<delete_by_key, unique_connection_id>;
template struct with_u_data<insert, unique_uuid>;
template struct with_u_data<replace, unique_uuid>;
template struct with_u<delete_by_key, unique_uuid>;
template struct with_n_data<insert, pk_u8>;
template struct with_n_data<update, pk_u8>;
template struct with_n<delete_by_key, pk_u8>;
template struct with_n_data<insert, pk_u16>;
template struct with_n_data<update, pk_u16>;
template struct with_n<delete_by_key, pk_u16>;
template struct with_n_data<insert, pk_u32>;
template struct with_n_data<update, pk_u32>;
template struct with_n<delete_by_key, pk_u32>;
template struct with_n_data<insert, pk_u32_two>;
template struct with_n_data<update, pk_u32_two>;
template struct with_n<delete_by_key, pk_u32_two>;
template struct with_n_data<insert, pk_u64>;
template struct with_n_data<update, pk_u64>;
template struct with_n<delete_by_key, pk_u64>;
template struct with_n_data<insert, pk_u128>;
template struct with_n_data<update, pk_u128>;
template struct with_n<delete_by_key, pk_u128>;
template struct with_n_data<insert, pk_u256>;
template struct with_n_data<update, pk_u256>;
template struct with_n<delete_by_key, pk_u256>;
template struct with_n_data<insert, pk_i8>;
template struct with_n_data<update, pk_i8>;
template struct with_n<delete_by_key, pk_i8>;
template struct with_n_data<insert, pk_i16>;
template struct with_n_data<update, pk_i16>;
template struct with_n<delete_by_key, pk_i16>;
template struct with_n_data<insert, pk_i32>;
template struct with_n_data<update, pk_i32>;
template struct with_n<delete_by_key, pk_i32>;
template struct with_n_data<insert, pk_i64>;
template struct with_n_data<update, pk_i64>;
template struct with_n<delete_by_key, pk_i64>;
template struct with_n_data<insert, pk_i128>;
template struct with_n_data<update, pk_i128>;
template struct with_n<delete_by_key, pk_i128>;
template struct with_n_data<insert, pk_i256>;
template struct with_n_data<update, pk_i256>;
template struct with_n<delete_by_key, pk_i256>;
template struct with_b_data<insert, pk_bool>;
template struct with_b_data<update, pk_bool>;
template struct with_b<delete_by_key, pk_bool>;
template struct with_s_data<insert, pk_string>;
template struct with_s_data<update, pk_string>;
template struct with_s<delete_by_key, pk_string>;
template struct with_i_data<insert, pk_identity>;
template struct with_i_data<update, pk_identity>;
template struct with_i<delete_by_key, pk_identity>;
template struct with_a_data<insert, pk_connection_id>;
template struct with_a_data<update, pk_connection_id>;
template struct with_a<delete_by_key, pk_connection_id>;
template struct with_u_data<insert, pk_uuid>;
template struct with_u_data<update, pk_uuid>;
template struct with_u<delete_by_key, pk_uuid>;
template struct with_a_data<insert, pk_simple_enum>;
template struct with_a_to_v<insert, large_table>;
template struct with_a_to_v<delete_row, large_table>;

}  // namespace sdk_test
