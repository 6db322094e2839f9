// tests/import_check/without_definition.cpp: reducers, but no module that has them. Must not build.
#include <stdb/module.hpp>

struct ask {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
