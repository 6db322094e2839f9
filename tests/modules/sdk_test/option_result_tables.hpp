// tests/modules/sdk_test/option_result_tables.hpp: tables whose rows hold a value or nothing, and a value or an error.
#pragma once

#include "types.hpp"

namespace sdk_test {

struct OptionI32 {
  std::optional<std::int32_t> n;
};
inline constexpr stdb::table<OptionI32, "option_i32", stdb::is_public> option_i32;
struct OptionString {
  std::optional<std::string> s;
};
inline constexpr stdb::table<OptionString, "option_string", stdb::is_public> option_string;
struct OptionIdentity {
  std::optional<stdb::Identity> i;
};
inline constexpr stdb::table<OptionIdentity, "option_identity", stdb::is_public> option_identity;
struct OptionUuid {
  std::optional<stdb::Uuid> u;
};
inline constexpr stdb::table<OptionUuid, "option_uuid", stdb::is_public> option_uuid;
struct OptionSimpleEnum {
  std::optional<SimpleEnum> e;
};
inline constexpr stdb::table<OptionSimpleEnum, "option_simple_enum", stdb::is_public> option_simple_enum;
struct OptionEveryPrimitiveStruct {
  std::optional<EveryPrimitiveStruct> s;
};
inline constexpr stdb::table<OptionEveryPrimitiveStruct, "option_every_primitive_struct", stdb::is_public>
    option_every_primitive_struct;
struct OptionVecOptionI32 {
  std::optional<std::vector<std::optional<std::int32_t>>> v;
};
inline constexpr stdb::table<OptionVecOptionI32, "option_vec_option_i32", stdb::is_public> option_vec_option_i32;

struct ResultI32String {
  stdb::Result<std::int32_t, std::string> r;
};
inline constexpr stdb::table<ResultI32String, "result_i32_string", stdb::is_public> result_i32_string;
struct ResultStringI32 {
  stdb::Result<std::string, std::int32_t> r;
};
inline constexpr stdb::table<ResultStringI32, "result_string_i32", stdb::is_public> result_string_i32;
struct ResultIdentityString {
  stdb::Result<stdb::Identity, std::string> r;
};
inline constexpr stdb::table<ResultIdentityString, "result_identity_string", stdb::is_public> result_identity_string;
struct ResultSimpleEnumI32 {
  stdb::Result<SimpleEnum, std::int32_t> r;
};
inline constexpr stdb::table<ResultSimpleEnumI32, "result_simple_enum_i32", stdb::is_public> result_simple_enum_i32;
struct ResultEveryPrimitiveStructString {
  stdb::Result<EveryPrimitiveStruct, std::string> r;
};
inline constexpr stdb::table<ResultEveryPrimitiveStructString, "result_every_primitive_struct_string", stdb::is_public>
    result_every_primitive_struct_string;
struct ResultVecI32String {
  stdb::Result<std::vector<std::int32_t>, std::string> r;
};
inline constexpr stdb::table<ResultVecI32String, "result_vec_i32_string", stdb::is_public> result_vec_i32_string;

}  // namespace sdk_test
