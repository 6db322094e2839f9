// tests/modules/sdk_test/vec_tables.hpp: tables whose rows hold a list, of every type.
#pragma once

#include "types.hpp"

namespace sdk_test {

struct VecU8 {
  std::vector<std::uint8_t> n;
};
inline constexpr stdb::table<VecU8, "vec_u8", stdb::is_public> vec_u8;
struct VecU16 {
  std::vector<std::uint16_t> n;
};
inline constexpr stdb::table<VecU16, "vec_u16", stdb::is_public> vec_u16;
struct VecU32 {
  std::vector<std::uint32_t> n;
};
inline constexpr stdb::table<VecU32, "vec_u32", stdb::is_public> vec_u32;
struct VecU64 {
  std::vector<std::uint64_t> n;
};
inline constexpr stdb::table<VecU64, "vec_u64", stdb::is_public> vec_u64;
struct VecU128 {
  std::vector<stdb::u128> n;
};
inline constexpr stdb::table<VecU128, "vec_u128", stdb::is_public> vec_u128;
struct VecU256 {
  std::vector<stdb::u256> n;
};
inline constexpr stdb::table<VecU256, "vec_u256", stdb::is_public> vec_u256;
struct VecI8 {
  std::vector<std::int8_t> n;
};
inline constexpr stdb::table<VecI8, "vec_i8", stdb::is_public> vec_i8;
struct VecI16 {
  std::vector<std::int16_t> n;
};
inline constexpr stdb::table<VecI16, "vec_i16", stdb::is_public> vec_i16;
struct VecI32 {
  std::vector<std::int32_t> n;
};
inline constexpr stdb::table<VecI32, "vec_i32", stdb::is_public> vec_i32;
struct VecI64 {
  std::vector<std::int64_t> n;
};
inline constexpr stdb::table<VecI64, "vec_i64", stdb::is_public> vec_i64;
struct VecI128 {
  std::vector<stdb::i128> n;
};
inline constexpr stdb::table<VecI128, "vec_i128", stdb::is_public> vec_i128;
struct VecI256 {
  std::vector<stdb::i256> n;
};
inline constexpr stdb::table<VecI256, "vec_i256", stdb::is_public> vec_i256;
struct VecBool {
  std::vector<bool> b;
};
inline constexpr stdb::table<VecBool, "vec_bool", stdb::is_public> vec_bool;
struct VecF32 {
  std::vector<float> f;
};
inline constexpr stdb::table<VecF32, "vec_f32", stdb::is_public> vec_f32;
struct VecF64 {
  std::vector<double> f;
};
inline constexpr stdb::table<VecF64, "vec_f64", stdb::is_public> vec_f64;
struct VecString {
  std::vector<std::string> s;
};
inline constexpr stdb::table<VecString, "vec_string", stdb::is_public> vec_string;
struct VecIdentity {
  std::vector<stdb::Identity> i;
};
inline constexpr stdb::table<VecIdentity, "vec_identity", stdb::is_public> vec_identity;
struct VecConnectionId {
  std::vector<stdb::ConnectionId> a;
};
inline constexpr stdb::table<VecConnectionId, "vec_connection_id", stdb::is_public> vec_connection_id;
struct VecUuid {
  std::vector<stdb::Uuid> u;
};
inline constexpr stdb::table<VecUuid, "vec_uuid", stdb::is_public> vec_uuid;
struct VecTimestamp {
  std::vector<stdb::Timestamp> t;
};
inline constexpr stdb::table<VecTimestamp, "vec_timestamp", stdb::is_public> vec_timestamp;
struct VecSimpleEnum {
  std::vector<SimpleEnum> e;
};
inline constexpr stdb::table<VecSimpleEnum, "vec_simple_enum", stdb::is_public> vec_simple_enum;
struct VecEnumWithPayload {
  std::vector<EnumWithPayload> e;
};
inline constexpr stdb::table<VecEnumWithPayload, "vec_enum_with_payload", stdb::is_public> vec_enum_with_payload;
struct VecUnitStruct {
  std::vector<UnitStruct> s;
};
inline constexpr stdb::table<VecUnitStruct, "vec_unit_struct", stdb::is_public> vec_unit_struct;
struct VecByteStruct {
  std::vector<ByteStruct> s;
};
inline constexpr stdb::table<VecByteStruct, "vec_byte_struct", stdb::is_public> vec_byte_struct;
struct VecEveryPrimitiveStruct {
  std::vector<EveryPrimitiveStruct> s;
};
inline constexpr stdb::table<VecEveryPrimitiveStruct, "vec_every_primitive_struct", stdb::is_public>
    vec_every_primitive_struct;
struct VecEveryVecStruct {
  std::vector<EveryVecStruct> s;
};
inline constexpr stdb::table<VecEveryVecStruct, "vec_every_vec_struct", stdb::is_public> vec_every_vec_struct;

}  // namespace sdk_test
