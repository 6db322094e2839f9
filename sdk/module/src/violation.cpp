// sdk/module/src/violation.cpp: in a module a broken promise of its own is a panic.
#include "stdb/bsatn/violation.hpp"

#include "stdb/module/panic.hpp"

namespace stdb::bsatn {

void violation(std::string_view text) { stdb::detail::panic_at(text, {}); }

}  // namespace stdb::bsatn
