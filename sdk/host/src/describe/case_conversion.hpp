// sdk/host/src/describe/case_conversion.hpp: how V10 descriptions turn the module's names into the database's.
#pragma once

#include <string>
#include <string_view>

#include "stdb/host/algebraic_type.hpp"

namespace stdb::host {

enum class CasePolicy { none, snake_case };

// "HTTPServer" -> "http_server", "player1" -> "player_1", "_hidden" -> "hidden" (host-abi 5.3). Words of ASCII; other
// characters stay as they are and never part words.
std::string to_snake_case(std::string_view name);
std::string to_camel_case(std::string_view name);   // "GrannySmith" -> "grannySmith"
std::string to_pascal_case(std::string_view name);  // "player_state" -> "PlayerState"

// Converts the names inside a type: members of products to snake case, cases of sums to camel case; special types stay.
void convert_member_names(AlgebraicType& type);

}  // namespace stdb::host
