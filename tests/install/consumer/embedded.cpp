// tests/install/consumer/embedded.cpp: the module linked into a program, with the database beside it.
#include <stdb/shim/bindings.h>
#include <stdb/host/database.hpp>
#include <stdb/host/native.hpp>

#include <cstdint>
#include <cstdio>
#include <vector>

int main() {
  stdb::host::Database database;
  if (!database.publish(stdb::host::native_module(*stdb_module()))) return 1;
  const std::vector<std::uint8_t> arguments = {3, 0, 0, 0, 'A', 'n', 'n'};
  const auto outcome = database.call("greet", stdb::host::ByteView(arguments));
  if (!outcome || !outcome->is_committed()) return 2;
  const auto count = database.row_count("greeting");
  if (!count || *count != 1) return 3;
  std::puts("greeted natively");
  return 0;
}
