// tests/unit/module/json_pull_test.cpp: the pull parser takes and refuses what Boost.JSON does, and reads the same out
// of it.
#include "stdb/module/detail/json_pull.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "stdb/module/jwt.hpp"

namespace {

using namespace std::string_literals;
using stdb::detail::JsonPull;
using stdb::detail::JsonToken;

// The tokens as letters, and what keys, strings and numbers are in brackets.
std::string tokens_of(std::string_view text) {
  std::string tokens;
  JsonPull json(text);
  for (;;) {
    const JsonToken token = json.next();
    tokens += "{}[]ksntf0.!"[static_cast<int>(token)];
    if (token == JsonToken::key || token == JsonToken::string) tokens += "<" + json.unescaped() + ">";
    if (token == JsonToken::number) tokens += "<" + std::string(json.raw()) + ">";
    if (token == JsonToken::end || token == JsonToken::error) return tokens;
  }
}

TEST(JsonPull, GivesTokenByToken) {
  EXPECT_EQ(tokens_of(R"( {"a" : [1, -2.5e3 ,true,false,null,{}], "b":"c"} )"), "{k<a>[n<1>n<-2.5e3>tf0{}]k<b>s<c>}.");
  EXPECT_EQ(tokens_of("\"x\""), "s<x>.");
  EXPECT_EQ(tokens_of("[]"), "[].");
  EXPECT_EQ(tokens_of("0"), "n<0>.");
}

TEST(JsonPull, UndoesEscapes) {
  EXPECT_EQ(tokens_of(R"("a\"\\\/\b\f\n\r\tz")"), "s<a\"\\/\b\f\n\r\tz>.");
  EXPECT_EQ(tokens_of(R"("\u0041\u00e4\u20AC\ud83d\ude00")"), "s<A\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80>.");
  EXPECT_EQ(tokens_of(R"("\u0000")"), "s<"s + '\0' + ">.");
  EXPECT_EQ(tokens_of("\"\xc3\xa4\""), "s<\xc3\xa4>.");
}

TEST(JsonPull, ComparesWithoutUndoingEscapes) {
  JsonPull json(R"(["s\u0075b", "sub", "su", "subs", ""])");
  json.next();
  for (const bool same : {true, true, false, false, false}) {
    json.next();
    EXPECT_EQ(json.equals("sub"), same) << json.raw();
    EXPECT_EQ(json.equals(json.unescaped()), true);
  }
}

TEST(JsonPull, RefusesWhatIsNoJson) {
  for (const char* text : {"",
                           " ",
                           "{",
                           "}",
                           "[1,]",
                           "[,1]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{'a':1}",
                           "[1 2]",
                           "01",
                           "-",
                           "1.",
                           ".5",
                           "1e",
                           "1e+",
                           "+1",
                           "0x1",
                           "tru",
                           "truee",
                           "nul",
                           "\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\u12g4\"",
                           "\"\\ud800\"",
                           "\"\\ud800\\u0041\"",
                           "\"\\udc00\"",
                           "\"\n\"",
                           "\"\x80\"",
                           "\"\xc0\x80\"",
                           "\"\xed\xa0\x80\"",
                           "[1]]",
                           "{}{}",
                           "\xef\xbb\xbf{}",
                           "/**/1",
                           "NaN",
                           "[1}",
                           "{\"a\":1]",
                           "\"\\"}) {
    EXPECT_EQ(tokens_of(text).back(), '!') << text;
  }
}

TEST(JsonPull, GivesErrorsForEverAfterTheFirst) {
  JsonPull json("[1,x,2]");
  for (int i = 0; i < 2; ++i) json.next();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(json.next(), JsonToken::error);
}

TEST(JsonPull, RefusesTooDeepNesting) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(tokens_of(nested(JsonPull::max_depth)).back(), '.');
  EXPECT_EQ(tokens_of(nested(JsonPull::max_depth + 1)).back(), '!');
  EXPECT_EQ(tokens_of(nested(1'000'000)).back(), '!');
  std::string mixed;
  for (int i = 0; i < 60; ++i) mixed += "{\"k\":[";
  for (int i = 0; i < 60; ++i) mixed += "]}";
  EXPECT_EQ(tokens_of(mixed).back(), '.');
}

// The same value in the form of tokens_of, out of Boost.JSON.
void append_tokens(const boost::json::value& value, std::string& tokens) {
  if (const auto* const object = value.if_object()) {
    tokens += '{';
    for (const auto& [key, member] : *object) {
      tokens += "k<" + std::string(key) + ">";
      append_tokens(member, tokens);
    }
    tokens += '}';
  } else if (const auto* const array = value.if_array()) {
    tokens += '[';
    for (const auto& member : *array) append_tokens(member, tokens);
    tokens += ']';
  } else if (const auto* const text = value.if_string()) {
    tokens += "s<" + std::string(*text) + ">";
  } else {
    tokens += value.is_bool() ? (value.get_bool() ? "t" : "f") : value.is_null() ? "0" : "n";
  }
}

// Documents that are JSON, and such that once were.
class Documents {
 public:
  std::string next() {
    if (random_() % 64 == 0) base_ = fresh();
    std::string document = base_;
    for (std::uint64_t changes = random_() % 4; changes > 0; --changes) change(document);
    return document;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  std::string text() {
    static const std::vector<std::string> pieces = {"iss",
                                                    "sub",
                                                    "aud",
                                                    "a",
                                                    "",
                                                    "\\n",
                                                    "\\u0041",
                                                    "\\u00e4",
                                                    "\\ud83d\\ude00",
                                                    "\xc3\xa4",
                                                    "\xf0\x9f\x98\x80",
                                                    "\\\\",
                                                    "\\\"",
                                                    " ",
                                                    "}",
                                                    "\\/",
                                                    "\\u0000"};
    std::string text = "\"";
    for (std::size_t count = below(4); count > 0; --count) text += pieces[below(pieces.size())];
    return text + "\"";
  }

  std::string value(int depth) {
    static const std::vector<std::string> scalars = {"0",    "-1",    "12.5", "1e3",      "-0.0E-2",
                                                     "true", "false", "null", "123456789"};
    const std::size_t kind = depth == 0 ? 0 : below(depth > 4 ? 4 : 8);
    if (depth > 0 && kind < 2) return text();
    if (depth > 0 && kind < 4) return scalars[below(scalars.size())];
    const bool object = kind < 6;
    std::string text(object ? "{" : "[");
    for (std::size_t count = below(5); count > 0; --count) {
      if (object) text += this->text() + blank() + ":";
      text += blank() + value(depth + 1) + blank() + (count > 1 ? "," : "");
    }
    return text + (object ? "}" : "]");
  }

  // Half of the objects have what a token must have.
  std::string fresh() {
    std::string document = value(0);
    if (document.size() > 2 && below(2) == 0) document.insert(1, "\"iss\":" + text() + ",\"sub\":" + text() + ",");
    return document;
  }

  std::string blank() {
    static const std::vector<std::string> blanks = {"", "", "", " ", "\n", "\t ", "\r\n"};
    return blanks[below(blanks.size())];
  }

  void change(std::string& document) {
    static const std::string bytes = "{}[]\",:\\u0123456789eE+-.truefalsn \n\x01\x80\xc3\xa4\xed\xa0\xf4";
    if (document.empty()) return;
    const std::size_t at = below(document.size());
    switch (below(4)) {
      case 0:
        document[at] = bytes[below(bytes.size())];
        break;
      case 1:
        document.erase(at, 1 + below(3));
        break;
      case 2:
        document.insert(at, 1, bytes[below(bytes.size())]);
        break;
      default:
        document.insert(at, document.substr(below(document.size()), 1 + below(12)));
    }
  }

  std::mt19937_64 random_{2024};
  std::string base_ = fresh();
};

// Our tokens without the numbers' digits; an object that has a key twice is told apart by its tokens alone.
std::string without_digits(std::string tokens) {
  for (std::size_t at = tokens.find("n<"); at != std::string::npos; at = tokens.find("n<", at + 1)) {
    // "n<" may also be part of a string; only a number's digits go up to the next '>' without another sign.
    const std::size_t end = tokens.find('>', at);
    const std::string digits = tokens.substr(at + 2, end - at - 2);
    if (!digits.empty() && digits.find_first_not_of("0123456789+-.eE") == std::string::npos) {
      tokens.erase(at + 1, end - at);
    }
  }
  return tokens;
}

bool has_same_key_twice(std::string_view text) {
  std::vector<std::vector<std::string>> keys(1);
  JsonPull json(text);
  for (;;) {
    const JsonToken token = json.next();
    if (token == JsonToken::object_begin) keys.emplace_back();
    if (token == JsonToken::object_end) keys.pop_back();
    if (token == JsonToken::key) {
      for (const std::string& key : keys.back()) {
        if (key == json.unescaped()) return true;
      }
      keys.back().push_back(json.unescaped());
    }
    if (token == JsonToken::end || token == JsonToken::error) return false;
  }
}

TEST(JsonPull, AgreesWithBoostAboutAHundredThousandDocuments) {
  boost::json::parse_options options;
  options.max_depth = JsonPull::max_depth;
  Documents documents;
  int taken = 0;
  int compared = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string document = documents.next();
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(document, error, {}, options);
    if (error == boost::json::error::exponent_overflow) continue;  // a number too large for Boost is JSON all the same
    const std::string tokens = tokens_of(document);
    ASSERT_EQ(tokens.back() == '.', !error) << document << "\n" << error.message();
    if (error) continue;
    ++taken;
    if (has_same_key_twice(document)) continue;
    ++compared;
    std::string expected;
    append_tokens(value, expected);
    ASSERT_EQ(without_digits(tokens), without_digits(expected) + ".") << document;
  }
  EXPECT_GT(taken, 20'000);
  EXPECT_LT(taken, 80'000);
  EXPECT_GT(compared, 15'000);
}

TEST(Jwt, FindsTheClaimsThatBoostFinds) {
  Documents documents;
  int found = 0;
  int tokens = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string document = documents.next();
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(document, error);
    const auto jwt = stdb::Jwt::from_payload(document);
    const auto* const object = error ? nullptr : value.if_object();
    const auto text = [object](const char* name) -> const boost::json::string* {
      const auto* const member = object == nullptr ? nullptr : object->if_contains(name);
      return member == nullptr ? nullptr : member->if_string();
    };
    if (jwt) ++tokens;
    ASSERT_EQ(jwt.has_value(), text("iss") != nullptr && text("sub") != nullptr) << document;
    if (object == nullptr) continue;
    const stdb::Jwt any(document);
    for (const char* name : {"iss", "sub", "aud", "a", "", "issa"}) {
      const auto claim = any.claim(name);
      const auto* const expected = text(name);
      ASSERT_EQ(claim.has_value(), expected != nullptr) << document;
      if (claim) {
        ASSERT_EQ(*claim, std::string(*expected)) << document;
        ++found;
      }
      ASSERT_EQ(any.has_claim(name), object->contains(name)) << document;
      if (const auto json = any.json_claim(name)) {
        ASSERT_EQ(boost::json::serialize(boost::json::parse(*json)), boost::json::serialize(object->at(name)));
      }
    }
  }
  EXPECT_GT(found, 5'000);
  EXPECT_GT(tokens, 5'000);
}

}  // namespace
