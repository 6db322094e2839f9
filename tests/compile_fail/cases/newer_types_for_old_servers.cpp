// expect: stdb: a stdb::Uuid or stdb::Result in a row or an argument needs a server of 1.11.2
// broken: 5
// target: 10000
#include "module.hpp"

#if STDB_BROKEN == 1
using Value = stdb::Uuid;
#elif STDB_BROKEN == 2
using Value = std::vector<std::optional<stdb::Uuid>>;
#elif STDB_BROKEN == 3
using Value = stdb::Result<std::uint32_t, std::string>;
#elif STDB_BROKEN == 4
struct Inner {
  std::uint32_t x = 0;
  stdb::Uuid id;
};
struct ValueCases {
  stdb::Unit nothing;
  std::vector<Inner> some;
};
struct Value : stdb::Sum<ValueCases> {};
#else
using Value = stdb::u128;
#endif

struct Row {
  std::uint64_t id = 0;
  Value value;
};
inline constexpr stdb::table<Row, "row"> table_under_test;

struct put {
#if STDB_BROKEN == 5
  stdb::Uuid value;
#else
  std::uint32_t value = 0;
#endif
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#if STDB_BROKEN == 5
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<put>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>, stdb::reducers<put>>;
#endif
