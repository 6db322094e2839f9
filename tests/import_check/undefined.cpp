// tests/import_check/undefined.cpp: calls a function that is defined nowhere, and one of libc that needs JavaScript.
// Must not build.
#include <ctime>
#include <stdb/module.hpp>

std::int32_t forgotten(std::int32_t);

[[gnu::noinline]] std::int32_t ask_the_forgotten(std::int32_t number) { return forgotten(number) + 1; }

struct ask {
  std::int32_t number = 0;

  stdb::ReducerResult operator()(stdb::ReducerContext&) const {
    const std::time_t time = number;
    stdb::log::info("{} in the year {}", ask_the_forgotten(number), std::localtime(&time)->tm_year);
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<>, stdb::reducers<ask>>;
