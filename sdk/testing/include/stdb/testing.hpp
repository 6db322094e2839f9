// sdk/testing/.../testing.hpp: tests of modules without a server: a database in the test program, natively or of wasm.
#pragma once

#include "stdb/testing/call_result.hpp"
#include "stdb/testing/client.hpp"
#include "stdb/testing/database.hpp"
#include "stdb/testing/http.hpp"
#include "stdb/testing/jwt.hpp"
#include "stdb/testing/logs.hpp"
#include "stdb/testing/misuse.hpp"
#include "stdb/testing/options.hpp"
#include "stdb/testing/print.hpp"
#include "stdb/testing/rows.hpp"
#include "stdb/testing/table_reader.hpp"
#include "stdb/testing/view_result.hpp"
