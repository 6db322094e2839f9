// sdk/module/.../schedule_immediate.hpp: schedule_immediate, a call of a reducer as soon as may be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/encode.hpp"
#include "stdb/module/detail/check_functions.hpp"
#include "stdb/module/detail/runtime.hpp"
#include "stdb/schema/canonical_name.hpp"
#include "stdb/schema/fixed_string.hpp"

namespace stdb {

namespace detail {

// The function's name as the database has it, as far as its type tells; case_conversion and submodules are of the
// module.
template <class Function>
constexpr std::string_view scheduled_name() {
  return canonical_name<Function>.empty() ? bsatn::detail::function_name<Function>() : canonical_name<Function>;
}

template <class Function>
void queue_call(std::string_view name, const Function& function) {
  constexpr bool is_function = CallsAsReducer<Function> || (has_v10 && CallsAsProcedure<Function>);
  static_assert(is_function,
                "stdb: schedule_immediate takes a reducer or a procedure with its arguments: "
                "schedule_immediate(greet{.name = \"Ann\"})");
  if constexpr (is_function) {
    const std::size_t size = bsatn::measure(function);
    // A pointer that is not null, also where there are no arguments.
    std::uint8_t* const arguments = scratch(size + 1);
    bsatn::encode_at(arguments, function);
    stdb_volatile_nonatomic_schedule_immediate(reinterpret_cast<const std::uint8_t*>(name.data()),
                                               static_cast<std::uint32_t>(name.size()), arguments,
                                               static_cast<std::uint32_t>(size));
  }
}

}  // namespace detail

// Has the host call the reducer or procedure in a transaction of its own when it gets to it:
// schedule_immediate(greet{.name = "Ann"}). Not a part of the present transaction: it happens even if that is rolled
// back, and it is forgotten if the server stops before. For what must happen, or later, insert into a scheduled table.
template <class Function>
void schedule_immediate(const Function& function) {
  constexpr std::string_view name = detail::scheduled_name<Function>();
  detail::queue_call(name, function);
}

// The same under a name that the type does not tell, because the function is in a submodule or the module has a
// case_conversion: schedule_immediate<"auth.issue">(issue{.secret = "x"}). A name that the host does not know it only
// writes into its own log.
template <FixedString Name, class Function>
void schedule_immediate(const Function& function) {
  detail::queue_call(Name.view(), function);
}

}  // namespace stdb
