// tests/unit/module/jwt_test.cpp: the claims of a token.
#include "stdb/module/jwt.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "printing_host.hpp"

namespace {

using namespace std::string_literals;
using stdb::Jwt;
using Texts = std::vector<std::string>;

const std::string usual =
    R"({"hex_identity":"c200","sub":"2cf4c2","iss":"https://auth.spacetimedb.com","aud":["one","two"],)"
    R"("iat":1700000000,"exp":null,"admin":true,"rate":0.25,"roles":["a","b"],"nested":{"sub":"spoof","x":[1]}})";

TEST(Jwt, SaysWhoAccordingToWhomAndForWhom) {
  const Jwt jwt(usual);
  EXPECT_EQ(jwt.subject(), "2cf4c2");
  EXPECT_EQ(jwt.issuer(), "https://auth.spacetimedb.com");
  EXPECT_EQ(jwt.audience(), (Texts{"one", "two"}));
  EXPECT_EQ(jwt.identity(), stdb::Identity::from_claims("https://auth.spacetimedb.com", "2cf4c2"));
  EXPECT_EQ(jwt.payload(), usual);
}

TEST(Jwt, GivesClaimsByTheirTypes) {
  const Jwt jwt(usual);
  EXPECT_EQ(jwt.claim("hex_identity"), "c200");
  EXPECT_EQ(jwt.claim<std::uint64_t>("iat"), 1'700'000'000u);
  EXPECT_EQ(jwt.claim<std::int32_t>("iat"), 1'700'000'000);
  EXPECT_EQ(jwt.claim<std::uint8_t>("iat"), std::nullopt);
  EXPECT_EQ(jwt.claim<std::uint64_t>("rate"), std::nullopt);
  EXPECT_EQ(jwt.claim<double>("rate"), 0.25);
  EXPECT_EQ(jwt.claim<bool>("admin"), true);
  EXPECT_EQ(jwt.claim<bool>("iat"), std::nullopt);
  EXPECT_EQ(jwt.claim<Texts>("roles"), (Texts{"a", "b"}));
  EXPECT_EQ(jwt.claim<Texts>("nested"), std::nullopt);
  EXPECT_EQ(jwt.claim("admin"), std::nullopt);
  EXPECT_EQ(jwt.claim("x"), std::nullopt);
  EXPECT_EQ(jwt.json_claim("nested"), R"({"sub":"spoof","x":[1]})");
  EXPECT_TRUE(jwt.has_claim("exp"));
  EXPECT_FALSE(jwt.has_claim("nbf"));
}

TEST(Jwt, IsNotMisledByWhatOnlyLooksLikeAClaim) {
  EXPECT_EQ(Jwt(R"({"a":{"sub":"no"},"b":"\"sub\":\"no\"","sub":"yes","iss":"i"})").subject(), "yes");
  EXPECT_EQ(Jwt(R"({"iss":"i","s\u0075b" : "yes"})").subject(), "yes");
  EXPECT_EQ(Jwt("{\n\t\"sub\" :\r\n \"yes\" , \"iss\":\"i\"}").subject(), "yes");
  EXPECT_EQ(Jwt(R"({"sub":"first","iss":"i","sub":"last"})").subject(), "last");
  EXPECT_EQ(Jwt(R"({"sub":"a\u00e4\ud83d\ude00\n","iss":"i"})").subject(), "a\xc3\xa4\xf0\x9f\x98\x80\n");
  EXPECT_EQ(Jwt(R"([{"sub":"no"}])").payload(), R"([{"sub":"no"}])");
}

TEST(Jwt, IsAsLongAsItIs) {
  const std::string subject(100'000, 's');
  const std::string filler = "\"filler\":\"" + std::string(200'000, 'x') + "\",";
  const Jwt jwt("{" + filler + "\"sub\":\"" + subject + "\",\"iss\":\"i\"}");
  EXPECT_EQ(jwt.subject(), subject);
}

TEST(Jwt, TakesAnAudienceInEveryForm) {
  EXPECT_EQ(Jwt(R"({"aud":"one"})").audience(), Texts{"one"});
  EXPECT_EQ(Jwt(R"({"aud":[]})").audience(), Texts());
  EXPECT_EQ(Jwt(R"({"aud":["a",1,null,["b"],{"c":"d"},"e"]})").audience(), (Texts{"a", "e"}));
  EXPECT_EQ(Jwt("{}").audience(), Texts());
  EXPECT_EQ(Jwt(R"({"roles":["a",1]})").claim<Texts>("roles"), std::nullopt);
}

TEST(Jwt, IsCheckedWhereItComesFromElsewhere) {
  EXPECT_TRUE(Jwt::from_payload(usual));
  for (const char* payload : {"", "[]", "null", "{", R"({"sub":"a"})", R"({"iss":"a"})", R"({"sub":1,"iss":"a"})",
                              R"({"sub":"a","iss":"b"}x)", R"({"sub":"a","iss":"b","c":})"}) {
    EXPECT_FALSE(Jwt::from_payload(payload)) << payload;
  }
}

TEST(Jwt, ReadsRealNumbers) {
  const auto read = [](const std::string& number) { return *Jwt("{\"n\":" + number + "}").claim<double>("n"); };
  EXPECT_EQ(read("0"), 0.0);
  EXPECT_TRUE(std::signbit(read("-0")));
  EXPECT_EQ(read("-12.5e-1"), -1.25);
  EXPECT_EQ(read("1700000000.123"), 1700000000.123);
  EXPECT_EQ(read("1E+2"), 100.0);
  EXPECT_DOUBLE_EQ(read("1.7976931348623157e308"), 1.7976931348623157e308);
  EXPECT_DOUBLE_EQ(read("2.2250738585072014e-308"), 2.2250738585072014e-308);
  EXPECT_EQ(read("1e400"), std::numeric_limits<double>::infinity());
  EXPECT_EQ(read("1e-400"), 0.0);
  EXPECT_EQ(read("1e-99999999999999999999"), 0.0);
}

TEST(JwtDeathTest, RefusesWhatNoServerHandsOver) {
  const PrintingHost host;
  EXPECT_DEATH(static_cast<void>(Jwt("{").subject()), "the payload of a token is no JSON object");
  EXPECT_DEATH(static_cast<void>(Jwt(R"({"sub":"a"}x)").subject()), "the payload of a token is no JSON object");
  EXPECT_DEATH(static_cast<void>(Jwt("[]").claim("a")), "the payload of a token is no JSON object");
  EXPECT_DEATH(static_cast<void>(Jwt(R"({"sub":5})").subject()), "a token has no issuer or no subject");
  EXPECT_DEATH(static_cast<void>(Jwt(R"({"sub":"a"})").identity()), "a token has no issuer or no subject");
  EXPECT_DEATH(static_cast<void>(Jwt(R"({"aud":5})").audience()),
               "the audience of a token is neither a string nor a list");
}

}  // namespace
