// tests/modules/sdk_test/types.hpp: the types of the columns, some of them with a field of every type.
#pragma once

#include <stdb/module.hpp>

namespace sdk_test {

enum class SimpleEnum : std::uint8_t { Zero, One, Two };
struct EnumWithPayloadCases {
  std::uint8_t U8;
  std::uint16_t U16;
  std::uint32_t U32;
  std::uint64_t U64;
  stdb::u128 U128;
  stdb::u256 U256;
  std::int8_t I8;
  std::int16_t I16;
  std::int32_t I32;
  std::int64_t I64;
  stdb::i128 I128;
  stdb::i256 I256;
  bool Bool;
  float F32;
  double F64;
  std::string Str;
  stdb::Identity Identity;
  stdb::ConnectionId ConnectionId;
  stdb::Timestamp Timestamp;
  stdb::Uuid Uuid;
  std::vector<std::uint8_t> Bytes;
  std::vector<std::int32_t> Ints;
  std::vector<std::string> Strings;
  std::vector<SimpleEnum> SimpleEnums;
};
struct EnumWithPayload : stdb::Sum<EnumWithPayloadCases> {};
struct UnitStruct {};
struct ByteStruct {
  std::uint8_t b;
};
struct EveryPrimitiveStruct {
  std::uint8_t a;
  std::uint16_t b;
  std::uint32_t c;
  std::uint64_t d;
  stdb::u128 e;
  stdb::u256 f;
  std::int8_t g;
  std::int16_t h;
  std::int32_t i;
  std::int64_t j;
  stdb::i128 k;
  stdb::i256 l;
  bool m;
  float n;
  double o;
  std::string p;
  stdb::Identity q;
  stdb::ConnectionId r;
  stdb::Timestamp s;
  stdb::TimeDuration t;
  stdb::Uuid u;
};
struct EveryVecStruct {
  std::vector<std::uint8_t> a;
  std::vector<std::uint16_t> b;
  std::vector<std::uint32_t> c;
  std::vector<std::uint64_t> d;
  std::vector<stdb::u128> e;
  std::vector<stdb::u256> f;
  std::vector<std::int8_t> g;
  std::vector<std::int16_t> h;
  std::vector<std::int32_t> i;
  std::vector<std::int64_t> j;
  std::vector<stdb::i128> k;
  std::vector<stdb::i256> l;
  std::vector<bool> m;
  std::vector<float> n;
  std::vector<double> o;
  std::vector<std::string> p;
  std::vector<stdb::Identity> q;
  std::vector<stdb::ConnectionId> r;
  std::vector<stdb::Timestamp> s;
  std::vector<stdb::TimeDuration> t;
  std::vector<stdb::Uuid> u;
};

}  // namespace sdk_test
