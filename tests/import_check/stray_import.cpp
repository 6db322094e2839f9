// tests/import_check/stray_import.cpp: asks for a function that no server has. Must not build.
#include <stdb/module.hpp>

extern "C" [[clang::import_module("env"), clang::import_name("stray_function")]] int stray_function(int);

[[gnu::noinline]] int ask_the_stray(int number) { return stray_function(number) + 1; }

struct ask {
  std::int32_t number = 0;

  stdb::ReducerResult operator()(stdb::ReducerContext&) const {
    stdb::log::info("the stray says {}", ask_the_stray(number));
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<>, stdb::reducers<ask>>;
