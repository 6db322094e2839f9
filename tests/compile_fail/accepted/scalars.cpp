// tests/compile_fail/accepted/scalars.cpp: every scalar as a column, in a list, as unique column, key, index and
// counter.
#include <stdb/module.hpp>

struct Scalars {
  std::uint8_t u8 = 0;
  std::uint16_t u16 = 0;
  std::uint32_t u32 = 0;
  std::uint64_t u64 = 0;
  stdb::u128 u128 = 0;
  stdb::u256 u256;
  std::int8_t i8 = 0;
  std::int16_t i16 = 0;
  std::int32_t i32 = 0;
  std::int64_t i64 = 0;
  stdb::i128 i128 = 0;
  stdb::i256 i256;
  float f32 = 0;
  double f64 = 0;
  bool flag = false;
  std::string text;
};

struct Lists {
  std::vector<std::uint8_t> u8;
  std::vector<std::uint16_t> u16;
  std::vector<std::uint32_t> u32;
  std::vector<std::uint64_t> u64;
  std::vector<stdb::u128> u128;
  std::vector<stdb::u256> u256;
  std::vector<std::int8_t> i8;
  std::vector<std::int16_t> i16;
  std::vector<std::int32_t> i32;
  std::vector<std::int64_t> i64;
  std::vector<stdb::i128> i128;
  std::vector<stdb::i256> i256;
  std::vector<float> f32;
  std::vector<double> f64;
  std::vector<bool> flag;
  std::vector<std::string> text;
};

template <stdb::FixedString Name, auto Member>
inline constexpr stdb::table<Scalars, Name, stdb::is_public, stdb::primary_key<Member>> keyed;
template <stdb::FixedString Name, auto Member>
inline constexpr stdb::table<Scalars, Name, stdb::primary_key<Member>, stdb::auto_inc<Member>> counted;

inline constexpr stdb::table<Scalars, "one", stdb::is_public> one_of_all;
inline constexpr stdb::table<Lists, "vec", stdb::is_public> vec;
inline constexpr stdb::table<Scalars, "unique", stdb::unique<&Scalars::u8>, stdb::unique<&Scalars::u16>,
                             stdb::unique<&Scalars::u32>, stdb::unique<&Scalars::u64>, stdb::unique<&Scalars::u128>,
                             stdb::unique<&Scalars::u256>, stdb::unique<&Scalars::i8>, stdb::unique<&Scalars::i16>,
                             stdb::unique<&Scalars::i32>, stdb::unique<&Scalars::i64>, stdb::unique<&Scalars::i128>,
                             stdb::unique<&Scalars::i256>, stdb::unique<&Scalars::flag>, stdb::unique<&Scalars::text>>
    unique;
inline constexpr stdb::table<Scalars, "indexed", stdb::btree<&Scalars::u8>, stdb::btree<&Scalars::u128>,
                             stdb::btree<&Scalars::u256>, stdb::btree<&Scalars::i256>, stdb::btree<&Scalars::flag>,
                             stdb::btree<&Scalars::text>, stdb::hash<&Scalars::i64>, stdb::hash<&Scalars::i128>,
                             stdb::hash<"by_two", &Scalars::text, &Scalars::u8>>
    indexed;
inline constexpr stdb::table<Scalars, "dense", stdb::unique<&Scalars::u8>, stdb::direct<&Scalars::u8>,
                             stdb::unique<&Scalars::u16>, stdb::direct<&Scalars::u16>, stdb::unique<&Scalars::u32>,
                             stdb::direct<&Scalars::u32>, stdb::primary_key<&Scalars::u64>, stdb::direct<&Scalars::u64>>
    dense;

using Keys =
    stdb::tables<keyed<"pk_u8", &Scalars::u8>, keyed<"pk_u16", &Scalars::u16>, keyed<"pk_u32", &Scalars::u32>,
                 keyed<"pk_u64", &Scalars::u64>, keyed<"pk_u128", &Scalars::u128>, keyed<"pk_u256", &Scalars::u256>,
                 keyed<"pk_i8", &Scalars::i8>, keyed<"pk_i16", &Scalars::i16>, keyed<"pk_i32", &Scalars::i32>,
                 keyed<"pk_i64", &Scalars::i64>, keyed<"pk_i128", &Scalars::i128>, keyed<"pk_i256", &Scalars::i256>,
                 keyed<"pk_flag", &Scalars::flag>, keyed<"pk_text", &Scalars::text>>;
using Counters = stdb::tables<
    counted<"auto_u8", &Scalars::u8>, counted<"auto_u16", &Scalars::u16>, counted<"auto_u32", &Scalars::u32>,
    counted<"auto_u64", &Scalars::u64>, counted<"auto_u128", &Scalars::u128>, counted<"auto_u256", &Scalars::u256>,
    counted<"auto_i8", &Scalars::i8>, counted<"auto_i16", &Scalars::i16>, counted<"auto_i32", &Scalars::i32>,
    counted<"auto_i64", &Scalars::i64>, counted<"auto_i128", &Scalars::i128>, counted<"auto_i256", &Scalars::i256>>;

struct take_scalars {
  Scalars scalars;
  Lists lists;
  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    ctx.db[one_of_all].insert(scalars);
    ctx.db[vec].insert(lists);
    return stdb::Ok();
  }
};

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<one_of_all, vec, unique, indexed, dense>, Keys, Counters, stdb::reducers<take_scalars>>;
