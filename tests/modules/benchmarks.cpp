// tests/modules/benchmarks.cpp: the official benchmarks: single operations, joins, and the loop of a game.
#include <stdb/module.hpp>

#include "benchmarks/circles.hpp"
#include "benchmarks/ia_loop.hpp"
#include "benchmarks/synthetic_reducers.hpp"

using namespace benchmarks;

constinit const stdb::Module stdb::module = stdb::define<
    stdb::tables<unique_0_u32_u64_str, no_index_u32_u64_str, btree_each_column_u32_u64_str, unique_0_u32_u64_u64,
                 no_index_u32_u64_u64, btree_each_column_u32_u64_u64, entity, circle, food, velocity, position,
                 game_enemy_ai_agent_state, game_targetable_state, game_live_targetable_state, game_mobile_entity_state,
                 game_enemy_state, game_herd_cache>,
    stdb::reducers<
        benchmarks::empty, insert_unique_0_u32_u64_str, insert_no_index_u32_u64_str,
        insert_btree_each_column_u32_u64_str, insert_unique_0_u32_u64_u64, insert_no_index_u32_u64_u64,
        insert_btree_each_column_u32_u64_u64, insert_bulk_unique_0_u32_u64_u64, insert_bulk_no_index_u32_u64_u64,
        insert_bulk_btree_each_column_u32_u64_u64, insert_bulk_unique_0_u32_u64_str, insert_bulk_no_index_u32_u64_str,
        insert_bulk_btree_each_column_u32_u64_str, update_bulk_unique_0_u32_u64_u64, update_bulk_unique_0_u32_u64_str,
        iterate_unique_0_u32_u64_str, iterate_unique_0_u32_u64_u64, filter_unique_0_u32_u64_str_by_id,
        filter_no_index_u32_u64_str_by_id, filter_btree_each_column_u32_u64_str_by_id,
        filter_unique_0_u32_u64_str_by_name, filter_no_index_u32_u64_str_by_name,
        filter_btree_each_column_u32_u64_str_by_name, filter_unique_0_u32_u64_u64_by_id,
        filter_no_index_u32_u64_u64_by_id, filter_btree_each_column_u32_u64_u64_by_id, filter_unique_0_u32_u64_u64_by_x,
        filter_no_index_u32_u64_u64_by_x, filter_btree_each_column_u32_u64_u64_by_x, filter_unique_0_u32_u64_u64_by_y,
        filter_no_index_u32_u64_u64_by_y, filter_btree_each_column_u32_u64_u64_by_y, delete_unique_0_u32_u64_str_by_id,
        delete_unique_0_u32_u64_u64_by_id, clear_table_unique_0_u32_u64_str, clear_table_no_index_u32_u64_str,
        clear_table_btree_each_column_u32_u64_str, clear_table_unique_0_u32_u64_u64, clear_table_no_index_u32_u64_u64,
        clear_table_btree_each_column_u32_u64_u64, count_unique_0_u32_u64_str, count_no_index_u32_u64_str,
        count_btree_each_column_u32_u64_str, count_unique_0_u32_u64_u64, count_no_index_u32_u64_u64,
        count_btree_each_column_u32_u64_u64, fn_with_1_args, fn_with_32_args, print_many_things, insert_bulk_entity,
        insert_bulk_circle, insert_bulk_food, cross_join_all, cross_join_circle_food, init_game_circles,
        run_game_circles, insert_bulk_position, insert_bulk_velocity, update_position_all,
        update_position_with_velocity, insert_world, game_loop_enemy_ia, init_game_ia_loop, run_game_ia_loop>,
    stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
