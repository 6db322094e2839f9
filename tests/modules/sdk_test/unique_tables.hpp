// tests/modules/sdk_test/unique_tables.hpp: tables of a unique column, which is no primary key, and a number.
#pragma once

#include "types.hpp"

namespace sdk_test {

struct UniqueU8 {
  std::uint8_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueU8, "unique_u8", stdb::is_public, stdb::unique<&UniqueU8::n>> unique_u8;
struct UniqueU16 {
  std::uint16_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueU16, "unique_u16", stdb::is_public, stdb::unique<&UniqueU16::n>> unique_u16;
struct UniqueU32 {
  std::uint32_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueU32, "unique_u32", stdb::is_public, stdb::unique<&UniqueU32::n>> unique_u32;
struct UniqueU64 {
  std::uint64_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueU64, "unique_u64", stdb::is_public, stdb::unique<&UniqueU64::n>> unique_u64;
struct UniqueU128 {
  stdb::u128 n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueU128, "unique_u128", stdb::is_public, stdb::unique<&UniqueU128::n>> unique_u128;
struct UniqueU256 {
  stdb::u256 n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueU256, "unique_u256", stdb::is_public, stdb::unique<&UniqueU256::n>> unique_u256;
struct UniqueI8 {
  std::int8_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueI8, "unique_i8", stdb::is_public, stdb::unique<&UniqueI8::n>> unique_i8;
struct UniqueI16 {
  std::int16_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueI16, "unique_i16", stdb::is_public, stdb::unique<&UniqueI16::n>> unique_i16;
struct UniqueI32 {
  std::int32_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueI32, "unique_i32", stdb::is_public, stdb::unique<&UniqueI32::n>> unique_i32;
struct UniqueI64 {
  std::int64_t n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueI64, "unique_i64", stdb::is_public, stdb::unique<&UniqueI64::n>> unique_i64;
struct UniqueI128 {
  stdb::i128 n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueI128, "unique_i128", stdb::is_public, stdb::unique<&UniqueI128::n>> unique_i128;
struct UniqueI256 {
  stdb::i256 n;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueI256, "unique_i256", stdb::is_public, stdb::unique<&UniqueI256::n>> unique_i256;
struct UniqueBool {
  bool b;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueBool, "unique_bool", stdb::is_public, stdb::unique<&UniqueBool::b>> unique_bool;
struct UniqueString {
  std::string s;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueString, "unique_string", stdb::is_public, stdb::unique<&UniqueString::s>>
    unique_string;
struct UniqueIdentity {
  stdb::Identity i;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueIdentity, "unique_identity", stdb::is_public, stdb::unique<&UniqueIdentity::i>>
    unique_identity;
struct UniqueConnectionId {
  stdb::ConnectionId a;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueConnectionId, "unique_connection_id", stdb::is_public,
                             stdb::unique<&UniqueConnectionId::a>>
    unique_connection_id;
struct UniqueUuid {
  stdb::Uuid u;
  std::int32_t data;
};
inline constexpr stdb::table<UniqueUuid, "unique_uuid", stdb::is_public, stdb::unique<&UniqueUuid::u>> unique_uuid;

}  // namespace sdk_test
