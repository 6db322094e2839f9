// sdk/schema/.../schema.hpp: what a module and its tests share: row types and table declarations.
#pragma once

#include "stdb/bsatn.hpp"                  // IWYU pragma: export
#include "stdb/schema/canonical_name.hpp"  // IWYU pragma: export
#include "stdb/schema/column.hpp"          // IWYU pragma: export
#include "stdb/schema/default_value.hpp"   // IWYU pragma: export
#include "stdb/schema/fixed_string.hpp"    // IWYU pragma: export
#include "stdb/schema/index.hpp"           // IWYU pragma: export
#include "stdb/schema/options.hpp"         // IWYU pragma: export
#include "stdb/schema/outbox.hpp"          // IWYU pragma: export
#include "stdb/schema/scheduled.hpp"       // IWYU pragma: export
#include "stdb/schema/table.hpp"           // IWYU pragma: export
