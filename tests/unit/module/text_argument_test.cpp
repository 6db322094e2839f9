// tests/unit/module/text_argument_test.cpp: how values stand in a log line; check, and LogStopwatch.
#include "stdb/module/detail/text_argument.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "stdb/bsatn.hpp"
#include "stdb/module/check.hpp"
#include "stdb/module/log.hpp"
#include "stdb/module/log_stopwatch.hpp"
#include "stdb/shim/native.h"

namespace {

using namespace stdb::literals;

template <class T>
std::string text_of(const T& value) {
  stdb::detail::Line line;
  const stdb::detail::TextArgument argument = stdb::detail::text_argument(value);
  argument.append(line, argument);
  return std::string(line.text());
}

enum class Mood : std::uint8_t { calm, merry = 7 };

TEST(LogText, OfWideIntegersIsDecimal) {
  EXPECT_EQ(text_of(stdb::u128{5}), "5");
  EXPECT_EQ(text_of(~stdb::u128{0}), "340282366920938463463374607431768211455");
  EXPECT_EQ(text_of(stdb::i128{-5}), "-5");
  EXPECT_EQ(text_of(static_cast<stdb::i128>(stdb::u128{1} << 127)), "-170141183460469231731687303715884105728");
  EXPECT_EQ(text_of(stdb::u256::max()), stdb::to_string(stdb::u256::max()));
  EXPECT_EQ(text_of(stdb::i256::min()), stdb::to_string(stdb::i256::min()));
  EXPECT_EQ(text_of(12345678901234567890123_u256), "12345678901234567890123");
  EXPECT_EQ(text_of(stdb::i256(-7)), "-7");
}

TEST(LogText, OfTimesIsTheOfficialOne) {
  EXPECT_EQ(text_of(stdb::Timestamp{1'000}), "1970-01-01T00:00:00.001+00:00");
  EXPECT_EQ(text_of(stdb::Timestamp{std::numeric_limits<std::int64_t>::min()}),
            stdb::Timestamp{std::numeric_limits<std::int64_t>::min()}.to_iso_string());
  EXPECT_EQ(text_of(stdb::TimeDuration{-1'500'000}), "-1.500000");
}

TEST(LogText, OfIdsIsHexadecimal) {
  EXPECT_EQ(text_of(*stdb::Uuid::from_string("00112233-4455-6677-8899-aabbccddeeff")),
            "00112233-4455-6677-8899-aabbccddeeff");
  EXPECT_EQ(text_of(stdb::ConnectionId{0x0102}), "00000000000000000000000000000102");
}

TEST(LogText, OfEnumsIsTheirName) {
  EXPECT_EQ(text_of(Mood::merry), "merry");
  EXPECT_EQ(text_of(static_cast<Mood>(3)), "3");
}

TEST(LogText, OfOptionsIsTheirValue) {
  EXPECT_EQ(text_of(std::optional<Mood>(Mood::calm)), "calm");
  EXPECT_EQ(text_of(std::optional<std::uint32_t>()), "none");
  EXPECT_EQ(text_of(std::optional<std::string>("text")), "text");
}

// A host that writes down what it is called with.
std::vector<std::string> heard;

stdb_native_host listening_host() {
  stdb_native_host host{};
  host.console_log = [](std::uint32_t level, const std::uint8_t*, std::uint32_t, const std::uint8_t* file,
                        std::uint32_t file_size, std::uint32_t line, const std::uint8_t* text, std::uint32_t size) {
    heard.push_back(std::to_string(level) + " " + std::string(file, file + file_size) + (line > 0 ? ": " : "") +
                    std::string(text, text + size));
  };
  host.console_timer_start = [](const std::uint8_t* name, std::uint32_t size) -> std::uint32_t {
    heard.push_back("start " + std::string(name, name + size));
    return 7;
  };
  host.console_timer_end = [](std::uint32_t timer) -> std::int32_t {
    heard.push_back("end " + std::to_string(timer));
    return 0;
  };
  host.trap = [] { throw std::runtime_error("trapped"); };
  return host;
}

class Calls : public testing::Test {
 protected:
  Calls() : before_(stdb_native_use(&host_)) { heard.clear(); }
  ~Calls() override { stdb_native_use(before_); }

 private:
  stdb_native_host host_ = listening_host();
  const stdb_native_host* before_;
};

TEST_F(Calls, StopwatchLogsOnceAtItsEnd) {
  {
    const stdb::LogStopwatch watch("rebuild");
  }
  {
    stdb::LogStopwatch watch("again");
    watch.end();
    stdb::log::info("between");
  }
  EXPECT_EQ(heard, (std::vector<std::string>{"start rebuild", "end 7", "start again", "end 7",
                                             "2 text_argument_test.cpp: between"}));
}

TEST_F(Calls, CheckTrapsWithItsTextAndPlace) {
  stdb::check(true, "holds");
  EXPECT_TRUE(heard.empty());
  EXPECT_THROW(stdb::check(1 + 1 == 3, "arithmetic is broken"), std::runtime_error);
  EXPECT_EQ(heard, (std::vector<std::string>{"101 text_argument_test.cpp: arithmetic is broken"}));
}

TEST_F(Calls, LogLinesTakeEveryKind) {
  stdb::log::warn("{} {} {} {}", Mood::calm, 3_u256, std::optional<bool>(true), stdb::TimeDuration{1});
  EXPECT_EQ(heard, (std::vector<std::string>{"1 text_argument_test.cpp: calm 3 true +0.000001"}));
}

}  // namespace
