// tests/install/consumer/greeter_test.cpp: a test without any framework: it says what failed by its exit code.
#include "greeter.hpp"

#include <cstdio>
#include <stdb/testing.hpp>

int main() {
  stdb::testing::Database db;
  if (db.call(greet{.name = "Ann"}) != stdb::Ok()) return 1;
  if (db.call(greet{}) != stdb::Err("whom?")) return 2;
  if (db[greeting].rows() != stdb::testing::Rows({Greeting{.id = 1, .text = "Hello, Ann!"}})) return 3;
  std::puts(db.is_wasm() ? "tested as wasm" : "tested natively");
  return 0;
}
