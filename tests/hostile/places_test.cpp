// tests/hostile/places_test.cpp: every import called at every place where a module runs, whether it makes sense there
// or not: while it is instantiated, started, described, and in each kind of function. Each ends in words, and what was
// not committed is not there.
#include <gtest/gtest.h>

#include "imports.hpp"
#include "stdb/host/database.hpp"

namespace stdb::host::test {
namespace {

constexpr const char* all_places[] = {"start",   "__preinit__x", "_initialize", "__setup__", "__describe_module__",
                                      "reducer", "procedure",    "view",        "view_anon", "handler"};

// What a function leaves behind in whichever way it was called.
void expect_words(const CallOutcome& outcome) {
  if (outcome.status == CallStatus::trapped) {
    EXPECT_FALSE(outcome.trap_reason.empty());
    EXPECT_FALSE(outcome.error.empty());
  }
}

void call_all(Database& database) {
  const auto reducer = database.call("act", string("hello"));
  const auto procedure = database.call_procedure("ask", string("hello"));
  const auto mine = database.view("mine");
  const auto all = database.view("all");
  HttpRequest request;
  request.uri = "/x";
  const auto answer = database.request(request);
  ASSERT_TRUE(reducer && procedure && mine && all && answer);
  for (const CallOutcome* outcome :
       std::initializer_list<const CallOutcome*>{&*reducer, &*procedure, &*mine, &*all, &*answer}) {
    expect_words(*outcome);
  }
  EXPECT_TRUE(answer->is_routed);
}

class Places : public testing::TestWithParam<std::size_t> {
 protected:
  const Import& import() const { return imports()[GetParam()]; }
};

TEST_P(Places, EndInWords) {
  for (const std::string_view place : all_places) {
    SCOPED_TRACE(import().name + " in " + std::string(place));
    DatabaseOptions options;
    options.limits.fuel_per_call = 1'000'000;
    Database database(options);
    const auto published =
        database.publish(assemble(module_with_call(place, call_text(import()), import())), Timestamp{});
    if (place == "start") {
      ASSERT_FALSE(published);
      EXPECT_EQ(published.error().kind, ErrorKind::start_failed);
      EXPECT_EQ(published.error().text,
                "the module could not be instantiated: a host function was called before the module was instantiated");
    }
    if (!published) {
      // What stops a module before it has described itself stops it for good; what it writes first is no description.
      const bool is_written = place == "__describe_module__" && import().name == "bytes_sink_write";
      EXPECT_EQ(published.error().kind, is_written ? ErrorKind::bad_description : ErrorKind::start_failed)
          << published.error().text;
      EXPECT_FALSE(published.error().text.empty());
      EXPECT_FALSE(database.call("calm", ByteView()));
      continue;
    }
    call_all(database);
    const auto calm = database.call("calm", ByteView());
    ASSERT_TRUE(calm && calm->is_committed());
    // One row at most is inserted by what is called here, and by a reducer or in a view's transaction only.
    const std::size_t rows = *database.row_count("item");
    EXPECT_LE(rows, 2u);
    if (place == "procedure" || place == "handler") {
      EXPECT_EQ(rows, 0u);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Imports, Places, testing::Range<std::size_t>(0, imports().size()),
                         [](const auto& test) { return imports()[test.param].name; });

}  // namespace
}  // namespace stdb::host::test
