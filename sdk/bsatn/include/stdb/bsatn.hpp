// sdk/bsatn/.../bsatn.hpp: everything of BSATN, SpacetimeDB's binary encoding: types, and values to bytes and back.
#pragma once

// First, so that the compiler's way to what it refuses is short.
#include "stdb/bsatn/detail/check_type.hpp"  // IWYU pragma: export

#include "stdb/bsatn/connection_id.hpp"     // IWYU pragma: export
#include "stdb/bsatn/decode.hpp"            // IWYU pragma: export
#include "stdb/bsatn/encode.hpp"            // IWYU pragma: export
#include "stdb/bsatn/enumerator_name.hpp"   // IWYU pragma: export
#include "stdb/bsatn/identity.hpp"          // IWYU pragma: export
#include "stdb/bsatn/integer_literals.hpp"  // IWYU pragma: export
#include "stdb/bsatn/integer_text.hpp"      // IWYU pragma: export
#include "stdb/bsatn/integers.hpp"          // IWYU pragma: export
#include "stdb/bsatn/measure.hpp"           // IWYU pragma: export
#include "stdb/bsatn/on.hpp"                // IWYU pragma: export
#include "stdb/bsatn/result.hpp"            // IWYU pragma: export
#include "stdb/bsatn/schedule_at.hpp"       // IWYU pragma: export
#include "stdb/bsatn/sum.hpp"               // IWYU pragma: export
#include "stdb/bsatn/time_duration.hpp"     // IWYU pragma: export
#include "stdb/bsatn/timestamp.hpp"         // IWYU pragma: export
#include "stdb/bsatn/unit.hpp"              // IWYU pragma: export
#include "stdb/bsatn/uuid.hpp"              // IWYU pragma: export
#include "stdb/bsatn/wire_member_name.hpp"  // IWYU pragma: export
#include "stdb/bsatn/wire_name.hpp"         // IWYU pragma: export
