// tests/import_check/constructor.cpp: has a static object that must be constructed before the first call, on every
// server.
#include <stdb/module.hpp>

struct Counted {
  Counted() { stdb::log::info("constructed"); }
  volatile int count = 0;
};
static Counted counted;

struct count {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const {
    counted.count = counted.count + 1;
    return stdb::Ok();
  }
};

constinit const stdb::Module stdb::module = stdb::define<stdb::tables<>, stdb::reducers<count>>;
