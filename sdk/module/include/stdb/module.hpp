// sdk/module/.../module.hpp: everything for writing a module.
#pragma once

// First, in the order in which they build on each other, so that the compiler's way to what it refuses is short.
#include "stdb/bsatn.hpp"   // IWYU pragma: export
#include "stdb/schema.hpp"  // IWYU pragma: export

#include "stdb/query.hpp"  // IWYU pragma: export

#include "stdb/module/auth_context.hpp"         // IWYU pragma: export
#include "stdb/module/check.hpp"                // IWYU pragma: export
#include "stdb/module/database.hpp"             // IWYU pragma: export
#include "stdb/module/define.hpp"               // IWYU pragma: export
#include "stdb/module/environment.hpp"          // IWYU pragma: export
#include "stdb/module/format.hpp"               // IWYU pragma: export
#include "stdb/module/handler_context.hpp"      // IWYU pragma: export
#include "stdb/module/http/client.hpp"          // IWYU pragma: export
#include "stdb/module/http/routes.hpp"          // IWYU pragma: export
#include "stdb/module/insert_error.hpp"         // IWYU pragma: export
#include "stdb/module/key.hpp"                  // IWYU pragma: export
#include "stdb/module/log.hpp"                  // IWYU pragma: export
#include "stdb/module/log_stopwatch.hpp"        // IWYU pragma: export
#include "stdb/module/panic.hpp"                // IWYU pragma: export
#include "stdb/module/parts.hpp"                // IWYU pragma: export
#include "stdb/module/procedure_context.hpp"    // IWYU pragma: export
#include "stdb/module/random.hpp"               // IWYU pragma: export
#include "stdb/module/read_only_database.hpp"   // IWYU pragma: export
#include "stdb/module/reducer_context.hpp"      // IWYU pragma: export
#include "stdb/module/rows.hpp"                 // IWYU pragma: export
#include "stdb/module/schedule_immediate.hpp"   // IWYU pragma: export
#include "stdb/module/table_handle.hpp"         // IWYU pragma: export
#include "stdb/module/transaction_context.hpp"  // IWYU pragma: export
#include "stdb/module/view_context.hpp"         // IWYU pragma: export
