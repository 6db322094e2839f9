// expect: stdb: case_conversion makes two fields, cases or enumerators of one type have the same name
// broken: 5
#include "module.hpp"

#if STDB_BROKEN == 1
struct Value {
  std::uint32_t playerId = 0;
  std::uint32_t player_id = 0;
};
#elif STDB_BROKEN == 2
struct ValueCases {
  std::uint32_t GrannySmith;
  std::uint32_t grannySmith;
};
struct Value : stdb::Sum<ValueCases> {};
#elif STDB_BROKEN == 3
enum class Value : std::uint8_t { GrannySmith, granny_smith };
#else
enum class Value : std::uint8_t { GrannySmith, Boskoop };
#endif
struct Row {
  std::uint64_t id = 0;
  std::vector<Value> values;
};
inline constexpr stdb::table<Row, "row"> table_under_test;

struct put {
  std::uint32_t playerId = 0;
#if STDB_BROKEN == 4
  std::uint32_t player_id = 0;
#endif
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
struct Shown {
  std::uint32_t player1 = 0;
#if STDB_BROKEN == 5
  std::uint32_t player_1 = 0;
#endif
};
struct show {
  std::vector<Shown> operator()(const stdb::AnonymousViewContext&) const { return {}; }
};

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::reducers<put>, stdb::views<show>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
