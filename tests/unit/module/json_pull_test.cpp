// tests/unit/module/json_pull_test.cpp: the guest's JSON parser against Boost.JSON, and the claims of tokens.
#include "stdb/module/detail/json_pull.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "stdb/module/jwt.hpp"

namespace {

namespace json = boost::json;

bool is_json(std::string_view text) {
  stdb::detail::JsonPull pull(text);
  return pull.value() && pull.is_at_end();
}

bool boost_accepts(std::string_view text) {
  json::parse_options options;
  options.max_depth = stdb::detail::max_json_depth;
  boost::system::error_code error;
  json::parse(text, error, {}, options);
  return !error;
}

const std::vector<std::string>& seeds() {
  static const std::vector<std::string> texts = {
      R"({"iss":"https://auth.example","sub":"user-1","aud":["a","b"],"exp":1700000000,"x":{"sub":"not me"}})",
      R"({ "sub" : "\u00e4\ud83d\ude00\n\"", "iss":"\/\\", "n":-0.5e+10, "t":true, "f":false, "z":null })",
      R"([[],{},[{"a":[1,2,3]}],"",0,-1,1.5,2E-3])",
      "{\"a\":\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\"}",
      R"("text")",
      "  17  ",
  };
  return texts;
}

// One to four small changes: bytes replaced, removed, doubled, or a stretch of another text put in.
std::string mutate(std::string text, std::mt19937& random) {
  static const std::string alphabet = "{}[]\",:\\/u0123456789abcdefDd8tfn.-+eE \t\n\x01\xff\xc3\xa4\xed";
  for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    switch (random() % 4) {
      case 0:
        if (!text.empty()) text[at] = alphabet[random() % alphabet.size()];
        break;
      case 1:
        if (!text.empty()) text.erase(at, 1 + random() % 3);
        break;
      case 2:
        text.insert(at, 1, alphabet[random() % alphabet.size()]);
        break;
      default: {
        const std::string& other = seeds()[random() % seeds().size()];
        const std::size_t from = random() % other.size();
        text.insert(at, other.substr(from, random() % 12));
      }
    }
  }
  return text;
}

TEST(JsonPull, AcceptsWhatBoostAcceptsAndNothingElse) {
  std::mt19937 random(20261121);
  std::size_t accepted = 0;
  for (int round = 0; round < 100'000; ++round) {
    const std::string text = mutate(seeds()[random() % seeds().size()], random);
    ASSERT_EQ(is_json(text), boost_accepts(text)) << text;
    accepted += is_json(text) ? 1 : 0;
  }
  EXPECT_GT(accepted, 5'000u);
  EXPECT_LT(accepted, 95'000u);
}

TEST(JsonPull, CapsNesting) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(is_json(nested(stdb::detail::max_json_depth)));
  EXPECT_FALSE(is_json(nested(stdb::detail::max_json_depth + 1)));
  EXPECT_FALSE(is_json(std::string(1'000'000, '[')));
}

TEST(Jwt, GivesTheClaimsThatBoostGives) {
  std::mt19937 random(7);
  std::size_t compared = 0;
  for (int round = 0; round < 50'000; ++round) {
    const std::string text = mutate(seeds()[random() % 2], random);
    boost::system::error_code error;
    const json::value parsed = json::parse(text, error);
    if (error || !parsed.is_object()) continue;
    const stdb::Jwt jwt(text);
    for (const auto& [name, value] : parsed.as_object()) {
      const auto claim = jwt.claim(name);
      ASSERT_EQ(claim.has_value(), value.is_string()) << text;
      if (value.is_string()) {
        ASSERT_EQ(*claim, std::string_view(value.as_string())) << text;
      }
      ASSERT_EQ(json::serialize(json::parse(jwt.json_claim(name).value())), json::serialize(value)) << text;
      ++compared;
    }
  }
  EXPECT_GT(compared, 10'000u);
}

TEST(Jwt, FindsClaimsAtTheTopOnlyAndTheLastOfTwo) {
  const stdb::Jwt jwt(R"({"a":{"sub":"nested"},"x":"\"sub\":\"spoofed\"","sub" : "first", "iss":"i","sub":"second"})");
  EXPECT_EQ(jwt.subject(), "second");
  EXPECT_EQ(jwt.issuer(), "i");
  EXPECT_EQ(jwt.identity(), stdb::Identity::from_claims("i", "second"));
  EXPECT_FALSE(jwt.claim("a").has_value());
  EXPECT_EQ(jwt.json_claim("a"), R"({"sub":"nested"})");
  EXPECT_FALSE(jwt.claim("none").has_value());
}

TEST(Jwt, ReadsAnAudienceOfOneOrMany) {
  EXPECT_EQ(stdb::Jwt(R"({"aud":"one"})").audience(), std::vector<std::string>{"one"});
  EXPECT_EQ(stdb::Jwt(R"({"aud":["a",1,{"b":2},"c"]})").audience(), (std::vector<std::string>{"a", "c"}));
  EXPECT_TRUE(stdb::Jwt(R"({"aud":[]})").audience().empty());
  EXPECT_TRUE(stdb::Jwt("{}").audience().empty());
}

TEST(Jwt, HoldsPayloadsLargerThanAnyBuffer) {
  const std::string large(300'000, 'x');
  EXPECT_EQ(stdb::Jwt(R"({"sub":")" + large + R"(","iss":"i"})").subject(), large);
}

}  // namespace
