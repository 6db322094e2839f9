// tests/wasm/fronts.hpp: one module, published in every way in which a user can run it.
#pragma once

#include <memory>
#include <string>

#include "stdb/host/database.hpp"

// How a module is run: as wasm for today's servers, as wasm for those of 1.x, or linked into the test itself.
enum class Front { wasm, wasm_v1, native };

// A database with the test's module published, its init having run; fails the test if that is refused. The profile
// follows from the front.
std::unique_ptr<stdb::host::Database> publish(Front front, stdb::host::DatabaseOptions options = {});

// For gtest's names.
std::string front_name(Front front);
