// sdk/schema/.../detail/filterable.hpp: which column types can be a key.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/connection_id.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/kind.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/bsatn/uuid.hpp"

namespace stdb::detail {

// Integers of all widths, bool, text, identities, moments and plain enums. The host would index any type; these are
// what every client language can filter by. Source: the official SDKs' FilterableValue.
template <class T>
struct Filterable {
  static constexpr bsatn::Kind kind = bsatn::kind<T>;
  static constexpr bool value = kind == bsatn::Kind::boolean || kind == bsatn::Kind::integer ||
                                kind == bsatn::Kind::wide_integer || kind == bsatn::Kind::string ||
                                kind == bsatn::Kind::enumeration || std::same_as<T, Identity> ||
                                std::same_as<T, ConnectionId> || std::same_as<T, Timestamp> || std::same_as<T, Uuid>;
};

}  // namespace stdb::detail
