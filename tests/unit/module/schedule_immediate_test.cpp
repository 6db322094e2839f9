// tests/unit/module/schedule_immediate_test.cpp: schedule_immediate hands the host the name that it looks for, and the
// arguments.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "stdb/module.hpp"
#include "stdb/shim/native.h"

namespace {

struct greet {
  std::uint16_t times = 0;
  void operator()(stdb::ReducerContext&) const {}
};
struct renamed {
  void operator()(stdb::ReducerContext&) const {}
};
struct ask {
  std::uint32_t operator()(stdb::ProcedureContext&) const { return 1; }
};

std::string queued_name;
std::vector<std::uint8_t> queued_arguments;

class ScheduleImmediate : public testing::Test {
 protected:
  ScheduleImmediate() {
    host_.volatile_nonatomic_schedule_immediate = [](const std::uint8_t* name, std::uint32_t name_len,
                                                     const std::uint8_t* args, std::uint32_t args_len) {
      queued_name.assign(name, name + name_len);
      queued_arguments.assign(args, args + args_len);
    };
    before_ = stdb_native_use(&host_);
  }
  ~ScheduleImmediate() override { stdb_native_use(before_); }

 private:
  stdb_native_host host_{};
  const stdb_native_host* before_ = nullptr;
};

}  // namespace

template <>
inline constexpr std::string_view stdb::canonical_name<renamed> = "called_so";

namespace {

TEST_F(ScheduleImmediate, SaysTheTypesNameAndTheArguments) {
  stdb::schedule_immediate(greet{.times = 3});
  EXPECT_EQ(queued_name, "greet");
  EXPECT_EQ(queued_arguments, (std::vector<std::uint8_t>{3, 0}));
}

TEST_F(ScheduleImmediate, SaysTheCanonicalName) {
  stdb::schedule_immediate(renamed{});
  EXPECT_EQ(queued_name, "called_so");
  EXPECT_TRUE(queued_arguments.empty());
}

TEST_F(ScheduleImmediate, SaysTheNameThatIsGiven) {
  stdb::schedule_immediate<"auth.greet">(greet{.times = 1});
  EXPECT_EQ(queued_name, "auth.greet");
  EXPECT_EQ(queued_arguments.size(), 2u);
}

TEST_F(ScheduleImmediate, TakesProcedures) {
  stdb::schedule_immediate(ask{});
  EXPECT_EQ(queued_name, "ask");
}

}  // namespace
