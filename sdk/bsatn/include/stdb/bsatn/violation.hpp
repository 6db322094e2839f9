// sdk/bsatn/.../violation.hpp: what happens when a program breaks a promise that no error can carry.
#pragma once

#include <string_view>

namespace stdb::bsatn {

// Ends the work with the text: in a module a logged panic and a trap, in any other program a line on standard error and
// abort(). Called for a broken invariant of the program's own (an enum that holds no enumerator, the wrong case of a
// sum taken), never for bad input. Never returns.
[[noreturn]] void violation(std::string_view text);

}  // namespace stdb::bsatn
