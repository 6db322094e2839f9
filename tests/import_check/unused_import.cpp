// tests/import_check/unused_import.cpp: declares a function that no server has, and does not call it. Must build
// without it.
#include <stdb/module.hpp>

extern "C" [[clang::import_module("env"), clang::import_name("stray_function")]] int stray_function(int);

[[maybe_unused]] static int ask_the_stray(int number) { return stray_function(number) + 1; }

struct ask {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const {
    stdb::log::info("nothing is asked");
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<>, stdb::reducers<ask>>;
