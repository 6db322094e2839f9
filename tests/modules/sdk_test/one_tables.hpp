// tests/modules/sdk_test/one_tables.hpp: tables whose rows hold one value, of every type.
#pragma once

#include "types.hpp"

namespace sdk_test {

struct OneU8 {
  std::uint8_t n;
};
inline constexpr stdb::table<OneU8, "one_u8", stdb::is_public> one_u8;
struct OneU16 {
  std::uint16_t n;
};
inline constexpr stdb::table<OneU16, "one_u16", stdb::is_public> one_u16;
struct OneU32 {
  std::uint32_t n;
};
inline constexpr stdb::table<OneU32, "one_u32", stdb::is_public> one_u32;
struct OneU64 {
  std::uint64_t n;
};
inline constexpr stdb::table<OneU64, "one_u64", stdb::is_public> one_u64;
struct OneU128 {
  stdb::u128 n;
};
inline constexpr stdb::table<OneU128, "one_u128", stdb::is_public> one_u128;
struct OneU256 {
  stdb::u256 n;
};
inline constexpr stdb::table<OneU256, "one_u256", stdb::is_public> one_u256;
struct OneI8 {
  std::int8_t n;
};
inline constexpr stdb::table<OneI8, "one_i8", stdb::is_public> one_i8;
struct OneI16 {
  std::int16_t n;
};
inline constexpr stdb::table<OneI16, "one_i16", stdb::is_public> one_i16;
struct OneI32 {
  std::int32_t n;
};
inline constexpr stdb::table<OneI32, "one_i32", stdb::is_public> one_i32;
struct OneI64 {
  std::int64_t n;
};
inline constexpr stdb::table<OneI64, "one_i64", stdb::is_public> one_i64;
struct OneI128 {
  stdb::i128 n;
};
inline constexpr stdb::table<OneI128, "one_i128", stdb::is_public> one_i128;
struct OneI256 {
  stdb::i256 n;
};
inline constexpr stdb::table<OneI256, "one_i256", stdb::is_public> one_i256;
struct OneBool {
  bool b;
};
inline constexpr stdb::table<OneBool, "one_bool", stdb::is_public> one_bool;
struct OneF32 {
  float f;
};
inline constexpr stdb::table<OneF32, "one_f32", stdb::is_public> one_f32;
struct OneF64 {
  double f;
};
inline constexpr stdb::table<OneF64, "one_f64", stdb::is_public> one_f64;
struct OneString {
  std::string s;
};
inline constexpr stdb::table<OneString, "one_string", stdb::is_public> one_string;
struct OneIdentity {
  stdb::Identity i;
};
inline constexpr stdb::table<OneIdentity, "one_identity", stdb::is_public> one_identity;
struct OneConnectionId {
  stdb::ConnectionId a;
};
inline constexpr stdb::table<OneConnectionId, "one_connection_id", stdb::is_public> one_connection_id;
struct OneUuid {
  stdb::Uuid u;
};
inline constexpr stdb::table<OneUuid, "one_uuid", stdb::is_public> one_uuid;
struct OneTimestamp {
  stdb::Timestamp t;
};
inline constexpr stdb::table<OneTimestamp, "one_timestamp", stdb::is_public> one_timestamp;
struct OneSimpleEnum {
  SimpleEnum e;
};
inline constexpr stdb::table<OneSimpleEnum, "one_simple_enum", stdb::is_public> one_simple_enum;
struct OneEnumWithPayload {
  EnumWithPayload e;
};
inline constexpr stdb::table<OneEnumWithPayload, "one_enum_with_payload", stdb::is_public> one_enum_with_payload;
struct OneUnitStruct {
  UnitStruct s;
};
inline constexpr stdb::table<OneUnitStruct, "one_unit_struct", stdb::is_public> one_unit_struct;
struct OneByteStruct {
  ByteStruct s;
};
inline constexpr stdb::table<OneByteStruct, "one_byte_struct", stdb::is_public> one_byte_struct;
struct OneEveryPrimitiveStruct {
  EveryPrimitiveStruct s;
};
inline constexpr stdb::table<OneEveryPrimitiveStruct, "one_every_primitive_struct", stdb::is_public>
    one_every_primitive_struct;
struct OneEveryVecStruct {
  EveryVecStruct s;
};
inline constexpr stdb::table<OneEveryVecStruct, "one_every_vec_struct", stdb::is_public> one_every_vec_struct;

}  // namespace sdk_test
