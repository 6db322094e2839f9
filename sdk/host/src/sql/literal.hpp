// sdk/host/src/sql/literal.hpp: literals of a query as values of a column's type.
#pragma once

#include <optional>

#include "sql/tokens.hpp"
#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/bytes.hpp"

namespace stdb::host {

// The encoded value; none where the literal is none of the type. `type` is resolved.
std::optional<Bytes> encode_literal(const Token& token, const AlgebraicType& type);

// Whether values of the type can be compared in a query.
bool is_comparable(const AlgebraicType& type);

}  // namespace stdb::host
