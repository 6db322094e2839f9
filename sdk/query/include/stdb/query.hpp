// sdk/query/.../query.hpp: queries in SQL, written in C++ and checked by the compiler.
#pragma once

#include "stdb/query/condition.hpp"    // IWYU pragma: export
#include "stdb/query/from.hpp"         // IWYU pragma: export
#include "stdb/query/predicate.hpp"    // IWYU pragma: export
#include "stdb/query/query.hpp"        // IWYU pragma: export
#include "stdb/query/semijoin.hpp"     // IWYU pragma: export
#include "stdb/query/sender.hpp"       // IWYU pragma: export
#include "stdb/query/table_query.hpp"  // IWYU pragma: export
#include "stdb/query/view.hpp"         // IWYU pragma: export
#include "stdb/schema.hpp"             // IWYU pragma: export
