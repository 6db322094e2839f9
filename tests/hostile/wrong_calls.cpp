// tests/hostile/wrong_calls.cpp: modules that are published, and whose reducer then goes wrong.
#include "hostile_module.hpp"

namespace stdb::host::test {
namespace {

constexpr const char* insert =
    R"((import "spacetime_10.0" "datastore_insert_bsatn" (func $insert (param i32 i32 i32) (result i32))))";
constexpr const char* scan =
    R"((import "spacetime_10.0" "datastore_table_scan_bsatn" (func $scan (param i32 i32) (result i32)))
    (import "spacetime_10.0" "row_iter_bsatn_advance" (func $next (param i32 i32 i32) (result i32)))
    (import "spacetime_10.0" "row_iter_bsatn_close" (func $close (param i32) (result i32))))";
constexpr const char* source =
    R"((import "spacetime_10.0" "bytes_source_read" (func $read (param i32 i32 i32) (result i32))))";
constexpr const char* erase =
    R"((import "spacetime_10.0" "datastore_delete_all_by_eq_bsatn" (func $erase (param i32 i32 i32 i32) (result i32))))";
constexpr const char* timers =
    R"((import "spacetime_10.0" "console_timer_start" (func $start (param i32 i32) (result i32)))
    (import "spacetime_10.0" "console_timer_end" (func $end (param i32) (result i32))))";

// A row is inserted, so that there is something to take back; then `body`.
std::string after_insert(std::string_view body, std::string_view import_list = "", std::string_view more = "") {
  const std::string first = R"((i32.store (i32.const 16) (i32.const 4)) (i32.store (i32.const 32) (i32.const 9))
      (drop (call $insert (i32.const 4096) (i32.const 32) (i32.const 16))) )";
  return module_of_act(first + std::string(body), insert + std::string(import_list), more);
}

// The answer of an errno as a trap of its own: `unreachable` is reached where the answer is another.
std::string expects(std::string_view call, int answer) {
  return "(if (i32.ne " + std::string(call) + " (i32.const " + std::to_string(answer) +
         ")) (then unreachable)) (i32.const 1)";
}

Hostile trap(std::string name, std::string module, std::string text) {
  return {std::move(name), std::move(module), {}, CallStatus::trapped, std::move(text)};
}
Hostile failed(std::string name, std::string module, std::string text = "") {
  return {std::move(name), std::move(module), {}, CallStatus::failed, std::move(text)};
}

// Reducers that end as none should.
std::vector<Hostile> wrong_endings() {
  return {
      trap("returns_unknown_code", after_insert("(i32.const 7)"), ""),
      trap("returns_negative_code", after_insert("(i32.const -1)"), ""),
      failed("fails_without_words", after_insert("(i32.const 1)")),
      failed("fails_in_no_text",
             after_insert(R"((i32.store (i32.const 40) (i32.const 4)) (i32.store (i32.const 48) (i32.const -1))
          (drop (call $bytes_sink_write (local.get $error) (i32.const 48) (i32.const 40))) (i32.const 1))")),
      trap("fails_in_gigabytes", after_insert(R"((i32.store (i32.const 40) (i32.const 131000))
          (loop $l (drop (call $bytes_sink_write (local.get $error) (i32.const 48) (i32.const 40))) (br $l)) (i32.const 1))"),
           "too much was written to a byte sink"),
      trap("loops_for_ever_after_insert", after_insert("(loop $l (br $l)) (i32.const 0)"), "out of fuel"),
      trap("recurses_after_insert",
           after_insert("(call $deep)", "", "(func $deep (result i32) (i32.add (call $deep) (call $deep)))"),
           "the stack overflowed"),
      trap("divides_by_zero_after_insert", after_insert("(i32.div_s (i32.const 1) (i32.const 0))"),
           "an integer was divided by zero"),
      trap("calls_null_after_insert",
           after_insert("(call_indirect (result i32) (i32.const 0))", "", "(table 1 funcref)"),
           "a null function pointer"),
      trap(
          "calls_itself_for_ever",
          after_insert(R"((call $again (i32.const 0)))", "",
                       R"((func $again (param i32) (result i32) (call $again (i32.add (local.get 0) (i32.const 1)))))"),
          ""),
  };
}

// Rows that are none, and lists of them that lie.
std::vector<Hostile> wrong_rows() {
  return {
      trap("inserts_cut_row", after_insert(R"((i32.store (i32.const 16) (i32.const 3))
          (call $insert (i32.const 4096) (i32.const 32) (i32.const 16)))"),
           "runtime error calling datastore_insert_bsatn"),
      trap("inserts_long_row", after_insert(R"((i32.store (i32.const 16) (i32.const 5))
          (call $insert (i32.const 4096) (i32.const 32) (i32.const 16)))"),
           "runtime error calling datastore_insert_bsatn"),
      trap("inserts_nowhere", after_insert("(call $insert (i32.const 1) (i32.const 32) (i32.const 16))"),
           "runtime error calling datastore_insert_bsatn: there is no table"),
      trap("inserts_row_of_all_memory", after_insert(R"((i32.store (i32.const 16) (i32.const 131040))
          (call $insert (i32.const 4096) (i32.const 32) (i32.const 16)))"),
           "runtime error calling datastore_insert_bsatn"),
      failed(
          "erases_four_billion_rows",
          after_insert(R"((i32.store (i32.const 64) (i32.const -1)) )" +
                           expects("(call $erase (i32.const 4096) (i32.const 64) (i32.const 60000) (i32.const 40))", 3),
                       erase)),
      failed("erases_rows_of_lying_count",
             after_insert(R"((i32.store (i32.const 64) (i32.const 2)) )" +
                              expects("(call $erase (i32.const 4096) (i32.const 64) (i32.const 8) (i32.const 40))", 3),
                          erase)),
      failed("erases_with_cut_count",
             after_insert(expects("(call $erase (i32.const 4096) (i32.const 64) (i32.const 3) (i32.const 40))", 3),
                          erase)),
  };
}

// Handles that are closed or never were.
std::vector<Hostile> wrong_handles() {
  return {
      failed("scans_nowhere", after_insert(expects("(call $scan (i32.const 0) (i32.const 40))", 4), scan)),
      failed("reads_iterator_that_never_was",
             after_insert(R"((i32.store (i32.const 44) (i32.const 8)) )" +
                              expects("(call $next (i32.const 12345) (i32.const 64) (i32.const 44))", 6),
                          scan)),
      failed("closes_iterator_twice", after_insert(R"((drop (call $scan (i32.const 4096) (i32.const 40)))
           (drop (call $close (i32.load (i32.const 40)))) )" +
                                                       expects("(call $close (i32.load (i32.const 40)))", 6),
                                                   scan)),
      failed("reads_closed_iterator",
             after_insert(R"((drop (call $scan (i32.const 4096) (i32.const 40)))
           (i32.store (i32.const 44) (i32.const 64)) (drop (call $close (i32.load (i32.const 40)))) )" +
                              expects("(call $next (i32.load (i32.const 40)) (i32.const 64) (i32.const 44))", 6),
                          scan)),
      failed("reads_with_buffer_of_three_bytes",
             after_insert(R"((drop (call $scan (i32.const 4096) (i32.const 40)))
           (i32.store (i32.const 44) (i32.const 3)) )" +
                              expects("(call $next (i32.load (i32.const 40)) (i32.const 64) (i32.const 44))", 11),
                          scan)),
      failed("reads_source_that_never_was",
             after_insert(R"((i32.store (i32.const 44) (i32.const 8)) )" +
                              expects("(call $read (i32.const 99) (i32.const 64) (i32.const 44))", 8),
                          source)),
      failed("reads_source_zero",
             after_insert(R"((i32.store (i32.const 44) (i32.const 8)) )" +
                              expects("(call $read (i32.const 0) (i32.const 64) (i32.const 44))", 8),
                          source)),
      failed("writes_sink_that_never_was",
             after_insert(R"((i32.store (i32.const 44) (i32.const 8)) )" +
                          expects("(call $bytes_sink_write (i32.const 99) (i32.const 64) (i32.const 44))", 8))),
      failed("ends_timer_that_never_was", after_insert(expects("(call $end (i32.const 3))", 7), timers)),
      failed("ends_timer_twice", after_insert(R"((drop (call $end (call $start (i32.const 64) (i32.const 4)))) )" +
                                                  expects("(call $end (i32.const 1))", 7),
                                              timers)),
  };
}

// Calls without end, past the end, and in the wrong place.
std::vector<Hostile> wrong_places() {
  return {
      trap("starts_timers_for_ever",
           after_insert("(loop $l (drop (call $start (i32.const 64) (i32.const 0))) (br $l)) (i32.const 0)", timers),
           "too many handles are open"),
      trap("opens_scans_for_ever",
           after_insert("(loop $l (drop (call $scan (i32.const 4096) (i32.const 40))) (br $l)) (i32.const 0)", scan),
           "too many handles are open"),
      trap("grows_memory_and_points_past_it",
           after_insert(R"((i32.store (i32.const 16) (i32.const 4)) (drop (memory.grow (i32.const 1)))
          (call $insert (i32.const 4096) (i32.const 196605) (i32.const 16)))"),
           "out of bounds pointer"),
      trap("copies_past_the_end",
           after_insert("(memory.fill (i32.const 131070) (i32.const 0) (i32.const 3)) (i32.const 0)"),
           "memory was accessed outside its bounds"),
      trap("ends_transaction_of_reducer",
           after_insert("(if (i32.ne (call $commit) (i32.const 18)) (then (return (i32.const 0)))) unreachable",
                        R"((import "spacetime_10.3" "procedure_commit_mut_tx" (func $commit (result i32))))"),
           "the module trapped (unreachable)"),
      trap("opens_transaction_in_reducer",
           after_insert(
               "(if (i32.ne (call $begin (i32.const 64)) (i32.const 17)) (then (return (i32.const 0)))) unreachable",
               R"((import "spacetime_10.3" "procedure_start_mut_tx" (func $begin (param i32) (result i32))))"),
           "the module trapped (unreachable)"),
      trap("sleeps_in_reducer",
           after_insert("(drop (call $sleep (i64.const 9))) (i32.const 0)",
                        R"((import "spacetime_10.3" "procedure_sleep_until" (func $sleep (param i64) (result i64))))"),
           "procedure_sleep_until is only available in async instances"),
  };
}

}  // namespace

std::vector<Hostile> wrong_calls() {
  std::vector<Hostile> all;
  for (const auto& part : {wrong_endings(), wrong_rows(), wrong_handles(), wrong_places()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace stdb::host::test
