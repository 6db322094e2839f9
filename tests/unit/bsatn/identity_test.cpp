// tests/unit/bsatn/identity_test.cpp: identities, connections and UUIDs: their texts, and how they are made.
#include <gtest/gtest.h>

#include "golden.hpp"
#include "stdb/bsatn.hpp"

namespace {

using namespace std::string_literals;
using stdb::Identity;
using stdb::Uuid;

TEST(Identity, IsWrittenFromItsHighestByte) {
  const auto identity = Identity::from_hex("c200000000000000000000000000000000000000000000000000000000000001");
  ASSERT_TRUE(identity);
  EXPECT_EQ(identity->value.words[0], 1u);
  EXPECT_EQ(identity->value.words[3], 0xc200000000000000u);
  EXPECT_EQ(identity->to_hex(), "c200000000000000000000000000000000000000000000000000000000000001");
  EXPECT_EQ(Identity::from_hex("0x" + identity->to_hex()), identity);
  EXPECT_FALSE(Identity::from_hex("c2"));
  EXPECT_FALSE(Identity::from_hex(std::string(63, '0') + "g"));
  EXPECT_TRUE(Identity{}.is_zero() && !identity->is_zero());
  EXPECT_LT(Identity{}, *identity);
}

TEST(Identity, OfClaimsIsTheOfficialOne) {
  EXPECT_EQ(stdb::bsatn::encode(Identity::from_claims("issuer", "subject")), golden::vector("identity_from_claims"));
  EXPECT_EQ(Identity::from_claims("", "").to_hex(), "c200a759fb94a9e297433bebb02948c311291ae6291a1666f9e697a56b430501");
  EXPECT_EQ(Identity::from_claims("https://auth.spacetimedb.com", "2cf4c2").to_hex(),
            "c200589e33357434ccc2ca07f15ad6693f3cefee99726ff221abe043e8b1b0f9");
  std::string issuer = "https://issuer.example/";
  for (int i = 0; i < 300; ++i) issuer += "abcdefghij";
  EXPECT_EQ(Identity::from_claims(issuer, std::string(1'500, 's')).to_hex(),
            "c20007ce5fc1d1bce5e7b622358fbcafda62129cc3ce32a71880323de8e8a534");
  static_assert(Identity::from_claims("a", "b").to_hex() ==
                "c20031e002707e94276b24b96c568ece2f159386738e646c6107b45b26fd0396");
}

// The first eight bytes of the hash of 0, 1, 2, ... up to 250, again and again. Source: the reference implementation.
TEST(Blake3, HashesTextsOfEveryNumberOfChunks) {
  struct Sample {
    std::size_t size;
    const char* hash;
  };
  constexpr Sample samples[] = {
      {0, "af1349b9f5f9a1a6"},     {1, "2d3adedff11b61f1"},     {63, "e9bc37a594daad83"},   {64, "4eed7141ea4a5cd4"},
      {65, "de1e5fa0be70df6d"},    {127, "d81293fda863f008"},   {128, "f17e570564b26578"},  {1023, "10108970eeda3eb9"},
      {1024, "42214739f095a406"},  {1025, "d00278ae47eb27b3"},  {2048, "e776b6028c7cd22a"}, {2049, "5f4d72f40d7a5f82"},
      {3072, "b98cb0ff3623be03"},  {3073, "7124b49501012f81"},  {4096, "015094013f57a527"}, {4097, "9b4052b38f1c5fc8"},
      {5120, "9cadc15fed8b5d85"},  {7168, "61da957ec2499a95"},  {8193, "bab6c09cb8ce8cf4"}, {16384, "f875d6646de28985"},
      {31744, "62b6960e1a44bcc1"}, {102400, "bc3e3d41a1146b06"}};
  for (const auto& [size, hash] : samples) {
    std::string input(size, '\0');
    for (std::size_t i = 0; i < size; ++i) input[i] = static_cast<char>(i % 251);
    const auto bytes = stdb::bsatn::detail::blake3_of(input);
    EXPECT_EQ(golden::to_hex({bytes.begin(), bytes.end()}).substr(0, 16), hash) << size;
  }
}

TEST(ConnectionId, IsWrittenFromItsHighestByte) {
  const stdb::ConnectionId id{(stdb::u128{0x0102} << 64) | 0x03};
  EXPECT_EQ(id.to_hex(), "00000000000001020000000000000003");
  EXPECT_EQ(stdb::ConnectionId::from_hex(id.to_hex()), id);
  EXPECT_FALSE(stdb::ConnectionId::from_hex(""));
  EXPECT_TRUE(stdb::ConnectionId{}.is_zero() && !id.is_zero());
}

TEST(Uuid, KeepsItsGroups) {
  const auto text = "00112233-4455-6677-8899-aabbccddeeff"s;
  const auto uuid = Uuid::from_string(text);
  ASSERT_TRUE(uuid);
  EXPECT_EQ(uuid->to_string(), text);
  EXPECT_EQ(Uuid::from_string("00112233445566778899AABBCCDDEEFF"), uuid);
  EXPECT_EQ(Uuid::from_string("{" + text + "}"), uuid);
  EXPECT_EQ(Uuid::from_string("urn:uuid:" + text), uuid);
  for (const char* no : {"", "0011223-34455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeefg",
                         "{00112233-4455-6677-8899-aabbccddeeff", "0x00112233445566778899aabbccddeeff",
                         "001122334455667788-9aabbccddeeff", "00112233-4455-6677-8899aabbccddeeff"}) {
    EXPECT_EQ(Uuid::from_string(no), std::nullopt) << no;
  }
  EXPECT_EQ(Uuid::nil().to_string(), "00000000-0000-0000-0000-000000000000");
  EXPECT_EQ(Uuid::max().to_string(), "ffffffff-ffff-ffff-ffff-ffffffffffff");
  EXPECT_TRUE(Uuid::nil().is_nil() && Uuid::nil().version() == 0 && Uuid::max().version() == 15);
}

// As spacetimedb-sats 2.14.0 makes them.
TEST(Uuid, IsMadeAsTheOfficialSdksMakeIt) {
  std::array<std::uint8_t, 16> random{};
  for (std::size_t i = 0; i < random.size(); ++i) random[i] = static_cast<std::uint8_t>(i);
  EXPECT_EQ(Uuid::from_random_bytes_v4(random).to_string(), "00010203-0405-4607-8809-0a0b0c0d0e0f");
  random.fill(0xff);
  EXPECT_EQ(Uuid::from_random_bytes_v4(random).to_string(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
  EXPECT_EQ(Uuid::from_random_bytes_v4(random).version(), 4u);
  std::uint32_t counter = 0x7fff'fffe;
  const stdb::Timestamp now{1'704'067'200'123'456};
  for (const char* text : {"018cc251-f47b-70ff-80ff-fffc7f020304", "018cc251-f47b-70ff-80ff-fffe7f020304",
                           "018cc251-f47b-7000-8000-00007f020304"}) {
    const Uuid uuid = Uuid::from_counter_v7(counter, now, {0xff, 2, 3, 4});
    EXPECT_EQ(uuid.to_string(), text);
    EXPECT_EQ(uuid.version(), 7u);
  }
  EXPECT_EQ(counter, 1u);
}

TEST(Uuid, AscendsWithItsCounter) {
  std::uint32_t counter = 0;
  Uuid last;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    counter = i * 21'473;  // through all of the 31 bits
    const auto random = static_cast<std::uint8_t>(i * 37);
    const Uuid uuid = Uuid::from_counter_v7(counter, {1'704'067'200'123'456}, {random, random, random, random});
    ASSERT_LT(last, uuid) << i;
    last = uuid;
  }
}

TEST(UuidDeathTest, OfVersion7IsNotOlderThan1970) {
  std::uint32_t counter = 0;
  EXPECT_DEATH(static_cast<void>(Uuid::from_counter_v7(counter, {-1}, {})), "before 1970");
}

}  // namespace
