// tests/modules/schema_auto_inc.cpp: generated numbers of every width, as keys and beside them.
#include <stdb/module.hpp>

// The names are those of the Rust module's types, so each width has structs of its own.
template <class T>
struct Keyed {
  T id{};
  std::string note;
};
template <class T>
struct Counted {
  std::string note;
  T number{};
};

template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::uint8_t>> = "KeyedU8";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::uint8_t>> = "CountedU8";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::uint16_t>> = "KeyedU16";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::uint16_t>> = "CountedU16";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::uint32_t>> = "KeyedU32";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::uint32_t>> = "CountedU32";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::uint64_t>> = "KeyedU64";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::uint64_t>> = "CountedU64";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<stdb::u128>> = "KeyedU128";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<stdb::u128>> = "CountedU128";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<stdb::u256>> = "KeyedU256";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<stdb::u256>> = "CountedU256";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::int8_t>> = "KeyedI8";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::int8_t>> = "CountedI8";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::int16_t>> = "KeyedI16";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::int16_t>> = "CountedI16";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::int32_t>> = "KeyedI32";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::int32_t>> = "CountedI32";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<std::int64_t>> = "KeyedI64";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<std::int64_t>> = "CountedI64";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<stdb::i128>> = "KeyedI128";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<stdb::i128>> = "CountedI128";
template <>
inline constexpr std::string_view stdb::wire_name<Keyed<stdb::i256>> = "KeyedI256";
template <>
inline constexpr std::string_view stdb::wire_name<Counted<stdb::i256>> = "CountedI256";

inline constexpr stdb::table<Keyed<std::uint8_t>, "keyed_u8", stdb::is_public,
                             stdb::primary_key<&Keyed<std::uint8_t>::id>, stdb::auto_inc<&Keyed<std::uint8_t>::id>>
    keyed_u8;
inline constexpr stdb::table<Counted<std::uint8_t>, "counted_u8", stdb::is_public,
                             stdb::auto_inc<&Counted<std::uint8_t>::number>>
    counted_u8;
inline constexpr stdb::table<Keyed<std::uint16_t>, "keyed_u16", stdb::is_public,
                             stdb::primary_key<&Keyed<std::uint16_t>::id>, stdb::auto_inc<&Keyed<std::uint16_t>::id>>
    keyed_u16;
inline constexpr stdb::table<Counted<std::uint16_t>, "counted_u16", stdb::is_public,
                             stdb::auto_inc<&Counted<std::uint16_t>::number>>
    counted_u16;
inline constexpr stdb::table<Keyed<std::uint32_t>, "keyed_u32", stdb::is_public,
                             stdb::primary_key<&Keyed<std::uint32_t>::id>, stdb::auto_inc<&Keyed<std::uint32_t>::id>>
    keyed_u32;
inline constexpr stdb::table<Counted<std::uint32_t>, "counted_u32", stdb::is_public,
                             stdb::auto_inc<&Counted<std::uint32_t>::number>>
    counted_u32;
inline constexpr stdb::table<Keyed<std::uint64_t>, "keyed_u64", stdb::is_public,
                             stdb::primary_key<&Keyed<std::uint64_t>::id>, stdb::auto_inc<&Keyed<std::uint64_t>::id>>
    keyed_u64;
inline constexpr stdb::table<Counted<std::uint64_t>, "counted_u64", stdb::is_public,
                             stdb::auto_inc<&Counted<std::uint64_t>::number>>
    counted_u64;
inline constexpr stdb::table<Keyed<stdb::u128>, "keyed_u128", stdb::is_public,
                             stdb::primary_key<&Keyed<stdb::u128>::id>, stdb::auto_inc<&Keyed<stdb::u128>::id>>
    keyed_u128;
inline constexpr stdb::table<Counted<stdb::u128>, "counted_u128", stdb::is_public,
                             stdb::auto_inc<&Counted<stdb::u128>::number>>
    counted_u128;
inline constexpr stdb::table<Keyed<stdb::u256>, "keyed_u256", stdb::is_public,
                             stdb::primary_key<&Keyed<stdb::u256>::id>, stdb::auto_inc<&Keyed<stdb::u256>::id>>
    keyed_u256;
inline constexpr stdb::table<Counted<stdb::u256>, "counted_u256", stdb::is_public,
                             stdb::auto_inc<&Counted<stdb::u256>::number>>
    counted_u256;
inline constexpr stdb::table<Keyed<std::int8_t>, "keyed_i8", stdb::is_public,
                             stdb::primary_key<&Keyed<std::int8_t>::id>, stdb::auto_inc<&Keyed<std::int8_t>::id>>
    keyed_i8;
inline constexpr stdb::table<Counted<std::int8_t>, "counted_i8", stdb::is_public,
                             stdb::auto_inc<&Counted<std::int8_t>::number>>
    counted_i8;
inline constexpr stdb::table<Keyed<std::int16_t>, "keyed_i16", stdb::is_public,
                             stdb::primary_key<&Keyed<std::int16_t>::id>, stdb::auto_inc<&Keyed<std::int16_t>::id>>
    keyed_i16;
inline constexpr stdb::table<Counted<std::int16_t>, "counted_i16", stdb::is_public,
                             stdb::auto_inc<&Counted<std::int16_t>::number>>
    counted_i16;
inline constexpr stdb::table<Keyed<std::int32_t>, "keyed_i32", stdb::is_public,
                             stdb::primary_key<&Keyed<std::int32_t>::id>, stdb::auto_inc<&Keyed<std::int32_t>::id>>
    keyed_i32;
inline constexpr stdb::table<Counted<std::int32_t>, "counted_i32", stdb::is_public,
                             stdb::auto_inc<&Counted<std::int32_t>::number>>
    counted_i32;
inline constexpr stdb::table<Keyed<std::int64_t>, "keyed_i64", stdb::is_public,
                             stdb::primary_key<&Keyed<std::int64_t>::id>, stdb::auto_inc<&Keyed<std::int64_t>::id>>
    keyed_i64;
inline constexpr stdb::table<Counted<std::int64_t>, "counted_i64", stdb::is_public,
                             stdb::auto_inc<&Counted<std::int64_t>::number>>
    counted_i64;
inline constexpr stdb::table<Keyed<stdb::i128>, "keyed_i128", stdb::is_public,
                             stdb::primary_key<&Keyed<stdb::i128>::id>, stdb::auto_inc<&Keyed<stdb::i128>::id>>
    keyed_i128;
inline constexpr stdb::table<Counted<stdb::i128>, "counted_i128", stdb::is_public,
                             stdb::auto_inc<&Counted<stdb::i128>::number>>
    counted_i128;
inline constexpr stdb::table<Keyed<stdb::i256>, "keyed_i256", stdb::is_public,
                             stdb::primary_key<&Keyed<stdb::i256>::id>, stdb::auto_inc<&Keyed<stdb::i256>::id>>
    keyed_i256;
inline constexpr stdb::table<Counted<stdb::i256>, "counted_i256", stdb::is_public,
                             stdb::auto_inc<&Counted<stdb::i256>::number>>
    counted_i256;

namespace {

// Each of these tables has a zero in the column of the new row, and gets it back with the next number in it.
template <auto&... Tables>
void insert_into_all(stdb::ReducerContext& ctx, const std::string& note) {
  (ctx.db[Tables].insert({.note = note}), ...);
}

}  // namespace

struct count {
  std::string note;

  stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const {
    insert_into_all<keyed_u8, counted_u8, keyed_u16, counted_u16, keyed_u32, counted_u32, keyed_u64, counted_u64,
                    keyed_u128, counted_u128, keyed_u256, counted_u256, keyed_i8, counted_i8, keyed_i16, counted_i16,
                    keyed_i32, counted_i32, keyed_i64, counted_i64, keyed_i128, counted_i128, keyed_i256, counted_i256>(
        ctx, note);
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<
    stdb::tables<keyed_u8, counted_u8, keyed_u16, counted_u16, keyed_u32, counted_u32, keyed_u64, counted_u64,
                 keyed_u128, counted_u128, keyed_u256, counted_u256, keyed_i8, counted_i8, keyed_i16, counted_i16,
                 keyed_i32, counted_i32, keyed_i64, counted_i64, keyed_i128, counted_i128, keyed_i256, counted_i256>,
    stdb::reducers<count>>;
