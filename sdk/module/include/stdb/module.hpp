// sdk/module/.../module.hpp: everything for writing a module.
#pragma once

#include "stdb/module/database.hpp"         // IWYU pragma: export
#include "stdb/module/define.hpp"           // IWYU pragma: export
#include "stdb/module/insert_error.hpp"     // IWYU pragma: export
#include "stdb/module/key.hpp"              // IWYU pragma: export
#include "stdb/module/log.hpp"              // IWYU pragma: export
#include "stdb/module/panic.hpp"            // IWYU pragma: export
#include "stdb/module/reducer_context.hpp"  // IWYU pragma: export
#include "stdb/module/rows.hpp"             // IWYU pragma: export
#include "stdb/module/table_handle.hpp"     // IWYU pragma: export
#include "stdb/schema.hpp"                  // IWYU pragma: export
