// tests/modules/sdk_test/pk_tables.hpp: tables of a primary key and a number.
#pragma once

#include "types.hpp"

namespace sdk_test {

struct PkU8 {
  std::uint8_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkU8, "pk_u8", stdb::is_public, stdb::primary_key<&PkU8::n>> pk_u8;
struct PkU16 {
  std::uint16_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkU16, "pk_u16", stdb::is_public, stdb::primary_key<&PkU16::n>> pk_u16;
struct PkU32 {
  std::uint32_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkU32, "pk_u32", stdb::is_public, stdb::primary_key<&PkU32::n>> pk_u32;
struct PkU32Two {
  std::uint32_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkU32Two, "pk_u32_two", stdb::is_public, stdb::primary_key<&PkU32Two::n>> pk_u32_two;
struct PkU64 {
  std::uint64_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkU64, "pk_u64", stdb::is_public, stdb::primary_key<&PkU64::n>> pk_u64;
struct PkU128 {
  stdb::u128 n;
  std::int32_t data;
};
inline constexpr stdb::table<PkU128, "pk_u128", stdb::is_public, stdb::primary_key<&PkU128::n>> pk_u128;
struct PkU256 {
  stdb::u256 n;
  std::int32_t data;
};
inline constexpr stdb::table<PkU256, "pk_u256", stdb::is_public, stdb::primary_key<&PkU256::n>> pk_u256;
struct PkI8 {
  std::int8_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkI8, "pk_i8", stdb::is_public, stdb::primary_key<&PkI8::n>> pk_i8;
struct PkI16 {
  std::int16_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkI16, "pk_i16", stdb::is_public, stdb::primary_key<&PkI16::n>> pk_i16;
struct PkI32 {
  std::int32_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkI32, "pk_i32", stdb::is_public, stdb::primary_key<&PkI32::n>> pk_i32;
struct PkI64 {
  std::int64_t n;
  std::int32_t data;
};
inline constexpr stdb::table<PkI64, "pk_i64", stdb::is_public, stdb::primary_key<&PkI64::n>> pk_i64;
struct PkI128 {
  stdb::i128 n;
  std::int32_t data;
};
inline constexpr stdb::table<PkI128, "pk_i128", stdb::is_public, stdb::primary_key<&PkI128::n>> pk_i128;
struct PkI256 {
  stdb::i256 n;
  std::int32_t data;
};
inline constexpr stdb::table<PkI256, "pk_i256", stdb::is_public, stdb::primary_key<&PkI256::n>> pk_i256;
struct PkBool {
  bool b;
  std::int32_t data;
};
inline constexpr stdb::table<PkBool, "pk_bool", stdb::is_public, stdb::primary_key<&PkBool::b>> pk_bool;
struct PkString {
  std::string s;
  std::int32_t data;
};
inline constexpr stdb::table<PkString, "pk_string", stdb::is_public, stdb::primary_key<&PkString::s>> pk_string;
struct PkIdentity {
  stdb::Identity i;
  std::int32_t data;
};
inline constexpr stdb::table<PkIdentity, "pk_identity", stdb::is_public, stdb::primary_key<&PkIdentity::i>> pk_identity;
struct PkConnectionId {
  stdb::ConnectionId a;
  std::int32_t data;
};
inline constexpr stdb::table<PkConnectionId, "pk_connection_id", stdb::is_public, stdb::primary_key<&PkConnectionId::a>>
    pk_connection_id;
struct PkUuid {
  stdb::Uuid u;
  std::int32_t data;
};
inline constexpr stdb::table<PkUuid, "pk_uuid", stdb::is_public, stdb::primary_key<&PkUuid::u>> pk_uuid;
struct PkSimpleEnum {
  SimpleEnum a;
  std::int32_t data;
};
inline constexpr stdb::table<PkSimpleEnum, "pk_simple_enum", stdb::is_public, stdb::primary_key<&PkSimpleEnum::a>>
    pk_simple_enum;

}  // namespace sdk_test
